// What is fetched of pictures and files, from where and with what; what is kept and what is shown.
#include "api/ChatApi.h"
#include "app/files/FileNames.h"
#include "app/files/FileService.h"
#include "app/files/PictureProvider.h"
#include "models/PictureRoom.h"
#include "net/NetworkManager.h"
#include "StubServer.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/TestProgram.h"
#include "support/TestProxy.h"
#include "support/ThrowAwayCa.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QDir>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace suhbat;
using test::StubServer;

namespace {

QByteArray png(const QSize &size, const QColor &color = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Of a chunk of a PNG file.
quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

} // namespace

class TestFileFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesAreMadeSafe_data();
    void namesAreMadeSafe();
    void aNameThatIsTakenGetsANumber();
    void onlyDocumentsAreOpened_data();
    void onlyDocumentsAreOpened();
    void roomForPictures_data();
    void roomForPictures();
    void picturesAreReadAtTheSizeTheyAreShownIn();
    void noPictureBeyondItsBound();
    void noPictureOfAnotherKind_data();
    void noPictureOfAnotherKind();
    void addressesOfPictures();
    void theTokenStaysAtItsServer();
    void aForeignHostIsAskedWhenTheUserSaysSo();
    void redirectsKeepTheTokenAtHome();
    void whatIsTooLargeIsGivenUp_data();
    void whatIsTooLargeIsGivenUp();
    void oneTransferAnAddress();
    void failuresLeaveNothing();
    void aCancelledOneLeavesNothing();
    void aQueueHasItsEnd();
    void theCacheKeepsItsBound();
    void loggingOutLeavesNothing();
    void copiesNeverRun();
    void filesTakeTheSameAuthorities();
    void filesTakeTheSameProxy();

private:
    QString fetched(const QUrl &url, bool elsewhere = false, qint64 most = FileService::mostAsked);
    QStringList onDisk() const;
    /// Another server, and the way to it.
    void use(const QUrl &api, const NetworkSettings &settings);

    QTemporaryDir m_dir;
    std::unique_ptr<StubServer> m_own;
    std::unique_ptr<StubServer> m_foreign;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ChatApi> m_api;
    std::unique_ptr<FileService> m_files;
    std::optional<Error> m_error;
};

void TestFileFetch::init()
{
    test::failOnAnyWarning();
    QDir(m_dir.path()).removeRecursively();
    m_own = std::make_unique<StubServer>();
    m_foreign = std::make_unique<StubServer>();
    for (StubServer *server : {m_own.get(), m_foreign.get()})
        server->answer = [](const auto &) { return StubServer::Answer{200, png({40, 30})}; };
    m_network = std::make_unique<QNetworkAccessManager>();
    ServerProfile profile;
    profile.apiBaseUrl = m_own->url(QStringLiteral("/api"));
    m_api = std::make_unique<ChatApi>(m_network.get(), profile, NetworkSettings());
    m_api->setToken(QStringLiteral("secret-token"));
    m_files = std::make_unique<FileService>();
    m_files->start(*m_api, m_dir.filePath(QStringLiteral("cache")));
}

void TestFileFetch::cleanup()
{
    m_files.reset();
    m_api.reset();
    m_network.reset();
}

/// Where it lies then; empty, and m_error, when it did not come.
QString TestFileFetch::fetched(const QUrl &url, bool elsewhere, qint64 most)
{
    Transfer *const transfer = m_files->fetch({url, most, true, elsewhere});
    if (!transfer)
        return {};
    std::optional<Result<QString>> end;
    m_error.reset();
    connect(transfer, &Transfer::ended, this, [&end](const auto &path) { end = path; });
    if (!test::waitUntil([&] { return end.has_value(); }))
        return {};
    if (*end)
        return **end;
    m_error = end->error();
    return {};
}

QStringList TestFileFetch::onDisk() const
{
    QStringList names;
    const QDir cache(m_dir.filePath(QStringLiteral("cache")));
    for (const QString &folder : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        names += QDir(cache.filePath(folder)).entryList(QDir::Files);
    return names;
}

void TestFileFetch::namesAreMadeSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"visit plan.pdf"_qs << u""_qs << u"visit plan.pdf"_qs;
    QTest::newRow("cyrillic") << u"Отчёт за май.docx"_qs << u""_qs << u"Отчёт за май.docx"_qs;
    QTest::newRow("path") << u"../../.ssh/id"_qs << u""_qs << u"_.._.ssh_id"_qs;
    QTest::newRow("windows path") << u"C:\\a\\b.txt"_qs << u""_qs << u"C__a_b.txt"_qs;
    QTest::newRow("hidden") << u"..bashrc"_qs << u""_qs << u"bashrc"_qs;
    QTest::newRow("backwards") << QStringLiteral("photo\u202egpj.exe") << u""_qs
                               << u"photo_gpj.exe"_qs;
    QTest::newRow("control") << QStringLiteral("a\nb\u0000c.txt") << u""_qs << u"a_b_c.txt"_qs;
    QTest::newRow("nothing") << u""_qs << u"image/png"_qs << u"file.png"_qs;
    QTest::newRow("dots") << u"..."_qs << u""_qs << u"file"_qs;
    QTest::newRow("ending of the type") << u"scan"_qs << u"application/pdf"_qs << u"scan.pdf"_qs;
    QTest::newRow("emoji") << u"🌇 terrace.jpg"_qs << u""_qs << u"🌇 terrace.jpg"_qs;
    QTest::newRow("long") << QString(300, u'a') + u".pdf"_qs << u""_qs
                          << QString(FileNames::longest - 4, u'a') + u".pdf"_qs;
}

void TestFileFetch::namesAreMadeSafe()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QTEST(FileNames::safe(name, type), "safe");
}

void TestFileFetch::aNameThatIsTakenGetsANumber()
{
    const QString folder = m_dir.filePath(u"downloads"_qs);
    QVERIFY(QDir().mkpath(folder));
    for (const QString &wanted : {u"/plan.pdf"_qs, u"/plan (2).pdf"_qs, u"/plan (3).pdf"_qs}) {
        const QString path = FileNames::freeName(folder, u"plan.pdf"_qs);
        QCOMPARE(path, folder + wanted);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void TestFileFetch::onlyDocumentsAreOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("opened");
    const QByteArray script = "#!/bin/sh\nrm -rf ~\n";
    QTest::newRow("picture") << u"a.png"_qs << png({2, 2}) << true;
    QTest::newRow("pdf") << u"a.pdf"_qs << QByteArray("%PDF-1.4\n") << true;
    QTest::newRow("text") << u"a.txt"_qs << QByteArray("hello\n") << true;
    QTest::newRow("script") << u"a.sh"_qs << script << false;
    QTest::newRow("script that says it is a text") << u"a.txt"_qs << script << false;
    QTest::newRow("starter") << u"a.desktop"_qs << QByteArray("[Desktop Entry]\nExec=sh\n")
                             << false;
    QTest::newRow("starter as a picture")
        << u"a.png"_qs << QByteArray("[Desktop Entry]\nExec=sh\n") << false;
    QTest::newRow("program") << u"a"_qs
                             << QByteArray("\x7f"
                                           "ELF\2\1\1\0",
                                           8)
                             << false;
    QTest::newRow("program as a picture") << u"a.jpg"_qs
                                          << QByteArray("\x7f"
                                                        "ELF\2\1\1\0",
                                                        8)
                                          << false;
    QTest::newRow("page") << u"a.html"_qs << QByteArray("<html><script>") << false;
    QTest::newRow("jar") << u"a.jar"_qs << QByteArray("PK\3\4") << false;
    QTest::newRow("unknown") << u"a.xyzzy"_qs << QByteArray("\1\2\3") << false;
}

void TestFileFetch::onlyDocumentsAreOpened()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir().mkpath(m_dir.path()));
    QFile file(m_dir.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QTEST(FileNames::mayOpen(file.fileName()), "opened");
}

void TestFileFetch::roomForPictures_data()
{
    QTest::addColumn<QSize>("told");
    QTest::addColumn<QSize>("room");
    QTest::newRow("not told") << QSize(0, 0) << QSize(320, 240);
    QTest::newRow("wide") << QSize(1600, 900) << QSize(320, 180);
    QTest::newRow("high") << QSize(900, 1600) << QSize(180, 320);
    QTest::newRow("small") << QSize(200, 150) << QSize(200, 150);
    QTest::newRow("a strip") << QSize(9000, 10) << QSize(320, 96);
    QTest::newRow("a dot") << QSize(1, 1) << QSize(96, 96);
}

void TestFileFetch::roomForPictures()
{
    QFETCH(QSize, told);
    Attachment file;
    QCOMPARE(pictureRoom(file), QSize(0, 0));
    file.isImage = true;
    file.width = told.width();
    file.height = told.height();
    QTEST(pictureRoom(file), "room");
}

void TestFileFetch::picturesAreReadAtTheSizeTheyAreShownIn()
{
    const QString path = fetched(m_own->url(u"/a.png"_qs));
    QVERIFY(!path.isEmpty());
    const auto sizeOf = [&path](const PictureWish &wish) {
        const auto image = PictureReader::read(path, wish);
        return image ? image->size() : QSize();
    };
    QCOMPARE(sizeOf({}), QSize(40, 30));
    QCOMPARE(sizeOf({{20, 20}, false, 0}), QSize(20, 15));
    QCOMPARE(sizeOf({{20, 20}, true, 0}), QSize(20, 20));
    QCOMPARE(sizeOf({{400, 400}, false, 0}), QSize(40, 30));
    // Round: its corners show what is behind it, its middle does not.
    const auto round = PictureReader::read(path, {{20, 20}, true, 0.5});
    QVERIFY(round);
    QCOMPARE(round->pixelColor(0, 0).alpha(), 0);
    QCOMPARE(round->pixelColor(10, 10), QColor(Qt::red));
}

void TestFileFetch::noPictureBeyondItsBound()
{
    // Says it is 30000 x 30000: nothing of it is decoded.
    QByteArray bomb = png({8, 8});
    qToBigEndian<quint32>(30000, bomb.data() + 16);
    qToBigEndian<quint32>(30000, bomb.data() + 20);
    qToBigEndian<quint32>(crcOf(bomb.mid(12, 17)), bomb.data() + 29);
    m_own->answer = [bomb](const auto &) { return StubServer::Answer{200, bomb}; };
    const auto image = PictureReader::read(fetched(m_own->url(u"/bomb.png"_qs)), {{20, 20}});
    QVERIFY(!image);
    QCOMPARE(toString(image.error().kind), toString(Error::Kind::TooLarge));
}

void TestFileFetch::noPictureOfAnotherKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' "
                                       "height='9'><rect width='9' height='9'/></svg>");
    QTest::newRow("xpm") << QByteArray("/* XPM */\nstatic char *a[] = {\"1 1 1 1\",");
    QTest::newRow("page") << QByteArray("<html>Not found</html>");
    QTest::newRow("cut off") << png({40, 30}).left(30);
    QTest::newRow("empty") << QByteArray();
}

void TestFileFetch::noPictureOfAnotherKind()
{
    QFETCH(QByteArray, bytes);
    m_own->answer = [bytes](const auto &) { return StubServer::Answer{200, bytes}; };
    const QString path = fetched(m_own->url(u"/a.png"_qs));
    QVERIFY(!path.isEmpty());
    QVERIFY(!PictureReader::read(path, {{20, 20}}));
}

void TestFileFetch::addressesOfPictures()
{
    using Kind = PictureProvider::Asked::Kind;
    const QUrl url(u"https://chat.example.test/a%20b/%D0%B0.png?x=1&y=%2F#z"_qs);
    const auto id = [](const QString &address) {
        return QUrl(address).toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).mid(1);
    };
    const auto kept = PictureProvider::parse(id(PictureProvider::urlOf("kept", url, 40)), {20, 10});
    QCOMPARE(int(kept.kind), int(Kind::Kept));
    QCOMPARE(kept.address, url);
    QCOMPARE(kept.wish.box, QSize(20, 10));
    QCOMPARE(kept.wish.rounding, 0.04);
    const QUrl local = QUrl::fromLocalFile(u"/srv/pictures/Снимок 1%.png"_qs);
    const auto own = PictureProvider::parse(id(PictureProvider::urlOf("own", local, 0)), {});
    QCOMPARE(int(own.kind), int(Kind::Own));
    QCOMPARE(own.address.toLocalFile(), local.toLocalFile());
    // What a server calls a person's picture is never a file of this computer.
    const auto person = PictureProvider::parse(
        u"person/"_qs + QString::fromLatin1(QUrl::toPercentEncoding(local.toString())), {});
    QCOMPARE(int(person.kind), int(Kind::Nothing));
    QCOMPARE(int(PictureProvider::parse(u"own/0/https%3A//a.test/b"_qs, {}).kind),
             int(Kind::Nothing));
}

void TestFileFetch::theTokenStaysAtItsServer()
{
    QVERIFY(!fetched(m_own->url(u"/files/1"_qs)).isEmpty());
    QCOMPARE(m_own->requests.first().headers.value("authorization"), "Bearer secret-token");
    QVERIFY(!fetched(m_foreign->url(u"/files/1"_qs), true).isEmpty());
    const auto &seen = m_foreign->requests.first().headers;
    QVERIFY(!seen.contains("authorization"));
    QVERIFY(!seen.contains("x-requested-with") && !seen.contains("cookie"));
}

void TestFileFetch::aForeignHostIsAskedWhenTheUserSaysSo()
{
    QVERIFY(!m_files->fetch({m_foreign->url(u"/a.png"_qs), 1000, false, false}));
    QVERIFY(m_files->fetch({m_foreign->url(u"/a.png"_qs), 1000, true, true}));
}

void TestFileFetch::redirectsKeepTheTokenAtHome()
{
    const QByteArray to = "Location: " + m_foreign->url(u"/signed"_qs).toEncoded() + "\r\n";
    m_own->answer = [to](const auto &) { return StubServer::Answer{302, {}, to}; };
    // Unasked it is not followed: it would tell that host where the reader is.
    QVERIFY(fetched(m_own->url(u"/a"_qs), false).isEmpty());
    QCOMPARE(toString(m_error->kind), toString(Error::Kind::Forbidden));
    QVERIFY(m_foreign->requests.isEmpty());
    QVERIFY(!fetched(m_own->url(u"/b"_qs), true).isEmpty());
    QVERIFY(!m_foreign->requests.first().headers.contains("authorization"));
    // In a circle it ends, and a file is no address.
    m_own->answer = [](const auto &request) {
        return StubServer::Answer{302, {}, "Location: " + request.target + "\r\n"};
    };
    QVERIFY(fetched(m_own->url(u"/c"_qs), true).isEmpty());
    QVERIFY(m_own->requests.size() < 12);
    m_own->answer = [](const auto &) {
        return StubServer::Answer{302, {}, "Location: file:///etc/passwd\r\n"};
    };
    QVERIFY(fetched(m_own->url(u"/d"_qs), true).isEmpty());
    QCOMPARE(toString(m_error->kind), toString(Error::Kind::BadResponse));
}

void TestFileFetch::whatIsTooLargeIsGivenUp_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("announced") << false;
    QTest::newRow("more than announced") << true;
}

void TestFileFetch::whatIsTooLargeIsGivenUp()
{
    QFETCH(bool, packed);
    const QByteArray body(5000, 'x');
    m_own->answer = [=](const auto &) {
        return packed ? StubServer::Answer{200, qCompress(body).mid(4),
                                           "Content-Encoding: deflate\r\n"}
                      : StubServer::Answer{200, body};
    };
    QVERIFY(fetched(m_own->url(u"/a"_qs), false, 1000).isEmpty());
    QCOMPARE(toString(m_error->kind), toString(Error::Kind::TooLarge));
    QVERIFY(onDisk().isEmpty());
    QVERIFY(!fetched(m_own->url(u"/a"_qs), false, 5000).isEmpty());
}

void TestFileFetch::oneTransferAnAddress()
{
    const QUrl url = m_own->url(u"/a.png"_qs);
    Transfer *const one = m_files->fetch({url, 1000, false, false});
    QCOMPARE(m_files->fetch({url, 2000, true, false}), one);
    QCOMPARE(one->wanted().mostBytes, 2000);
    QSignalSpy ends(one, &Transfer::ended);
    QVERIFY(test::waitUntil([&] { return ends.size() == 1; }));
    QCOMPARE(m_own->requests.size(), 1);
    QString found;
    m_files->lookUp(url, this, [&found](const QString &path) { found = path; });
    QVERIFY(test::waitUntil([&] { return !found.isEmpty(); }));
    QCOMPARE(QFileInfo(found).permissions() & 0xffff,
             QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser |
                 QFileDevice::WriteUser);
}

void TestFileFetch::failuresLeaveNothing()
{
    for (const int status : {401, 403, 404, 500}) {
        m_own->answer = [status](const auto &) {
            return StubServer::Answer{status, "{\"message\":\"No.\"}"};
        };
        QVERIFY(fetched(m_own->url(u"/a%1"_qs.arg(status))).isEmpty());
        QCOMPARE(toString(m_error->kind), toString(Error::kindOfStatus(status)));
        QCOMPARE(m_error->status, status);
    }
    m_own->answer = [](const auto &) {
        StubServer::Answer answer;
        answer.hangsUp = true;
        return answer;
    };
    QVERIFY(fetched(m_own->url(u"/b"_qs)).isEmpty());
    QVERIFY(onDisk().isEmpty());
}

void TestFileFetch::aCancelledOneLeavesNothing()
{
    m_own->answer = [](const auto &) {
        StubServer::Answer answer;
        answer.silent = true;
        return answer;
    };
    const QUrl url = m_own->url(u"/a"_qs);
    Transfer *const transfer = m_files->fetch({url, 1000, true, false});
    QSignalSpy ends(transfer, &Transfer::ended);
    QVERIFY(test::waitUntil([&] { return m_own->requests.size() == 1; }));
    m_files->cancel(url);
    QCOMPARE(ends.size(), 1);
    QVERIFY(!m_files->underWay(url));
    QVERIFY(test::waitUntil([&] { return onDisk().isEmpty(); }));
}

void TestFileFetch::aQueueHasItsEnd()
{
    m_own->answer = [](const auto &) {
        StubServer::Answer answer;
        answer.silent = true;
        return answer;
    };
    int dropped = 0;
    constexpr int tooMany = FileService::mostWaiting + FileService::atOnce + 10;
    for (int i = 0; i < tooMany; ++i) {
        Transfer *const one = m_files->fetch({m_own->url(u"/%1"_qs.arg(i)), 1000, false, false});
        connect(one, &Transfer::ended, this, [&dropped] { ++dropped; });
    }
    QVERIFY(test::waitUntil([&] { return m_own->requests.size() == FileService::atOnce; }));
    QCOMPARE(dropped, tooMany - FileService::mostWaiting);
    // What came last is what is looked at.
    QVERIFY(m_own->requests.first().target.endsWith(QByteArray::number(tooMany - 1)));
}

void TestFileFetch::theCacheKeepsItsBound()
{
    m_files->start(*m_api, m_dir.filePath(QStringLiteral("cache")), 10'000);
    m_own->answer = [](const auto &) { return StubServer::Answer{200, QByteArray(3000, 'x')}; };
    QStringList paths;
    for (int i = 0; i < 5; ++i) {
        paths += fetched(m_own->url(u"/%1"_qs.arg(i)));
        QVERIFY(!paths.last().isEmpty());
        // Looked at i seconds after the first.
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::Append));
        file.setFileTime(QDateTime::currentDateTime().addSecs(i - 100),
                         QFileDevice::FileModificationTime);
    }
    QVERIFY(!QFile::exists(paths.first()));
    QVERIFY(QFile::exists(paths.last()));
    qint64 bytes = -1;
    m_files->size(this, [&bytes](qint64 told) { bytes = told; });
    QVERIFY(test::waitUntil([&] { return bytes >= 0; }));
    QVERIFY2(bytes == 9000, qPrintable(QString::number(bytes)));
}

void TestFileFetch::loggingOutLeavesNothing()
{
    QVERIFY(!fetched(m_own->url(u"/a"_qs)).isEmpty());
    m_files->stop(false);
    QVERIFY(!m_files->fetch({m_own->url(u"/b"_qs), 1000, true, true}));
    m_files->start(*m_api, m_dir.filePath(QStringLiteral("cache")));
    QCOMPARE(onDisk().size(), 1);
    m_files->stop(true);
    QVERIFY(test::waitUntil([this] { return onDisk().isEmpty(); }));
}

void TestFileFetch::copiesNeverRun()
{
    m_own->answer = [](const auto &) { return StubServer::Answer{200, "#!/bin/sh\n"}; };
    const QString path = fetched(m_own->url(u"/a"_qs));
    std::optional<Result<QString>> copy;
    const auto done = [&copy](const Result<QString> &made) { copy = made; };
    const QString folder = m_dir.filePath(u"downloads"_qs);
    m_files->save(path, folder, u"a.sh"_qs, this, done);
    QVERIFY(test::waitUntil([&] { return copy.has_value(); }));
    QVERIFY(*copy);
    QCOMPARE(**copy, folder + u"/a.sh"_qs);
    QVERIFY(!QFileInfo(**copy).isExecutable());
    copy.reset();
    m_files->copyToOpen(path, u"holiday.png"_qs, this, done);
    QVERIFY(test::waitUntil([&] { return copy.has_value(); }));
    QVERIFY(!*copy);
    QCOMPARE(toString(copy->error().kind), toString(Error::Kind::Forbidden));
    copy.reset();
    QFile old(folder + u"/b.txt"_qs);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    m_files->saveAs(path, old.fileName(), this, done);
    QVERIFY(test::waitUntil([&] { return copy.has_value(); }));
    QVERIFY(*copy);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "#!/bin/sh\n");
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
}

void TestFileFetch::use(const QUrl &api, const NetworkSettings &settings)
{
    cleanup();
    m_network = std::make_unique<net::NetworkManager>(settings);
    ServerProfile profile;
    profile.apiBaseUrl = api;
    m_api = std::make_unique<ChatApi>(m_network.get(), profile, settings);
    m_api->setToken(QStringLiteral("secret-token"));
    m_files = std::make_unique<FileService>();
    m_files->start(*m_api, m_dir.filePath(QStringLiteral("cache")));
}

void TestFileFetch::filesTakeTheSameAuthorities()
{
    test::ThrowAwayCa authority;
    QVERIFY2(authority.make(), "openssl did not make the certificates");
    test::OriginServer server(authority.serverSide(QStringLiteral("right")));
    server.answer = png({4, 4});
    const QUrl url = server.url(QStringLiteral("https"), QStringLiteral("/a.png"));
    NetworkSettings settings;
    use(url.resolved(QUrl(QStringLiteral("/api"))), settings);
    QVERIFY(fetched(url).isEmpty());
    QCOMPARE(toString(m_error->kind), toString(Error::Kind::Tls));
    QCOMPARE(server.requests, 0);
    settings.caFile = authority.caFile();
    use(url.resolved(QUrl(QStringLiteral("/api"))), settings);
    QVERIFY(!fetched(url).isEmpty());
    QVERIFY(server.seen.contains("suhbat/"));
    QVERIFY(server.seen.contains("secret-token"));
}

void TestFileFetch::filesTakeTheSameProxy()
{
    test::OriginServer server;
    server.answer = png({4, 4});
    test::TestProxy proxy(server.port());
    NetworkSettings settings;
    settings.proxy.use = ProxySettings::Use::Given;
    settings.proxy.host = QStringLiteral("127.0.0.1");
    settings.proxy.port = proxy.serverPort();
    const QUrl url = server.url(QStringLiteral("http"), QStringLiteral("/c.png"),
                                QStringLiteral("chat.example.test"));
    use(url.resolved(QUrl(QStringLiteral("/api"))), settings);
    QVERIFY(!fetched(url).isEmpty());
    QCOMPARE(proxy.requestLines.size(), 1);
}

SUHBAT_TEST(TestFileFetch, Gui)
#include "tst_filefetch.moc"
