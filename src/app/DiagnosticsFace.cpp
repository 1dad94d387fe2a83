#include "app/DiagnosticsFace.h"

#include "pusher/PusherClient.h"

#include <QJsonDocument>

namespace suhbat {

namespace {

QString localTime(const QDateTime &utc)
{
    return utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

double milliseconds(const std::optional<std::chrono::microseconds> &duration)
{
    return duration ? double(duration->count()) / 1000.0 : -1.0;
}

} // namespace

DiagnosticsFace::DiagnosticsFace(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &DiagnosticsFace::refresh);
}

DiagnosticsFace::~DiagnosticsFace()
{
    m_soon.disconnect(this);
    setClient(nullptr);
}

void DiagnosticsFace::setClient(pusher::PusherClient *client)
{
    if (m_client)
        m_client->disconnect(this);
    m_client = client;
    connectClient();
    refresh();
}

void DiagnosticsFace::connectClient()
{
    if (!m_client)
        return;
    connect(m_client, &pusher::PusherClient::stateChanged, this, &DiagnosticsFace::refresh);
    if (!m_watched)
        return;
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(m_client, &pusher::PusherClient::eventReceived, this, soon);
    connect(m_client, &pusher::PusherClient::subscriptionChanged, this, soon);
    connect(m_client, &pusher::PusherClient::retryScheduled, this, soon);
}

void DiagnosticsFace::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (m_client)
        m_client->disconnect(this);
    connectClient();
    Q_EMIT watchedChanged();
}

double DiagnosticsFace::latency() const
{
    return milliseconds(m_metrics.lastLatency);
}

double DiagnosticsFace::averageLatency() const
{
    return milliseconds(m_metrics.averageLatency());
}

void DiagnosticsFace::refresh()
{
    m_metrics = m_client ? m_client->metrics() : pusher::Metrics();
    m_events.clear();
    m_timeline.clear();
    if (m_client) {
        const auto events = m_client->history();
        for (const auto &event : events)
            m_events += QStringLiteral("%1 %2 %3 %4 bytes")
                            .arg(localTime(event.time), event.channel, event.name,
                                 QString::number(event.size));
        const auto timeline = m_client->timeline();
        for (const auto &entry : timeline)
            m_timeline += QStringLiteral("%1 [%2] %3")
                              .arg(localTime(entry.time), nameOf(entry.kind), entry.text);
    }
    Q_EMIT changed();
}

QString DiagnosticsFace::report() const
{
    if (!m_client)
        return {};
    const QJsonObject json =
        pusher::diagnosticsJson(m_client->metrics(), m_client->timeline(), m_client->history());
    return QString::fromUtf8(QJsonDocument(json).toJson());
}

} // namespace suhbat
