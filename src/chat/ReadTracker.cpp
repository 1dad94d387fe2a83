#include "chat/ReadTracker.h"

namespace suhbat {

ReadTracker::ReadTracker(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &ReadTracker::flush);
}

ReadTracker::~ReadTracker()
{
    m_timer.disconnect(this);
}

void ReadTracker::seen(const ConversationId &conversation, const MessageId &id)
{
    if (id.isEmpty() || m_known.contains(id))
        return;
    m_known.insert(id);
    m_waiting[conversation].append(id);
    m_timer.start();
}

void ReadTracker::finished(const ConversationId &conversation, const QVector<MessageId> &ids,
                           bool ok)
{
    if (!ok) {
        m_waiting[conversation].append(ids);
        return;
    }
    for (const MessageId &id : ids)
        m_known.remove(id);
}

void ReadTracker::flush()
{
    m_timer.stop();
    const auto waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it)
        Q_EMIT readyToMark(it.key(), it.value());
}

void ReadTracker::clear()
{
    m_timer.stop();
    m_waiting.clear();
    m_known.clear();
}

} // namespace suhbat
