#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"

#include <QProcess>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using namespace Qt::StringLiterals;

/// tests/examples/listen_to_channel, a program on src/pusher alone, does what it says.
class TestPusherExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { suhbat::test::failOnAnyWarning(); }
    void printsEventsOfAPrivateChannel();
};

void TestPusherExample::printsEventsOfAPrivateChannel()
{
    DemoOptions options;
    options.quiet = true;
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient dana(server.apiUrl());
    QVERIFY(dana.logIn(u"998900000001"_s));

    QProcess example;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TOKEN"_s, dana.token());
    example.setProcessEnvironment(environment);
    example.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QByteArray printed;
    connect(&example, &QProcess::readyReadStandardOutput, this,
            [&] { printed += example.readAllStandardOutput(); });
    example.start(QStringLiteral(SUHBAT_EXAMPLE),
                  {server.apiUrl().host(), QString::number(server.port()), server.appKey(),
                   u"private-user.42"_s, server.apiUrl().toString() + u"/broadcasting/auth"_s});
    QTRY_COMPARE_WITH_TIMEOUT(printed, "pusher:subscription_succeeded {}\n", 20000);
    printed.clear();
    server.publishTo(42, u"App\\Events\\Said"_s, R"({"text":"Салом"})");
    QTRY_COMPARE(printed, R"(App\Events\Said {"text":"Салом"})"
                          "\n");
    example.kill();
    QVERIFY(example.waitForFinished());
}

SUHBAT_TEST(TestPusherExample, Core)
#include "tst_pusher_example.moc"
