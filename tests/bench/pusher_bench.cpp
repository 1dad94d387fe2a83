// Our side of scripts/bench pusher: a PusherClient over a real QWebSocket takes chat events.
// pusher_bench (typed | raw | socket) PORT SIZE TLS WARM-UP COUNT CA-FILE
// Prints {"cpuUs", "seconds", "peakKb", "sum"}; CPU and time of the COUNT events after the WARM-UP.
// "socket" is a bare QWebSocket that reads nothing: what is left when we take no time at all.
#include "chat/RealtimeLink.h"
#include "pusher/HttpChannelAuthorizer.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QWebSocket>

#include <sys/resource.h>

using namespace suhbat;

namespace {

const QString benchChannel = QStringLiteral("user.42");

qint64 cpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return qint64(time.tv_sec) * 1000000 + time.tv_usec;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// Counts messages, and measures from the end of the warm-up to the last one.
class Meter
{
public:
    Meter(qint64 warmUp, qint64 count) : m_warmUp(warmUp), m_count(count) {}

    void add(qint64 sum)
    {
        m_sum += sum;
        if (++m_seen == m_warmUp) {
            m_sum = 0;
            m_began = std::chrono::steady_clock::now();
            m_cpu = cpuMicroseconds();
        } else if (m_seen == m_warmUp + m_count) {
            const qint64 cpu = cpuMicroseconds() - m_cpu;
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_began;
            std::printf(R"({"cpuUs":%lld,"seconds":%f,"peakKb":%ld,"sum":%lld})"
                        "\n",
                        static_cast<long long>(cpu), took.count(), peakKilobytes(),
                        static_cast<long long>(m_sum));
            std::fflush(stdout);
            std::_Exit(0);
        }
    }

private:
    const qint64 m_warmUp;
    const qint64 m_count;
    qint64 m_seen = 0;
    qint64 m_sum = 0;
    qint64 m_cpu = 0;
    std::chrono::steady_clock::time_point m_began;
};

/// Every field of the message, as events.mjs adds them up.
qint64 sumOf(const Message &message)
{
    const QString &body = message.body;
    return message.id.toString().toLongLong() + message.conversationId.toString().toLongLong() +
           message.sender.id.toString().toLongLong() + message.sender.name.size() + body.size() +
           body.at(body.size() >> 1).unicode() + message.createdAt.time().second();
}

qint64 sumOf(const JsonValue &data)
{
    const JsonValue message = data["message"];
    const JsonValue sender = message["sender"];
    const QString body = message["body"].string().value_or(QString());
    const QString time = message["created_at"].string().value_or(QString());
    return message["id"].integer().value_or(0) + message["conversation_id"].integer().value_or(0) +
           sender["id"].integer().value_or(0) + sender["name"].string().value_or(QString()).size() +
           body.size() + (body.isEmpty() ? 0 : body.at(body.size() >> 1).unicode()) +
           QStringView(time).mid(17, 2).toInt();
}

int countFrames(const pusher::PusherOptions &options, Meter &meter)
{
    QWebSocket socket;
    if (options.tls) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(options.network.caFile);
        socket.setSslConfiguration(configuration);
    }
    int toCome = 2; // the greeting and the subscription's success
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &) {
        if (toCome > 0) {
            if (toCome-- == 2)
                socket.sendTextMessage(QStringLiteral("{\"channel\":\"%1\"}").arg(benchChannel));
            return;
        }
        meter.add(0);
    });
    socket.open(*options.url(options.tls));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments() + QStringList(8);
    pusher::PusherOptions options;
    options.host = QStringLiteral("localhost");
    options.port = arguments[2].toUShort();
    options.appKey = arguments[3];
    options.tls = arguments[4] == QLatin1String("1");
    options.network.proxy.use = ProxySettings::Use::None;
    options.network.caFile = arguments[7];
    Meter meter(arguments[5].toLongLong(), arguments[6].toLongLong());

    if (arguments[1] == QLatin1String("socket"))
        return countFrames(options, meter);
    QNetworkAccessManager network;
    pusher::HttpChannelAuthorizer nobody(network, {}); // the channel is a public one
    pusher::PusherClient client(options, nobody);
    QObject::connect(&client, &pusher::PusherClient::errorOccurred, &app, [](const Error &error) {
        qWarning("%s", qPrintable(error.detail));
        std::exit(1);
    });
    if (arguments[1] == QLatin1String("raw")) {
        QObject::connect(&client, &pusher::PusherClient::eventReceived, &app,
                         [&](const QString &, const QString &name, const JsonValue &data) {
                             if (!name.startsWith(QLatin1String("pusher:")))
                                 meter.add(sumOf(data));
                         });
        client.subscribe(benchChannel);
        client.connectToServer();
        return app.exec();
    }
    // As the chat gets its events.
    RealtimeLink link(client, [] { return wire::DecodeContext(); });
    QObject::connect(&link, &RealtimeLink::eventReceived, &app, [&](const ServerEvent &event) {
        meter.add(sumOf(std::get<MessageEvent>(event).message));
    });
    link.start(benchChannel);
    return app.exec();
}
