#include "app/platform/DBusNotices.h"
#include "support/Fixtures.h"
#include "support/NoticeServer.h"
#include "support/TestBus.h"
#include "support/TestProgram.h"

#include <QDBusArgument>
#include <QDBusServiceWatcher>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace suhbat;
using platform::DBusNotices;
using test::NoticeServer;

// What stands on the desktop, over a bus of the test's own.
class TestDBusNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void oneIsShownWithAllItNeeds();
    void aPlainServerGetsPlainWords();
    void hostileWordsAreNoMarkup();
    void theNextOfAKeyTakesItsPlace();
    void twoAtOnceAreOne();
    void withdrawnBeforeItWasShown();
    void theUserOpensAnswersOrPutsAway();
    void whatIsPutAwayMeanwhileStaysAway();
    void aServerThatComesAnewIsToldAnew();
    void endingTakesThemAway();
    void withoutAServerNothingHappens();

private:
    static DesktopNotice notice(const QString &key, const QString &title)
    {
        DesktopNotice one;
        one.key = key;
        one.title = title;
        one.body = QStringLiteral("words");
        one.openText = QStringLiteral("Open");
        return one;
    }
    const NoticeServer::Notice &first() const { return m_server->standing().first(); }

    test::TestBus m_bus;
    std::unique_ptr<NoticeServer> m_server;
    std::unique_ptr<DBusNotices> m_notices;
};

void TestDBusNotices::initTestCase()
{
    QVERIFY(m_bus.start());
    for (const QString &name : {u"server"_qs, u"client"_qs})
        QVERIFY(QDBusConnection::connectToBus(m_bus.address(), name).isConnected());
}

void TestDBusNotices::init()
{
    test::failOnAnyWarning();
    m_server = std::make_unique<NoticeServer>(QDBusConnection(u"server"_qs));
    QVERIFY(m_server->start());
    m_notices = std::make_unique<DBusNotices>(QDBusConnection(u"client"_qs));
}

void TestDBusNotices::cleanup()
{
    m_notices.reset();
    m_server.reset();
}

void TestDBusNotices::oneIsShownWithAllItNeeds()
{
    DesktopNotice one = notice(u"a"_qs, u"Kim Ito"_qs);
    one.replyText = u"Reply"_qs;
    one.replyHint = u"Message"_qs;
    one.sound = true;
    one.picture = QImage(3, 2, QImage::Format_ARGB32_Premultiplied);
    one.picture.fill(Qt::red);
    m_notices->show(one);
    QTRY_COMPARE(m_server->standing().size(), 1);
    QCOMPARE(first().title, u"Kim Ito"_qs);
    QCOMPARE(first().body, u"words"_qs);
    QCOMPARE(first().actions,
             QStringList({u"default"_qs, u"Open"_qs, u"inline-reply"_qs, u"Reply"_qs}));
    const QVariantMap &hints = first().hints;
    QCOMPARE(hints.value(u"desktop-entry"_qs).toString(), u"suhbat"_qs);
    QCOMPARE(hints.value(u"category"_qs).toString(), u"im.received"_qs);
    QCOMPARE(hints.value(u"sound-name"_qs).toString(), u"message-new-instant"_qs);
    QVERIFY(!hints.contains(u"suppress-sound"_qs));
    QCOMPARE(hints.value(u"x-kde-reply-placeholder-text"_qs).toString(), u"Message"_qs);
    const auto picture = hints.value(u"image-data"_qs).value<QDBusArgument>();
    QCOMPARE(picture.currentSignature(), u"(iiibiiay)"_qs);
    int width = 0;
    int height = 0;
    int stride = 0;
    picture.beginStructure();
    picture >> width >> height >> stride;
    picture.endStructure();
    QCOMPARE(QSize(width, height), QSize(3, 2));
}

void TestDBusNotices::aPlainServerGetsPlainWords()
{
    m_server->capabilities = {u"body"_qs};
    DesktopNotice one = notice(u"a"_qs, u"Kim"_qs);
    one.body = u"a < b & c"_qs;
    one.replyText = u"Reply"_qs;
    m_notices->show(one);
    QTRY_COMPARE(m_server->standing().size(), 1);
    QCOMPARE(first().body, u"a < b & c"_qs);
    QCOMPARE(first().actions, QStringList());
    QVERIFY(first().hints.value(u"suppress-sound"_qs).toBool());
}

void TestDBusNotices::hostileWordsAreNoMarkup()
{
    DesktopNotice one = notice(u"a"_qs, QString(500, u'W'));
    one.body = u"<b>bold</b> <a href=\"http://x\">here</a> &amp;\nnext"_qs;
    m_notices->show(one);
    QTRY_COMPARE(m_server->standing().size(), 1);
    QVERIFY(!first().body.contains(u'<'));
    QVERIFY(first().body.contains(u"&lt;b&gt;bold"_qs));
    QVERIFY(first().body.contains(u'\n'));
    QVERIFY(first().title.size() < 200);
    const QString flood = DBusNotices::bodyFor(QString(100000, u'<'), true);
    QVERIFY(flood.size() < 5000);
    // No half of a letter is left at the cut.
    const QString faces = QString::fromUtf8("\xF0\x9F\x98\x80").repeated(1000);
    QVERIFY(DBusNotices::bodyFor(faces, false).isValidUtf16());
    QVERIFY(DBusNotices::bodyFor(u'x' + faces, false).isValidUtf16());
}

void TestDBusNotices::theNextOfAKeyTakesItsPlace()
{
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"one"_qs}));
    m_notices->show(notice(u"b"_qs, u"other"_qs));
    m_notices->show(notice(u"a"_qs, u"two"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"two"_qs, u"other"_qs}));
    m_notices->withdraw(u"a"_qs);
    QTRY_COMPARE(m_server->titles(), QStringList({u"other"_qs}));
    m_notices->withdraw(u"a"_qs);
    m_notices->withdraw(u"never"_qs);
}

void TestDBusNotices::twoAtOnceAreOne()
{
    m_notices->show(notice(u"a"_qs, u"one"_qs)); // waits for the capabilities
    m_notices->show(notice(u"a"_qs, u"two"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"two"_qs}));
    m_notices->show(notice(u"a"_qs, u"three"_qs)); // and for the id
    m_notices->show(notice(u"a"_qs, u"four"_qs));
    m_notices->show(notice(u"a"_qs, u"five"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"five"_qs}));
    QVERIFY(m_server->shown() <= 3); // what is overtaken is not even sent
}

void TestDBusNotices::withdrawnBeforeItWasShown()
{
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    m_notices->withdraw(u"a"_qs);
    m_notices->show(notice(u"b"_qs, u"other"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"other"_qs}));
    m_notices->show(notice(u"c"_qs, u"third"_qs));
    m_notices->withdraw(u"c"_qs);
    QTRY_COMPARE(m_server->shown(), 2);
    QTRY_COMPARE(m_server->titles(), QStringList({u"other"_qs}));
}

void TestDBusNotices::theUserOpensAnswersOrPutsAway()
{
    QSignalSpy opened(m_notices.get(), &DesktopNotices::opened);
    QSignalSpy replied(m_notices.get(), &DesktopNotices::replied);
    QSignalSpy dismissed(m_notices.get(), &DesktopNotices::dismissed);
    for (const QString &key : {u"a"_qs, u"b"_qs, u"c"_qs})
        m_notices->show(notice(key, key));
    QTRY_COMPARE(m_server->standing().size(), 3);
    const auto idOf = [this](const QString &title) { return m_server->titled(title)->id; };
    m_server->clickOn(idOf(u"b"_qs), u"token-1"_qs);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).toString(), u"b"_qs);
    QCOMPARE(opened.first().at(1).toByteArray(), QByteArray("token-1"));
    m_server->replyTo(idOf(u"c"_qs), u"salom"_qs);
    QTRY_COMPARE(replied.size(), 1);
    QCOMPARE(replied.first().at(0).toString(), u"c"_qs);
    QCOMPARE(replied.first().at(1).toString(), u"salom"_qs);
    m_server->putAway(idOf(u"a"_qs));
    QTRY_COMPARE(dismissed.size(), 3);
    QCOMPARE(dismissed.last().first().toString(), u"a"_qs);
    m_server->clickOn(4711); // of another program
    m_notices->show(notice(u"a"_qs, u"again"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"again"_qs}));
    QCOMPARE(opened.size(), 1);
}

void TestDBusNotices::whatIsPutAwayMeanwhileStaysAway()
{
    QSignalSpy dismissed(m_notices.get(), &DesktopNotices::dismissed);
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    m_notices->show(notice(u"b"_qs, u"other"_qs));
    QTRY_COMPARE(m_server->standing().size(), 2);
    QTest::qWait(20); // the ids have come
    m_notices->show(notice(u"a"_qs, u"one, again"_qs));
    m_server->putAway(m_server->titled(u"one"_qs)->id); // before it has heard that
    QTRY_COMPARE(dismissed.size(), 1);
    QTRY_COMPARE(m_server->titles(), QStringList({u"other"_qs}));
    m_notices->show(notice(u"a"_qs, u"two"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"other"_qs, u"two"_qs}));
}

void TestDBusNotices::aServerThatComesAnewIsToldAnew()
{
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    QTRY_COMPARE(m_server->standing().size(), 1);
    const QDBusServiceWatcher watcher(u"org.freedesktop.Notifications"_qs,
                                      QDBusConnection(u"client"_qs),
                                      QDBusServiceWatcher::WatchForRegistration);
    QSignalSpy came(&watcher, &QDBusServiceWatcher::serviceRegistered);
    m_server->stop();
    m_server->capabilities = {u"body"_qs};
    QVERIFY(m_server->start());
    QTRY_COMPARE(came.size(), 1);
    QCoreApplication::processEvents();
    m_notices->show(notice(u"a"_qs, u"two"_qs));
    QTRY_COMPARE(m_server->titles(), QStringList({u"two"_qs}));
    QTRY_COMPARE(first().actions, QStringList());
}

void TestDBusNotices::endingTakesThemAway()
{
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    QTRY_COMPARE(m_server->standing().size(), 1);
    QTest::qWait(0); // its id has come
    m_notices.reset();
    QTRY_COMPARE(m_server->standing().size(), 0);
}

void TestDBusNotices::withoutAServerNothingHappens()
{
    m_server->stop();
    m_notices->show(notice(u"a"_qs, u"one"_qs));
    m_notices->withdraw(u"a"_qs);
    DBusNotices nowhere{QDBusConnection(QString())};
    nowhere.show(notice(u"a"_qs, u"one"_qs));
    nowhere.withdraw(u"a"_qs);
    QCOMPARE(m_server->shown(), 0);
}

SUHBAT_TEST(TestDBusNotices, Core)
#include "tst_dbusnotices.moc"
