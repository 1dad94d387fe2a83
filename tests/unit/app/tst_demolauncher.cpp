#include "app/DemoLauncher.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

class TestDemoLauncher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void readyLineIsRead();
    void badReadyLineIsAnError_data();
    void badReadyLineIsAnError();
    void readyComesWithTheAddress();
    void optionsReachTheProgram();
    void missingProgramFails();
    void silentProgramFails();
    void programThatEndsFails();
    void serverEndsWithTheLauncher();

private:
    /// A stand-in for suhbat-demo-server: a shell script.
    QString script(const QByteArray &body) const
    {
        QString path = m_dir.filePath(QStringLiteral("server"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write("#!/bin/sh\n" + body);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner |
                            QFileDevice::WriteOwner);
        return path;
    }
    QByteArray contents(const char *name) const
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray readyScript() const
    {
        return "cat '" + QFile::encodeName(QStringLiteral(SUHBAT_SOURCE_DIR)) +
               "/tests/fixtures/app/ready-line.json'\n";
    }
    static void expectWarning(const char *pattern)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(pattern)));
    }

    QTemporaryDir m_dir;
};

void TestDemoLauncher::readyLineIsRead()
{
    const auto address =
        DemoServerAddress::fromReadyLine(test::fixture(QStringLiteral("app/ready-line.json")));
    QVERIFY(address);
    QCOMPARE(address->api, QUrl(QStringLiteral("http://127.0.0.1:40123/api")));
    QCOMPARE(address->webSocket, QUrl(QStringLiteral("ws://127.0.0.1:40123")));
    QCOMPARE(address->appKey, QStringLiteral("demo-key"));
    QCOMPARE(address->pid, 4711);

    const ServerProfile profile = address->profile();
    QCOMPARE(profile.apiBaseUrl, address->api);
    QCOMPARE(profile.wsHost, QStringLiteral("127.0.0.1"));
    QCOMPARE(profile.wsPort, 40123);
    QVERIFY(!profile.wsSecure);
    QCOMPARE(profile.appKey, QStringLiteral("demo-key"));
    QVERIFY(profile.capabilities.ask);
}

void TestDemoLauncher::badReadyLineIsAnError_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("listening");
    QTest::newRow("no key") << QByteArray(R"({"api":"http://a/api","ws":"ws://a","pid":1})");
    QTest::newRow("no address") << QByteArray(R"({"api":7,"ws":"ws://a","appKey":"k"})");
}

void TestDemoLauncher::badReadyLineIsAnError()
{
    QFETCH(const QByteArray, line);
    QVERIFY(!DemoServerAddress::fromReadyLine(line));
}

void TestDemoLauncher::readyComesWithTheAddress()
{
    DemoLauncher launcher(script(readyScript() + "cat >/dev/null\n"));
    const QSignalSpy ready(&launcher, &DemoLauncher::ready);
    const QSignalSpy failed(&launcher, &DemoLauncher::failed);
    launcher.start(DemoLauncher::People::Scripted);
    QCOMPARE(ready.size(), 0);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(ready.first().first().value<DemoServerAddress>().appKey, QStringLiteral("demo-key"));
    QCOMPARE(failed.size(), 0);
}

void TestDemoLauncher::optionsReachTheProgram()
{
    const QByteArray keep = "echo \"$@\" > \"$(dirname \"$0\")/arguments\"\n";
    DemoLauncher launcher(script(keep + readyScript() + "cat >/dev/null\n"));
    const QSignalSpy ready(&launcher, &DemoLauncher::ready);
    launcher.start(DemoLauncher::People::None);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(contents("arguments"), QByteArray("--port 0 --exit-with-parent --quiet\n"));
}

void TestDemoLauncher::missingProgramFails()
{
    expectWarning("not-there");
    DemoLauncher launcher(m_dir.filePath(QStringLiteral("not-there")));
    const QSignalSpy failed(&launcher, &DemoLauncher::failed);
    launcher.start(DemoLauncher::People::Scripted);
    QCOMPARE(failed.size(), 0);
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QVERIFY(error.kind == Error::Kind::Configuration);
    QVERIFY(error.detail.startsWith(QLatin1String("not-there: ")));
}

void TestDemoLauncher::silentProgramFails()
{
    expectWarning("no ready line");
    DemoLauncher launcher(script("cat >/dev/null\n"));
    launcher.setPatience(std::chrono::milliseconds(50));
    const QSignalSpy failed(&launcher, &DemoLauncher::failed);
    launcher.start(DemoLauncher::People::Scripted);
    QTRY_COMPARE(failed.size(), 1);
}

void TestDemoLauncher::programThatEndsFails()
{
    expectWarning("ended with code 3");
    DemoLauncher launcher(script(readyScript() + "exit 3\n"));
    const QSignalSpy ready(&launcher, &DemoLauncher::ready);
    const QSignalSpy failed(&launcher, &DemoLauncher::failed);
    launcher.start(DemoLauncher::People::Scripted);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(ready.size(), 1);
}

void TestDemoLauncher::serverEndsWithTheLauncher()
{
    {
        DemoLauncher launcher(
            script(readyScript() + "cat >/dev/null\ntouch \"$(dirname \"$0\")/ended\"\n"));
        const QSignalSpy ready(&launcher, &DemoLauncher::ready);
        launcher.start(DemoLauncher::People::Scripted);
        QTRY_COMPARE(ready.size(), 1);
    }
    QVERIFY(QFile::exists(m_dir.filePath(QStringLiteral("ended"))));
}

SUHBAT_TEST(TestDemoLauncher, Core)
#include "tst_demolauncher.moc"
