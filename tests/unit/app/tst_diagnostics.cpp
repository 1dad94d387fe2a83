#include "app/App.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

// The figures of the connection as QML reads them: by property, from the one face.
class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void nothingWithoutAServer();
    void figuresOfAConnection();
    void qmlReadsThem();
};

void TestDiagnostics::nothingWithoutAServer()
{
    const QTemporaryDir home;
    App app(home.filePath(QStringLiteral("settings.ini")));
    const DiagnosticsFace *face = app.diagnostics();
    QCOMPARE(face->property("framesIn").toLongLong(), 0);
    QCOMPARE(face->property("latency").toDouble(), -1.0);
    QVERIFY(face->property("timeline").toStringList().isEmpty());
    QCOMPARE(face->report(), QString());
}

void TestDiagnostics::figuresOfAConnection()
{
    demo::DemoOptions options;
    options.quiet = true;
    demo::DemoServer server(options);
    QVERIFY(server.listen());
    ServerProfile profile;
    profile.appKey = server.appKey();
    profile.wsHost = server.wsUrl().host();
    profile.wsPort = server.port();
    profile.wsSecure = false;
    profile.apiBaseUrl = server.apiUrl();

    const QTemporaryDir home;
    App app(home.filePath(QStringLiteral("settings.ini")));
    app.useServer(profile);
    DiagnosticsFace *face = app.diagnostics();
    const QSignalSpy changes(face, &DiagnosticsFace::changed);
    app.session()->signIn(QStringLiteral("998900000001"), QStringLiteral("demo-pass"));
    QTRY_COMPARE(server.subscriberCount(QStringLiteral("private-user.42")), 1);
    server.sendAs(43, 12, QStringLiteral("Not to be found in diagnostics"));
    QTRY_VERIFY((face->refresh(), face->eventCount() >= 2));

    QVERIFY(changes.count() > 0);
    QVERIFY(face->property("framesIn").toLongLong() >= 3);
    QVERIFY(face->property("bytesOut").toLongLong() > 64);
    QCOMPARE(face->property("reconnects").toLongLong(), 0);
    const QString events = face->property("events").toStringList().join(u'\n');
    QVERIFY2(events.contains(QLatin1String("private-user.42 pusher:subscription_succeeded")),
             qPrintable(events));
    const QString timeline = face->property("timeline").toStringList().join(u'\n');
    QVERIFY2(timeline.contains(QLatin1String("[state] connecting -> connected")),
             qPrintable(timeline));

    const QString report = face->report();
    QVERIFY(QJsonDocument::fromJson(report.toUtf8()).object().contains(QStringLiteral("metrics")));
    QVERIFY(!report.contains(QLatin1String("Not to be found")));
    QVERIFY(!report.contains(QLatin1String("demo-app-key:")));
    app.session()->signOut();
}

void TestDiagnostics::qmlReadsThem()
{
    const QTemporaryDir home;
    App app(home.filePath(QStringLiteral("settings.ini")));
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent component(&engine);
    component.setData("import QtQml\n"
                      "import Suhbat.App\n"
                      "QtObject {\n"
                      "    required property App app\n"
                      "    readonly property DiagnosticsFace face: app.diagnostics\n"
                      "    readonly property double latency: face.latency\n"
                      "    readonly property int lines: face.timeline.length + face.events.length\n"
                      "    Component.onCompleted: face.refresh()\n"
                      "}\n",
                      QUrl(QStringLiteral("qrc:/diagnostics.qml")));
    const std::unique_ptr<QObject> page(component.createWithInitialProperties(
        {{QStringLiteral("app"), QVariant::fromValue(&app)}}));
    QVERIFY2(page, qPrintable(component.errorString()));
    QCOMPARE(page->property("latency").toDouble(), -1.0);
    QCOMPARE(page->property("lines").toInt(), 0);
}

SUHBAT_TEST(TestDiagnostics, Gui)
#include "tst_diagnostics.moc"
