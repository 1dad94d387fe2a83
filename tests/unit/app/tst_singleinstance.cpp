#include "app/desktop/SingleInstance.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace suhbat;
using namespace std::chrono_literals;
using Outcome = SingleInstance::Outcome;

// Who starts Suhbat twice gets the window that is there.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSecondHandsItsArgumentsToTheFirst();
    void theNextIsFirstWhenTheFirstHasEnded();
    void whatAKilledOneLeftIsNoObstacle();
    void oneThatHangsIsNotWaitedForForEver();
    void rubbishIsNotHeard();
    void eachAccountHasItsOwn();

private:
    QString socket() const { return m_dir->filePath(QStringLiteral("run/one")); }
    /// As another process does it: on a thread of its own.
    Outcome claimElsewhere(const QStringList &arguments, const QByteArray &token,
                           std::chrono::milliseconds patience);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSingleInstance::init()
{
    test::failOnAnyWarning();
    m_dir = std::make_unique<QTemporaryDir>();
}

Outcome TestSingleInstance::claimElsewhere(const QStringList &arguments, const QByteArray &token,
                                           std::chrono::milliseconds patience)
{
    Outcome outcome = Outcome::Unanswered;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        SingleInstance second(socket());
        outcome = second.claim(arguments, token, patience);
    }));
    other->start();
    (void)QTest::qWaitFor([&other] { return other->isFinished(); }, 10000);
    other->wait();
    return outcome;
}

void TestSingleInstance::theSecondHandsItsArgumentsToTheFirst()
{
    SingleInstance first(socket());
    QCOMPARE(first.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
    QSignalSpy called(&first, &SingleInstance::calledAgain);
    const QStringList arguments{QStringLiteral("suhbat"), QStringLiteral("--open"),
                                QStringLiteral("салом \"12\"\n")};
    QCOMPARE(claimElsewhere(arguments, "token-7", 5s), Outcome::Handed);
    QCOMPARE(called.size(), 1);
    QCOMPARE(called.constFirst().at(0).toStringList(), arguments);
    QCOMPARE(called.constFirst().at(1).toByteArray(), QByteArray("token-7"));
    QCOMPARE(QFile::permissions(socket()) & (QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                             QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());
}

void TestSingleInstance::theNextIsFirstWhenTheFirstHasEnded()
{
    {
        SingleInstance first(socket());
        QCOMPARE(first.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
    }
    SingleInstance second(socket());
    QCOMPARE(second.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
}

void TestSingleInstance::whatAKilledOneLeftIsNoObstacle()
{
    {
        SingleInstance first(socket());
        QCOMPARE(first.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
        QVERIFY(QFile::rename(socket(), socket() + QStringLiteral("-kept")));
    }
    QVERIFY(QFile::rename(socket() + QStringLiteral("-kept"), socket()));
    QVERIFY(QFile::exists(socket()));
    SingleInstance next(socket());
    QCOMPARE(next.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
    QSignalSpy called(&next, &SingleInstance::calledAgain);
    QCOMPARE(claimElsewhere({QStringLiteral("suhbat")}, {}, 5s), Outcome::Handed);
    QCOMPARE(called.size(), 1);
}

void TestSingleInstance::oneThatHangsIsNotWaitedForForEver()
{
    SingleInstance first(socket());
    QCOMPARE(first.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
    // No event loop runs here meanwhile.
    SingleInstance second(socket());
    QCOMPARE(second.claim({QStringLiteral("suhbat")}, {}, 200ms), Outcome::Unanswered);
}

void TestSingleInstance::rubbishIsNotHeard()
{
    SingleInstance first(socket());
    QCOMPARE(first.claim({QStringLiteral("suhbat")}, {}), Outcome::First);
    QSignalSpy called(&first, &SingleInstance::calledAgain);
    for (const QByteArray &rubbish :
         {QByteArray("not JSON\n"), QByteArray("{}\n"), QByteArray(300 * 1024, 'x')}) {
        QLocalSocket caller;
        caller.connectToServer(socket());
        QTRY_COMPARE(caller.state(), QLocalSocket::ConnectedState);
        caller.write(rubbish);
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(called.size(), 0);
}

void TestSingleInstance::eachAccountHasItsOwn()
{
    const auto of = [](const QString &data, const QString &account) {
        return SingleInstance::socketFor(
            AccountPaths::below(QStringLiteral("/config"), data, account));
    };
    const QString plain = of(QStringLiteral("/data"), {});
    QVERIFY(plain != of(QStringLiteral("/data"), QStringLiteral("work")));
    QVERIFY(plain != of(QStringLiteral("/elsewhere"), {}));
    QCOMPARE(of(QStringLiteral("/data"), {}), plain);
    // Demos keep nothing that two could fight over.
    QCOMPARE(SingleInstance::socketFor(AccountPaths::settingsOnly(QStringLiteral("/a"))),
             QString());
}

SUHBAT_TEST(TestSingleInstance, Core)
#include "tst_singleinstance.moc"
