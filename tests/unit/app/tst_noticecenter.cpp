#include "app/NoticeCenter.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;

class TestNoticeCenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void snackbarsComeOneAfterTheOther();
    void snackbarGoesByItself();
    void sameErrorIsShownOnce();
    void snackbarRetryMayFailAgain();
    void newsStayLongerThanErrors();
    void oneDialogAtATime();
    void newerErrorOfTheKindReplacesTheDialog();
    void successClosesTheDialog();
    void dismissedDialogStaysAway();
    void dialogRetryMayFailAgain();
    void dialogSilencesTheSnackbarThatSaysTheSame();
    void detailsGoToTheClipboard();
    void clearForgetsEverything();

private:
    static Error unreachable()
    {
        return Error::make(Error::Kind::Unreachable, QStringLiteral("refused"));
    }
    static Error server(int status = 500)
    {
        return Error::make(Error::Kind::Server, QStringLiteral("oops"), status);
    }
};

void TestNoticeCenter::snackbarsComeOneAfterTheOther()
{
    NoticeCenter notices;
    const QSignalSpy changed(&notices, &NoticeCenter::snackbarChanged);
    notices.showError(NoticeCenter::Event, server());
    QVERIFY(notices.snackbarVisible());
    QVERIFY(!notices.snackbarCanRetry());
    const QString first = notices.snackbarText();
    notices.showError(
        NoticeCenter::Request, unreachable(), [] {}, Doing::SendMessage);
    QVERIFY2(notices.snackbarText() == first, "it is being read");
    notices.dismissSnackbar();
    QVERIFY(notices.snackbarText() != first);
    QVERIFY(notices.snackbarText().startsWith(QLatin1String("Message not sent.")));
    QCOMPARE(notices.snackbarKind(), NoticeCenter::Request);
    QVERIFY(notices.snackbarCanRetry());
    QCOMPARE(changed.size(), 2);
}

void TestNoticeCenter::snackbarGoesByItself()
{
    NoticeCenter notices;
    notices.setSnackbarDuration(std::chrono::milliseconds(20));
    notices.showError(NoticeCenter::Event, server());
    QVERIFY(notices.snackbarVisible());
    QTRY_VERIFY(!notices.snackbarVisible());
}

void TestNoticeCenter::sameErrorIsShownOnce()
{
    NoticeCenter notices;
    int newest = 0;
    notices.showError(NoticeCenter::Request, server(), [&] { newest = 1; });
    const QSignalSpy changed(&notices, &NoticeCenter::snackbarChanged);
    notices.showError(NoticeCenter::Request, server(), [&] { newest = 2; });
    QCOMPARE(changed.size(), 0);
    notices.retrySnackbar();
    QCOMPARE(newest, 2);
    QVERIFY(!notices.snackbarVisible());
}

void TestNoticeCenter::snackbarRetryMayFailAgain()
{
    NoticeCenter notices;
    notices.showError(NoticeCenter::Request, server(),
                      [&] { notices.showError(NoticeCenter::Request, server()); });
    notices.retrySnackbar();
    QVERIFY(notices.snackbarVisible());
    QVERIFY(!notices.snackbarCanRetry());
}

void TestNoticeCenter::newsStayLongerThanErrors()
{
    NoticeCenter notices;
    notices.setSnackbarDuration(std::chrono::milliseconds(40));
    QElapsedTimer shown;
    shown.start();
    notices.tell(NoticeCenter::News::CacheRebuilt);
    QVERIFY(notices.snackbarVisible());
    QVERIFY(!notices.snackbarCanRetry());
    // What happened, what it means, what was not touched.
    for (const char *words : {"damaged", "loaded again from the server", "drafts were not touched"})
        QVERIFY2(notices.snackbarText().contains(QLatin1String(words)), words);
    const QString before = notices.snackbarText();
    notices.retranslate();
    QCOMPARE(notices.snackbarText(), before);
    QTRY_VERIFY(!notices.snackbarVisible());
    QVERIFY(shown.elapsed() >= 119);
    notices.tell(NoticeCenter::News::OutboxRepaired);
    QVERIFY(notices.snackbarVisible());
    for (const char *words : {"unsent messages and drafts", "damaged", "is back", "look through"})
        QVERIFY2(notices.snackbarText().contains(QLatin1String(words)), words);
}

void TestNoticeCenter::oneDialogAtATime()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Request, server(), [] {}, Doing::LoadConversations);
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    QCOMPARE(notices.dialogKind(), NoticeCenter::Request);
    notices.dismissDialog();
    QVERIFY(notices.dialogVisible());
    QCOMPARE(notices.dialogKind(), NoticeCenter::Connection);
    notices.dismissDialog();
    QVERIFY(!notices.dialogVisible());
}

void TestNoticeCenter::newerErrorOfTheKindReplacesTheDialog()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    notices.askRetry(NoticeCenter::Connection, server(), {}, Doing::Connect,
                     NoticeCenter::Continue::NotOffered);
    QVERIFY(notices.dialogVisible());
    QVERIFY(!notices.dialogCanRetry());
    QVERIFY(!notices.dialogCanContinue());
    QVERIFY(notices.dialogText().contains(QLatin1String("had an error")));
    notices.dismissDialog();
    QVERIFY(!notices.dialogVisible());
}

void TestNoticeCenter::successClosesTheDialog()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    notices.resolveDialog(NoticeCenter::Request);
    QVERIFY(notices.dialogVisible());
    notices.resolveDialog(NoticeCenter::Connection);
    QVERIFY(!notices.dialogVisible());
}

void TestNoticeCenter::dismissedDialogStaysAway()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    notices.dismissDialog();
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    QVERIFY(!notices.dialogVisible());
    // Something else is news again, and so is the same after it had worked.
    notices.askRetry(
        NoticeCenter::Connection, server(), [] {}, Doing::Connect);
    QVERIFY(notices.dialogVisible());
    notices.resolveDialog(NoticeCenter::Connection);
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    QVERIFY(notices.dialogVisible());
}

void TestNoticeCenter::dialogRetryMayFailAgain()
{
    NoticeCenter notices;
    int tried = 0;
    const std::function<void()> attempt = [&] {
        ++tried;
        notices.askRetry(NoticeCenter::Connection, unreachable(), attempt, Doing::Connect);
    };
    attempt();
    notices.retryDialog();
    QCOMPARE(tried, 2);
    QVERIFY(notices.dialogVisible());
    QVERIFY(notices.dialogCanRetry());
}

void TestNoticeCenter::dialogSilencesTheSnackbarThatSaysTheSame()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Connection, unreachable(), [] {}, Doing::Connect);
    notices.showError(NoticeCenter::Connection, unreachable(), {}, Doing::Connect);
    QVERIFY(!notices.snackbarVisible());
}

void TestNoticeCenter::detailsGoToTheClipboard()
{
    NoticeCenter notices;
    notices.askRetry(
        NoticeCenter::Connection, server(503), [] {}, Doing::Connect);
    notices.copyDetails();
    QCOMPARE(QGuiApplication::clipboard()->text(), notices.dialogDetails());
    QVERIFY(notices.dialogDetails().contains(QLatin1String("503")));
}

void TestNoticeCenter::clearForgetsEverything()
{
    NoticeCenter notices;
    notices.askRetry(NoticeCenter::Request, server(), [] {});
    notices.askRetry(NoticeCenter::Connection, unreachable(), [] {});
    notices.showError(NoticeCenter::Event, server());
    notices.clear();
    QVERIFY(!notices.dialogVisible());
    QVERIFY(!notices.snackbarVisible());
    notices.resolveDialog(NoticeCenter::Request);
    QVERIFY(!notices.dialogVisible());
}

SUHBAT_TEST(TestNoticeCenter, Gui)
#include "tst_noticecenter.moc"
