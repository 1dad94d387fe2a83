#include "api/ServerChoice.h"
#include "api/ServerSettingsReader.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

// What somebody types about a server, and what becomes of it.
class TestServerChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAddressIsOfItsKind_data();
    void everyAddressIsOfItsKind();
    void whatWasTypedIsWhatIsRead_data();
    void whatWasTypedIsWhatIsRead();
    void otherSettingsStay();
    void whatCannotBeWrittenIsSaid();
};

using Problem = ServerChoice::Problem;

void TestServerChoice::everyAddressIsOfItsKind_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("asApi");
    QTest::addColumn<int>("asSocket");
    const auto row = [](const char *name, const char *text, Problem api, Problem socket) {
        QTest::newRow(name) << QString::fromLatin1(text) << int(api) << int(socket);
    };
    row("nothing", " ", Problem::Missing, Problem::None);
    row("https", "https://chat.example.com/api", Problem::None, Problem::None);
    row("without scheme", "chat.example.com:8443", Problem::None, Problem::None);
    row("wss", "wss://chat.example.com", Problem::WrongScheme, Problem::None);
    row("ftp", "ftp://chat.example.com", Problem::WrongScheme, Problem::WrongScheme);
    row("no host", "https://", Problem::NoAddress, Problem::NoAddress);
    row("blank", "chat example", Problem::NoAddress, Problem::NoAddress);
    row("port", "https://chat.example.com:99999", Problem::NoAddress, Problem::NoAddress);
    row("port 0", "https://chat.example.com:0", Problem::NoAddress, Problem::NoAddress);
    row("user", "https://me:secret@chat.example.com", Problem::TooMuch, Problem::TooMuch);
    row("query", "https://chat.example.com?x", Problem::TooMuch, Problem::TooMuch);
    row("odd path", "https://chat.example.com/a%20b", Problem::None, Problem::NoAddress);
}

void TestServerChoice::everyAddressIsOfItsKind()
{
    QFETCH(const QString, text);
    QFETCH(const int, asApi);
    QFETCH(const int, asSocket);
    const QString key = QStringLiteral("app-key");
    QCOMPARE(int(ServerChoice({text, {}, key}).problems().api), asApi);
    const ServerChoice other{QStringLiteral("https://chat.example.com"), text, key};
    QCOMPARE(int(other.problems().socket), asSocket);
    QCOMPARE(other.settings().isEmpty(), other.problems().any());
    QVERIFY(ServerChoice({QStringLiteral("a.example"), {}, {}}).problems().appKey ==
            Problem::Missing);
    QVERIFY(
        ServerChoice({QStringLiteral("a.example"), {}, QStringLiteral("a b")}).problems().appKey ==
        Problem::NoKey);
}

void TestServerChoice::whatWasTypedIsWhatIsRead_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("socket");
    QTest::addColumn<QString>("readApi");
    QTest::addColumn<QString>("readSocket");
    const auto row = [](const char *name, const char *api, const char *socket, const char *readApi,
                        const char *readSocket) {
        QTest::newRow(name) << QString::fromLatin1(api) << QString::fromLatin1(socket)
                            << QString::fromLatin1(readApi) << QString::fromLatin1(readSocket);
    };
    row("one name", "chat.example.com", "", "https://chat.example.com/api",
        "wss://chat.example.com");
    row("a port", "http://127.0.0.1:8000/", "", "http://127.0.0.1:8000/api", "ws://127.0.0.1:8000");
    row("another path", "a.example/v1/", "", "https://a.example/v1", "wss://a.example");
    row("both", " https://a.example:8443/api/ ", "wss://b.example:6001",
        "https://a.example:8443/api", "wss://b.example:6001");
    row("plain", "http://a.example/api", "b.example:8080/reverb", "http://a.example/api",
        "ws://b.example:8080/reverb");
    row("mixed", "https://a.example", "ws://127.0.0.1", "https://a.example/api", "ws://127.0.0.1");
}

void TestServerChoice::whatWasTypedIsWhatIsRead()
{
    QFETCH(const QString, api);
    QFETCH(const QString, socket);
    const QTemporaryDir dir;
    SettingsSources sources;
    sources.userFile = dir.filePath(QStringLiteral("new/server.json"));
    QVERIFY(ServerChoice({api, socket, QStringLiteral("key-1")})
                .write(sources.userFile, sources.userFile)
                .ok());
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(sources.userFile) & others));
    ServerSettingsReader reader(sources);
    const auto profile = reader.read();
    QVERIFY(profile.ok());
    const ServerChoice read = ServerChoice::of(*profile, reader.network());
    QTEST(read.api, "readApi");
    QTEST(read.socket, "readSocket");
    QCOMPARE(read.appKey, QStringLiteral("key-1"));
}

void TestServerChoice::otherSettingsStay()
{
    const QTemporaryDir dir;
    const QString before = dir.filePath(QStringLiteral("before.json"));
    QFile file(before);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"appKey": "old", "host": "old.example", "login": "email"})");
    file.close();
    SettingsSources sources;
    sources.userFile = dir.filePath(QStringLiteral("server.json"));
    const ServerChoice choice{QStringLiteral("new.example"), {}, QStringLiteral("new")};
    QVERIFY(choice.write(before, sources.userFile).ok());
    const auto profile = ServerSettingsReader(sources).read();
    QVERIFY(profile.ok());
    QCOMPARE(profile->appKey, QStringLiteral("new"));
    QCOMPARE(profile->wsHost, QStringLiteral("new.example"));
    QVERIFY(profile->identifierKind == IdentifierKind::Email);
}

void TestServerChoice::whatCannotBeWrittenIsSaid()
{
    const QTemporaryDir dir;
    const ServerChoice choice{QStringLiteral("a.example"), {}, QStringLiteral("k")};
    const QString bad = dir.filePath(QStringLiteral("bad.json"));
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no json");
    file.close();
    const auto unread = choice.write(bad, bad);
    QVERIFY(!unread.ok() && unread.error().detail.startsWith(bad));
    // a file where a folder would have to be
    QVERIFY(!choice.write({}, bad + QStringLiteral("/server.json")).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("no json"));
}

SUHBAT_TEST(TestServerChoice, Core)
#include "tst_serverchoice.moc"
