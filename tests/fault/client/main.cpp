// The chat program without a window, for ./scripts/faults: see HeadlessClient.
#include "HeadlessClient.h"
#include "Words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <unistd.h>

namespace {

using suhbat::fault::HeadlessClient;

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *help, const char *value) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value)});
    };
    add("port", "Where the server, or the proxy before it, listens on 127.0.0.1.", "N");
    add("app-key", "Key of the Pusher application.", "KEY");
    add("data", "Folder for everything that this program keeps.", "FOLDER");
    add("timeout", "Of each request.", "MS");
    parser.addOption({QStringLiteral("verbose"), QStringLiteral("Log to standard error.")});
}

suhbat::ServerProfile profileOf(const QCommandLineParser &parser)
{
    const int port = parser.value(QStringLiteral("port")).toInt();
    suhbat::ServerProfile profile;
    profile.appKey = parser.value(QStringLiteral("app-key"));
    profile.wsHost = QStringLiteral("127.0.0.1");
    profile.wsPort = port;
    profile.wsSecure = false;
    profile.apiBaseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/api").arg(port));
    return profile;
}

// What waits a second for people waits for tens of milliseconds here.
suhbat::Backend::Timing quickTiming(const QCommandLineParser &parser)
{
    using std::chrono::milliseconds;
    const milliseconds timeout(parser.value(QStringLiteral("timeout")).toInt());
    suhbat::Backend::Timing timing;
    timing.random = [] { return 0.05; };
    timing.network.requestTimeout = timeout;
    timing.network.connectTimeout = timeout;
    timing.pusher.activityTimeout = timeout;
    timing.pusher.pongTimeout = timeout / 2;
    timing.pusher.subscribeTimeout = timeout;
    timing.pollEvery = timeout;
    return timing;
}

/// The orders on standard input; its end is the end of the program.
class Orders
{
public:
    explicit Orders(HeadlessClient &client)
        : m_client(client), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &client, [this] { read(); });
    }

private:
    void read()
    {
        char bytes[65536];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_unread.append(bytes, count);
        for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            const QByteArray line = m_unread.left(end);
            m_unread.remove(0, end + 1);
            m_client.obey(QJsonDocument::fromJson(line).object());
        }
    }

    HeadlessClient &m_client;
    QSocketNotifier m_notifier;
    QByteArray m_unread;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("suhbat"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    if (!parser.isSet(QStringLiteral("verbose")))
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});

    const QDir data(parser.value(QStringLiteral("data")));
    const HeadlessClient::Options options{
        suhbat::AccountPaths::below(data.filePath(QStringLiteral("config")),
                                    data.filePath(QStringLiteral("data"))),
        profileOf(parser), quickTiming(parser)};
    HeadlessClient client(options);
    const Orders orders(client);
    suhbat::fault::say({{QStringLiteral("is"), QStringLiteral("ready")}});
    return QCoreApplication::exec();
}
