// The keyring as it really is: absent, open, locked. Each question is asked by a program of its
// own, because a process knows one session bus in its life.
#include "support/Fixtures.h"
#include "support/TestBus.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QTest>

using namespace suhbat;
using test::TestBus;

namespace {

const QString reading = QStringLiteral("read");
const QString writing = QStringLiteral("write=s3cret");
const QString removing = QStringLiteral("remove");

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bus.reset(); }

    void withoutABusAFileTakesIt();
    void withoutAServiceAFileTakesIt();
    void anOpenKeyringKeepsAndForgets();
    void aLockedKeyringIsNoEmptyOne();
    void aKeyringThatIsAwayIsNoEmptyOne();
    void unlockingIsHeard();

private:
    QString ask(const QStringList &orders, const QProcessEnvironment &environment)
    {
        QProcess probe;
        probe.setProcessEnvironment(environment);
        probe.start(QStringLiteral(SUHBAT_PROBE),
                    QStringList{m_bus->folder() + QStringLiteral("/files")} + orders);
        probe.waitForFinished(20000);
        return QString::fromUtf8(probe.readAllStandardOutput()).simplified();
    }
    QString ask(const QStringList &orders) { return ask(orders, m_bus->environment()); }

    std::unique_ptr<TestBus> m_bus;
};

void TestKeyring::init()
{
    test::failOnAnyWarning();
    m_bus = std::make_unique<TestBus>();
    if (const QString package = TestBus::missing(); !package.isEmpty())
        QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(package)));
}

void TestKeyring::withoutABusAFileTakesIt()
{
    QProcessEnvironment environment = m_bus->environment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    QCOMPARE(ask({reading, writing, reading, removing, reading}, environment),
             QStringLiteral("Unavailable - Ok file Ok file s3cret Ok file Unavailable file"));
}

void TestKeyring::withoutAServiceAFileTakesIt()
{
    QVERIFY(m_bus->start());
    QCOMPARE(ask({reading, writing, reading}),
             QStringLiteral("Unavailable - Ok file Ok file s3cret"));
    // Then somebody installs one.
    QVERIFY(m_bus->startKeyring(true));
    QCOMPARE(ask({reading, writing}), QStringLiteral("Ok file s3cret Ok keyring"));
    QCOMPARE(ask({reading}), QStringLiteral("Ok keyring s3cret"));
}

void TestKeyring::anOpenKeyringKeepsAndForgets()
{
    QVERIFY(m_bus->start());
    QVERIFY(m_bus->startKeyring(true));
    QCOMPARE(ask({reading, writing, reading}),
             QStringLiteral("NotThere - Ok keyring Ok keyring s3cret"));
    QCOMPARE(ask({reading, removing, reading}),
             QStringLiteral("Ok keyring s3cret Ok keyring NotThere keyring"));
}

void TestKeyring::aLockedKeyringIsNoEmptyOne()
{
    QVERIFY(m_bus->start());
    QVERIFY(m_bus->startKeyring(true));
    QCOMPARE(ask({writing}), QStringLiteral("Ok keyring"));
    QVERIFY(m_bus->lock());
    QCOMPARE(ask({reading, writing, removing}),
             QStringLiteral("Refused keyring Refused keyring Refused keyring"));
    QVERIFY(!QFile::exists(m_bus->folder() + QStringLiteral("/files")));
    QVERIFY(m_bus->unlock());
    QCOMPARE(ask({reading}), QStringLiteral("Ok keyring s3cret"));
}

void TestKeyring::aKeyringThatIsAwayIsNoEmptyOne()
{
    QVERIFY(m_bus->start());
    QVERIFY(m_bus->startKeyring(true));
    QCOMPARE(ask({writing}), QStringLiteral("Ok keyring"));
    m_bus->stopKeyring();
    QCOMPARE(ask({reading}), QStringLiteral("Unavailable -"));
    // It comes back locked: nobody has logged in to the desktop.
    QVERIFY(m_bus->startKeyring(false));
    QCOMPARE(ask({reading}), QStringLiteral("Refused keyring"));
}

void TestKeyring::unlockingIsHeard()
{
    QVERIFY(m_bus->start());
    QVERIFY(m_bus->startKeyring(true));
    QCOMPARE(ask({writing}), QStringLiteral("Ok keyring"));
    QVERIFY(m_bus->lock());
    QProcess probe;
    probe.setProcessEnvironment(m_bus->environment());
    probe.start(QStringLiteral(SUHBAT_PROBE),
                {m_bus->folder() + QStringLiteral("/files"), QStringLiteral("watch"), reading});
    QVERIFY(test::waitUntil([&probe] { return probe.canReadLine(); }));
    QVERIFY(m_bus->unlock());
    QVERIFY(probe.waitForFinished(20000));
    QCOMPARE(QString::fromUtf8(probe.readAllStandardOutput()).simplified(),
             QStringLiteral("watching Ok keyring s3cret"));
}

SUHBAT_TEST(TestKeyring, Core)
#include "tst_keyring.moc"
