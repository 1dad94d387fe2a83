#include "pusher/ConnectionLog.h"

#include "base/Redact.h"
#include "pusher/FrameCodec.h"

namespace suhbat::pusher {

namespace {

// Longer than any server's pong; what is longer is not searched.
constexpr qsizetype longestPong = 200;

// Secrets are masked before the text is cut, as half a secret would not be known for one; but
// nobody searches a text as long as a frame.
QString masked(const QString &text, qsizetype longest)
{
    return redacted(text.left(2 * longest)).simplified().left(longest);
}

} // namespace

void ConnectionLog::socketOpened()
{
    ++m_metrics.socketsOpened;
    add(TimelineEntry::Kind::Socket, QStringLiteral("WebSocket open"));
}

void ConnectionLog::frameReceived(QByteArrayView text)
{
    ++m_metrics.framesIn;
    m_metrics.bytesIn += quint64(text.size());
    // Any frame tells that the server is alive, but only its pong tells how far away it is.
    if (!m_pingSent || text.size() > longestPong || !text.contains("\"pusher:pong\""))
        return;
    const auto latency =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steady() - *m_pingSent);
    m_pingSent.reset();
    ++m_metrics.pongs;
    m_metrics.totalLatency += latency;
    m_metrics.lastLatency = latency;
    m_metrics.worstLatency = std::max(latency, m_metrics.worstLatency.value_or(latency));
}

void ConnectionLog::frameSent(QByteArrayView text)
{
    ++m_metrics.framesOut;
    m_metrics.bytesOut += quint64(text.size());
    if (text != FrameCodec::ping())
        return;
    ++m_metrics.pings;
    m_pingSent = m_clock.steady();
}

void ConnectionLog::handshakeDone(const QString &socketId)
{
    ++m_metrics.connections;
    m_pingSent.reset();
    add(TimelineEntry::Kind::Socket, QStringLiteral("socket_id ") + socketId);
}

void ConnectionLog::event(const EventReceived &event)
{
    ++m_metrics.events;
    // A name may be as long as a frame: a hundred of them must not fill the memory. They are masked
    // when somebody asks for them: that is rare, and events are many.
    const auto bounded = [](const QString &name) { return name.left(2 * longestName); };
    m_history.add({m_clock.wall(), bounded(event.channel), bounded(event.name), event.size});
}

QVector<EventRecord> ConnectionLog::events() const
{
    QVector<EventRecord> records = m_history.records();
    for (EventRecord &record : records) {
        record.channel = masked(record.channel, longestName);
        record.name = masked(record.name, longestName);
    }
    return records;
}

void ConnectionLog::stateChanged(const StateChanged &change)
{
    add(TimelineEntry::Kind::State,
        nameOf(change.previous) + QStringLiteral(" -> ") + nameOf(change.current));
}

void ConnectionLog::retryScheduled(Milliseconds delay)
{
    add(TimelineEntry::Kind::Retry, QStringLiteral("next attempt in %1 ms").arg(delay.count()));
}

void ConnectionLog::error(const ErrorOccurred &error)
{
    ++m_metrics.errors;
    if (error.malformedFrame)
        ++m_metrics.malformedFrames;
    add(TimelineEntry::Kind::Error,
        QStringLiteral("%1 %2: %3")
            .arg(suhbat::toString(error.error.kind), QString::number(error.error.status),
                 error.error.detail.left(2 * longestText)));
}

void ConnectionLog::subscription(const SubscriptionChanged &change)
{
    QString text = change.channel.left(longestName) + u' ' + nameOf(change.state);
    if (change.error)
        text += QStringLiteral(": ") + change.error->detail.left(2 * longestText);
    add(TimelineEntry::Kind::Channel, text);
}

void ConnectionLog::add(TimelineEntry::Kind kind, const QString &text)
{
    TimelineEntry entry{m_clock.wall(), kind, masked(text, longestText)};
    if (m_timeline.size() < timelineCapacity) {
        m_timeline.append(std::move(entry));
        return;
    }
    m_timeline[m_oldest] = std::move(entry);
    m_oldest = (m_oldest + 1) % timelineCapacity;
}

QVector<TimelineEntry> ConnectionLog::timeline() const
{
    return m_timeline.mid(m_oldest) + m_timeline.first(m_oldest);
}

} // namespace suhbat::pusher
