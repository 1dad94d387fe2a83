#include "api/ServerSettingsReader.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hostAndKeyAreEnough();
    void httpMeansPort80();
    void everySourceBeatsTheNext();
    void aLaravelFileIsUnderstood();
    void secretsAreNeverRead();
    void aPusherClusterIsUnderstood();
    void theEnvironmentKnowsLaravelsNames();
    void aJsonFileIsUnderstood();
    void everyValueIsOfItsKind();
    void featuresMayBeSwitchedOffToo();
    void noneAsksNoServer();
    void badValuesNameTheirSource_data();
    void badValuesNameTheirSource();
    void badFilesAreNamedWithTheirLine();
    void whatIsMissingIsSaid();
    void passwordsInAddressesAreNotRepeated();
    void channelsAreMadeOfTheTemplate();
    void theWayToTheServerIsRead();
    void proxiesAreOfManyForms_data();
    void proxiesAreOfManyForms();
    void proxyPasswordsAreMasked();
    void anEnvFileMayHoldTheProxysPassword();
    void insecureTlsIsAnOptionAlone();

private:
    Result<ServerProfile> read();
    QString file(const char *name) const;
    /// A file of the test's own; gives its path.
    QString write(const char *name, const QByteArray &text) const;
    QString sourceOf(const QString &name) const;
    QString valueOf(const QString &name) const;

    SettingsSources m_sources;
    std::unique_ptr<ServerSettingsReader> m_reader;
    QTemporaryDir m_dir;
};

void TestSettings::init()
{
    test::failOnAnyWarning();
    m_sources = {};
}

Result<ServerProfile> TestSettings::read()
{
    m_reader = std::make_unique<ServerSettingsReader>(m_sources);
    return m_reader->read();
}

QString TestSettings::file(const char *name) const
{
    return QStringLiteral(SUHBAT_SOURCE_DIR "/tests/fixtures/api/") + QLatin1String(name);
}

QString TestSettings::write(const char *name, const QByteArray &text) const
{
    QFile out(m_dir.filePath(QLatin1String(name)));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("cannot write %s", name);
    return out.fileName();
}

QString TestSettings::sourceOf(const QString &name) const
{
    for (const ConfigLine &line : m_reader->describe()) {
        if (line.name == name)
            return line.source;
    }
    return QStringLiteral("not described");
}

QString TestSettings::valueOf(const QString &name) const
{
    for (const ConfigLine &line : m_reader->describe()) {
        if (line.name == name)
            return line.value;
    }
    return QStringLiteral("not described");
}

void TestSettings::hostAndKeyAreEnough()
{
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("demo-app-key")}};
    const auto profile = read();
    QVERIFY(profile.ok());
    QCOMPARE(profile->wsHost, QStringLiteral("chat.example.test"));
    QCOMPARE(profile->wsPort, 443);
    QVERIFY(profile->wsSecure);
    QCOMPARE(profile->apiBaseUrl.toString(), QStringLiteral("https://chat.example.test/api"));
    QCOMPARE(profile->authPath, QStringLiteral("/broadcasting/auth"));
    QVERIFY(profile->identifierKind == IdentifierKind::Phone);
    QVERIFY(profile->capabilities.on == Capabilities());
    QCOMPARE(sourceOf(QStringLiteral("host")), QStringLiteral("option --host"));
    QCOMPARE(sourceOf(QStringLiteral("port")), QStringLiteral("built in"));
    QCOMPARE(valueOf(QStringLiteral("port")), QStringLiteral("443"));
    QCOMPARE(sourceOf(QStringLiteral("path-prefix")), QStringLiteral("not set"));
    QCOMPARE(sourceOf(QStringLiteral("api-base-url")), QStringLiteral("from scheme, host"));
    QCOMPARE(m_reader->describe().size(), ServerSettingsReader::names().size());
}

void TestSettings::httpMeansPort80()
{
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                         {QStringLiteral("app-key"), QStringLiteral("k")},
                         {QStringLiteral("scheme"), QStringLiteral("http")}};
    const auto profile = read();
    QCOMPARE(profile->wsPort, 80);
    QVERIFY(!profile->wsSecure);
    QCOMPARE(profile->apiBaseUrl.toString(), QStringLiteral("http://127.0.0.1/api"));
}

void TestSettings::everySourceBeatsTheNext()
{
    m_sources.systemFile = write("system.json", "{\"host\":\"system.test\",\"appKey\":\"k\"}");
    QCOMPARE(read()->wsHost, QStringLiteral("system.test"));
    m_sources.userFile = write("user.json", "{\"host\":\"user.test\"}");
    QCOMPARE(read()->wsHost, QStringLiteral("user.test"));
    m_sources.envFile = write("one.env", "REVERB_HOST=file.test\n");
    QCOMPARE(read()->wsHost, QStringLiteral("file.test"));
    m_sources.environment.insert(QStringLiteral("REVERB_HOST"), QStringLiteral("reverb.test"));
    QCOMPARE(read()->wsHost, QStringLiteral("reverb.test"));
    m_sources.environment.insert(QStringLiteral("SUHBAT_HOST"), QStringLiteral("suhbat.test"));
    QCOMPARE(read()->wsHost, QStringLiteral("suhbat.test"));
    m_sources.options.insert(QStringLiteral("host"), QStringLiteral("option.test"));
    const auto profile = read();
    QCOMPARE(profile->wsHost, QStringLiteral("option.test"));
    // Each value by itself.
    QCOMPARE(profile->appKey, QStringLiteral("k"));
    QCOMPARE(sourceOf(QStringLiteral("app-key")),
             m_sources.systemFile + QStringLiteral(":1: appKey"));
}

void TestSettings::aLaravelFileIsUnderstood()
{
    m_sources.envFile = file("laravel.env");
    m_sources.environment.insert(QStringLiteral("DOMAIN"), QStringLiteral("example.test"));
    const auto profile = read();
    QVERIFY2(profile.ok(), qPrintable(profile.ok() ? QString() : profile.error().detail));
    QCOMPARE(profile->appKey, QStringLiteral("demo-app-key"));
    QCOMPARE(profile->wsHost, QStringLiteral("ws.example.test"));
    QCOMPARE(profile->wsPort, 8443);
    QCOMPARE(profile->apiBaseUrl.toString(), QStringLiteral("https://chat.example.test/api"));
    QCOMPARE(sourceOf(QStringLiteral("host")),
             m_sources.envFile + QStringLiteral(":10: REVERB_HOST"));

    QStringList warnings;
    const auto all = readEnvFile(m_sources.envFile, {}, &warnings);
    QCOMPARE(all->value(QStringLiteral("COMPANY")).text, QStringLiteral("Demo #1"));
    QCOMPARE(all->value(QStringLiteral("MULTI")).text, QStringLiteral("a\"b\nc"));
    QCOMPARE(all->value(QStringLiteral("VITE_REVERB_APP_KEY")).text,
             QStringLiteral("demo-app-key"));
    QCOMPARE(all->value(QStringLiteral("REVERB_HOST")).text, QStringLiteral("ws.${DOMAIN}"));
}

void TestSettings::secretsAreNeverRead()
{
    QStringList warnings;
    const auto all = readEnvFile(file("laravel.env"), {}, &warnings);
    for (const SettingText &text : *all)
        QVERIFY(!text.text.contains(QStringLiteral("secret")));
    QVERIFY(!all->contains(QStringLiteral("APP_KEY")));
    QVERIFY(!all->contains(QStringLiteral("DB_PASSWORD")));
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.constFirst().startsWith(file("laravel.env") +
                                             QStringLiteral(":9: REVERB_APP_SECRET: a secret")));
    QVERIFY(!warnings.constFirst().contains(QStringLiteral("demo-app-secret")));
}

void TestSettings::aPusherClusterIsUnderstood()
{
    m_sources.envFile = file("pusher.env");
    const auto without = read();
    QVERIFY(!without.ok());
    QVERIFY(without.error().detail.contains(QStringLiteral("--api-base-url")));
    m_sources.options.insert(QStringLiteral("api-base-url"),
                             QStringLiteral("https://chat.example.test/api"));
    const auto profile = read();
    QVERIFY(profile.ok());
    QCOMPARE(profile->wsHost, QStringLiteral("ws-eu.pusher.com"));
    QCOMPARE(profile->appKey, QStringLiteral("pusher-key"));
    QCOMPARE(sourceOf(QStringLiteral("host")),
             m_sources.envFile + QStringLiteral(":8: PUSHER_APP_CLUSTER"));
}

void TestSettings::theEnvironmentKnowsLaravelsNames()
{
    m_sources.environment = {
        {QStringLiteral("PUSHER_HOST"), QStringLiteral("soketi.test")},
        {QStringLiteral("PUSHER_APP_KEY"), QStringLiteral("k")},
        {QStringLiteral("PUSHER_PORT"), QStringLiteral("6001")},
        {QStringLiteral("API_BASE_URL"), QStringLiteral("http://api.test/v1/")}};
    const auto profile = read();
    QCOMPARE(profile->wsHost, QStringLiteral("soketi.test"));
    QCOMPARE(profile->wsPort, 6001);
    QCOMPARE(profile->apiBaseUrl.toString(), QStringLiteral("http://api.test/v1"));
    QCOMPARE(sourceOf(QStringLiteral("port")), QStringLiteral("environment PUSHER_PORT"));
}

void TestSettings::aJsonFileIsUnderstood()
{
    m_sources.userFile = file("server.json");
    const auto profile = read();
    QVERIFY(profile.ok());
    QCOMPARE(profile->wsHost, QStringLiteral("json.example.test"));
    QCOMPARE(profile->wsPort, 6001);
    QVERIFY(profile->identifierKind == IdentifierKind::Email);
    QVERIFY(profile->capabilities.on.typing && profile->capabilities.on.tempId);
    QVERIFY(!profile->capabilities.on.idempotentSend);
    QCOMPARE(profile->serverTimeZone.offsetFromUtc(QDateTime::currentDateTimeUtc()), 5 * 3600);
    QCOMPARE(m_reader->warnings(),
             QStringList({m_sources.userFile +
                              QStringLiteral(":8: app_secret: a secret of the server; not read"),
                          m_sources.userFile + QStringLiteral(":9: colour: no such setting"),
                          m_sources.userFile + QStringLiteral(":10: key: no such setting; did you "
                                                              "mean \"app-key\"?")}));
}

void TestSettings::everyValueIsOfItsKind()
{
    m_sources.environment = {
        {QStringLiteral("SUHBAT_HOST"), QStringLiteral("[::1]")},
        {QStringLiteral("SUHBAT_APP_KEY"), QStringLiteral("k")},
        {QStringLiteral("SUHBAT_SCHEME"), QStringLiteral("WS")},
        {QStringLiteral("SUHBAT_PORT"), QStringLiteral("8080")},
        {QStringLiteral("SUHBAT_PATH_PREFIX"), QStringLiteral("/reverb/")},
        {QStringLiteral("SUHBAT_AUTH_PATH"), QStringLiteral("/custom/auth")},
        {QStringLiteral("SUHBAT_LOGIN"), QStringLiteral("username")},
        {QStringLiteral("SUHBAT_FEATURES"), QStringLiteral("tempId, typing")},
        {QStringLiteral("SUHBAT_CHANNEL"), QStringLiteral("private-App.User.{id}")},
        {QStringLiteral("SUHBAT_TIME_ZONE"), QStringLiteral("Asia/Tashkent")}};
    const auto profile = read();
    QVERIFY2(profile.ok(), qPrintable(profile.ok() ? QString() : profile.error().detail));
    QCOMPARE(profile->wsHost, QStringLiteral("::1"));
    QVERIFY(!profile->wsSecure);
    QCOMPARE(profile->wsPort, 8080);
    QCOMPARE(m_reader->network().pathPrefix, QStringLiteral("/reverb"));
    QCOMPARE(profile->apiBaseUrl.toString(), QStringLiteral("http://[::1]/api"));
    QCOMPARE(profile->authPath, QStringLiteral("/custom/auth"));
    QVERIFY(profile->identifierKind == IdentifierKind::Username);
    QVERIFY(profile->capabilities.on.typing && profile->capabilities.on.tempId);
    QCOMPARE(profile->serverTimeZone.id(), QByteArray("Asia/Tashkent"));
    QCOMPARE(profile->userChannel(UserId(qint64(42))), QStringLiteral("private-App.User.42"));
}

void TestSettings::featuresMayBeSwitchedOffToo()
{
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("k")},
                         {QStringLiteral("features"),
                          QStringLiteral("idempotentSend, DELETE, no-edit, typing, no-typing")}};
    const auto profile = read();
    QVERIFY(profile.ok());
    Capabilities everything;
    for (const CapabilityName &one : capabilityNames)
        everything.*one.member = true;
    QCOMPARE(namesOf(profile->capabilities.over({})),
             QStringList({QStringLiteral("tempId"), QStringLiteral("idempotentSend"),
                          QStringLiteral("delete")}));
    const Capabilities over = profile->capabilities.over(everything);
    QVERIFY(!over.edit && !over.typing && over.remove && over.search);
}

void TestSettings::noneAsksNoServer()
{
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("k")},
                         {QStringLiteral("features"), QStringLiteral("none")}};
    const auto profile = read();
    QVERIFY(profile.ok());
    Capabilities told;
    told.edit = true;
    QVERIFY(!profile->capabilities.ask);
    QVERIFY(profile->capabilities.over(told) == Capabilities());
}

void TestSettings::badValuesNameTheirSource_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *value, const char *why) {
        QTest::addRow("%s %s", name, value)
            << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(why);
    };
    add("host", "https://chat.example.test", "is no host name (no scheme, no port, no path)");
    add("host", "chat.example.test:8080", "is no host name (no scheme, no port, no path)");
    add("host", "chat/x", "is no host name (no scheme, no port, no path)");
    add("host", "ws.${DOMAIN}", "is no host name (no scheme, no port, no path)");
    add("port", "0", "is no port (1-65535)");
    add("port", "65536", "is no port (1-65535)");
    add("port", "http", "is no port (1-65535)");
    add("scheme", "ftp", "is no scheme (http, https)");
    add("app-key", "a key", "is no app key (letters, digits, . _ ~ -)");
    add("app-key", "a/../b", "is no app key (letters, digits, . _ ~ -)");
    add("path-prefix", "reverb", "is no path (\"/prefix\")");
    add("api-base-url", "chat.example.test/api",
        "is no address (\"https://chat.example.com/api\")");
    add("api-base-url", "ftp://chat.example.test",
        "is no address (\"https://chat.example.com/api\")");
    add("api-base-url", "https://chat.example.test/?a", "may hold no user name, no ? and no #");
    add("auth-path", "broadcasting/auth", "is no path (\"/broadcasting/auth\")");
    add("login", "name", "is none of phone, email, username");
    add("features", "typing,magic",
        "names more than none or, with or without no-, typing, tempId, idempotentSend, paging, "
        "reply, edit, delete, upload, readers, groupCreate, members, presence, search");
    add("channel", "public.{id}", "is no private channel with {id} in it (\"private-user.{id}\")");
    add("conversation-channel", "conversation.{id}",
        "is no private or presence channel with {id} in it (\"presence-conversation.{id}\")");
    add("proxy", "proxy.example.test",
        "is none of none, system, HOST:PORT, http://HOST:PORT, socks5://HOST:PORT");
    add("proxy", "ftp://proxy.example.test:3128",
        "is none of none, system, HOST:PORT, http://HOST:PORT, socks5://HOST:PORT");
    add("proxy-user", "dana:x", "is no user name (printable, without :)");
    add("origin", "chat.example.test", "is no origin (\"https://chat.example.com\")");
    add("origin", "https://chat.example.test/x", "is no origin (\"https://chat.example.com\")");
    add("request-timeout", "0", "is no number of seconds (0.1-600)");
    add("connect-timeout", "nan", "is no number of seconds (0.1-600)");
    add("ca-file", "/no/such.pem", "cannot be read (No such file or directory)");
    add("time-zone", "Mars/Olympus", "is no time zone (\"Asia/Tashkent\", \"+05:00\")");
}

void TestSettings::badValuesNameTheirSource()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, why);
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("k")}};
    m_sources.options.insert(name, value);
    const auto profile = read();
    QVERIFY(!profile.ok());
    QCOMPARE(toString(profile.error().kind), QStringLiteral("Configuration"));
    QCOMPARE(profile.error().detail,
             QStringLiteral("option --%1: \"%2\" %3").arg(name, value, why));
    QCOMPARE(m_reader->describe().size(), ServerSettingsReader::names().size());
}

void TestSettings::badFilesAreNamedWithTheirLine()
{
    m_sources.envFile = m_dir.filePath(QStringLiteral("none.env"));
    QVERIFY(
        read().error().detail.startsWith(m_sources.envFile + QStringLiteral(": cannot be read")));
    m_sources.envFile = QStringLiteral("/dev/zero"); // without a size, and without an end
    QCOMPARE(read().error().detail, QStringLiteral("/dev/zero: too large for settings"));
    m_sources.envFile = write("bad.env", "\nREVERB_HOST=\"ws.test\nREVERB_PORT=1\n");
    QCOMPARE(read().error().detail,
             m_sources.envFile + QStringLiteral(":2: REVERB_HOST: the quote is never closed"));
    m_sources.envFile = write("port.env", "REVERB_HOST=ws.test\nREVERB_PORT=many\n");
    QCOMPARE(read().error().detail,
             m_sources.envFile + QStringLiteral(":2: REVERB_PORT: \"many\" is no port (1-65535)"));
    m_sources.envFile.clear();
    m_sources.userFile = write("bad.json", "{\n  \"host\": \"a\",\n  oops\n}");
    QVERIFY(read().error().detail.startsWith(m_sources.userFile + QStringLiteral(":3: ")));
    m_sources.userFile = write("list.json", "[]");
    QVERIFY(read().error().detail.contains(QStringLiteral("is no JSON object")));
    m_sources.userFile = write("type.json", "{\n\"host\": true}");
    QCOMPARE(read().error().detail, m_sources.userFile + QStringLiteral(":2: host: wants a text"));
    m_sources.userFile = write("number.json", "{\n\"host\": 5, \"port\": 443}");
    QCOMPARE(read().error().detail, m_sources.userFile + QStringLiteral(":2: host: wants a text"));
}

void TestSettings::whatIsMissingIsSaid()
{
    QVERIFY(!read().ok());
    QVERIFY(m_reader->isUnconfigured());
    QVERIFY(m_reader->read().error().detail.startsWith(QStringLiteral("no server is configured")));
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")}};
    QVERIFY(read().error().detail.startsWith(QStringLiteral("the app key is missing")));
    QVERIFY(!m_reader->isUnconfigured());
    m_sources.options = {{QStringLiteral("app-key"), QStringLiteral("k")},
                         {QStringLiteral("host"), QString()}};
    QVERIFY(read().error().detail.startsWith(QStringLiteral("the host is missing")));
}

void TestSettings::passwordsInAddressesAreNotRepeated()
{
    m_sources.options = {
        {QStringLiteral("host"), QStringLiteral("chat.example.test")},
        {QStringLiteral("app-key"), QStringLiteral("k")},
        {QStringLiteral("api-base-url"), QStringLiteral("https://me:hunter2@chat.example.test")}};
    const auto profile = read();
    QVERIFY(!profile.ok());
    QVERIFY(!profile.error().detail.contains(QStringLiteral("hunter2")));
    QVERIFY(!valueOf(QStringLiteral("api-base-url")).contains(QStringLiteral("hunter2")));
}

void TestSettings::channelsAreMadeOfTheTemplate()
{
    ServerProfile profile;
    profile.apiBaseUrl = QUrl(QStringLiteral("https://chat.example.test:8443/v1/api"));
    QCOMPARE(profile.userChannel(UserId(qint64(42))), QStringLiteral("private-user.42"));
    QCOMPARE(profile.origin().toString(), QStringLiteral("https://chat.example.test:8443"));
    QCOMPARE(profile.apiUrl(QStringLiteral("/a%2Fb?c=d%26")).toEncoded(),
             QByteArray("https://chat.example.test:8443/v1/api/a%2Fb?c=d%26"));
    QVERIFY(!profile.isOwnOrigin(QUrl(QStringLiteral("https://chat.example.test/"))));
    QVERIFY(!profile.isOwnOrigin(QUrl(QStringLiteral("http://chat.example.test:8443/"))));
    QVERIFY(!profile.isOwnOrigin(QUrl(QStringLiteral("https://evil.example.test:8443/"))));
    profile.apiBaseUrl = QUrl(QStringLiteral("https://chat.example.test/api"));
    QVERIFY(profile.isOwnOrigin(QUrl(QStringLiteral("https://chat.example.test:443/x"))));
}

void TestSettings::theWayToTheServerIsRead()
{
    m_sources.environment = {{QStringLiteral("SUHBAT_HOST"), QStringLiteral("chat.example.test")},
                             {QStringLiteral("SUHBAT_APP_KEY"), QStringLiteral("k")}};
    QVERIFY(read().ok());
    QVERIFY(m_reader->network().proxy.use == ProxySettings::Use::System);
    QCOMPARE(m_reader->network().requestTimeout, std::chrono::milliseconds(30000));
    QCOMPARE(valueOf(QStringLiteral("connect-timeout")), QStringLiteral("15"));

    m_sources.environment.insert(QStringLiteral("SUHBAT_REQUEST_TIMEOUT"), QStringLiteral("2.5"));
    m_sources.environment.insert(QStringLiteral("SUHBAT_PROXY"), QStringLiteral("none"));
    m_sources.options = {{QStringLiteral("connect-timeout"), QStringLiteral("4")},
                         {QStringLiteral("origin"), QStringLiteral("https://chat.example.test")}};
    m_sources.systemFile = write("way.json", R"({"proxy":"proxy.example.test:1","proxyUser":"u"})");
    QVERIFY(read().ok());
    const NetworkSettings &network = m_reader->network();
    QVERIFY(network.proxy.use == ProxySettings::Use::None);
    QCOMPARE(network.proxy.user, QStringLiteral("u"));
    QCOMPARE(network.requestTimeout, std::chrono::milliseconds(2500));
    QCOMPARE(network.connectTimeout, std::chrono::milliseconds(4000));
    QCOMPARE(network.origin, QStringLiteral("https://chat.example.test"));
    QCOMPARE(sourceOf(QStringLiteral("proxy")), QStringLiteral("environment SUHBAT_PROXY"));
    QVERIFY(
        sourceOf(QStringLiteral("proxy-user")).endsWith(QStringLiteral("way.json:1: proxyUser")));
}

void TestSettings::proxiesAreOfManyForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto add = [](const char *text, const char *read) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(read);
    };
    add("proxy.example.test:3128", "http proxy.example.test 3128 - -");
    add("http://proxy.example.test:3128/", "http proxy.example.test 3128 - -");
    add("socks5://127.0.0.1:1080", "socks5 127.0.0.1 1080 - -");
    add("[::1]:3128", "http ::1 3128 - -");
    add("dana:p%40ss@proxy.example.test:3128", "http proxy.example.test 3128 dana p@ss");
}

void TestSettings::proxiesAreOfManyForms()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("k")},
                         {QStringLiteral("proxy"), text}};
    QVERIFY(this->read().ok());
    const ProxySettings &proxy = m_reader->network().proxy;
    QVERIFY(proxy.use == ProxySettings::Use::Given);
    const auto shown = [](const QString &s) { return s.isEmpty() ? QStringLiteral("-") : s; };
    const bool socks = proxy.kind == ProxySettings::Kind::Socks5;
    QCOMPARE(QStringList({socks ? QStringLiteral("socks5") : QStringLiteral("http"), proxy.host,
                          QString::number(proxy.port), shown(proxy.user), shown(proxy.password)})
                 .join(u' '),
             read);
}

void TestSettings::proxyPasswordsAreMasked()
{
    for (const char *const proxy :
         {"dana:hunter2@proxy.example.test:1", "http://dana:hunter2@proxy.example.test:1",
          "dana:hunter2/x@proxy.example.test:1", "dana:hunter2@@proxy.example.test"}) {
        m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                             {QStringLiteral("app-key"), QStringLiteral("k")},
                             {QStringLiteral("proxy"), QString::fromLatin1(proxy)},
                             {QStringLiteral("proxy-password"), QStringLiteral("hunter2\n")}};
        const auto profile = read();
        QString all = profile.ok() ? QString() : profile.error().detail;
        const auto lines = m_reader->describe();
        for (const ConfigLine &line : lines)
            all += line.value + line.source;
        QVERIFY2(!all.contains(QLatin1String("hunter2")), qPrintable(all));
    }
    QCOMPARE(valueOf(QStringLiteral("proxy-password")), QStringLiteral("***"));
}

void TestSettings::anEnvFileMayHoldTheProxysPassword()
{
    m_sources.envFile = write("proxy.env", "REVERB_HOST=ws.test\nREVERB_APP_KEY=k\n"
                                           "SUHBAT_PROXY_USER=dana\nSUHBAT_PROXY_PASSWORD=open\n"
                                           "DB_PASSWORD=never\n");
    QVERIFY(read().ok());
    QCOMPARE(m_reader->network().proxy.password, QStringLiteral("open"));
    QVERIFY(
        sourceOf(QStringLiteral("proxy-password")).contains(QLatin1String(":4: SUHBAT_PROXY_")));
}

void TestSettings::insecureTlsIsAnOptionAlone()
{
    m_sources.options = {{QStringLiteral("host"), QStringLiteral("chat.example.test")},
                         {QStringLiteral("app-key"), QStringLiteral("k")}};
    m_sources.environment = {{QStringLiteral("SUHBAT_INSECURE_TLS"), QStringLiteral("1")}};
    m_sources.userFile = write("insecure.json", R"({"insecure-tls":"1"})");
    QVERIFY(read().ok());
    QVERIFY(!m_reader->network().insecureTls);
    QVERIFY(m_reader->warnings().constFirst().endsWith(QStringLiteral("no such setting")));
    m_sources.insecureTls = true;
    QVERIFY(read().ok());
    QVERIFY(m_reader->network().insecureTls);
    QCOMPARE(sourceOf(QStringLiteral("insecure-tls")), QStringLiteral("option --insecure-tls"));
}

SUHBAT_TEST(TestSettings, Core)
#include "tst_settings.moc"
