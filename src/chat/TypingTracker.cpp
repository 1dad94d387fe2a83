#include "chat/TypingTracker.h"

#include <algorithm>

namespace suhbat {

TypingTracker::TypingTracker(Clock clock, QObject *parent)
    : QObject(parent), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TypingTracker::expire);
}

TypingTracker::~TypingTracker()
{
    m_timer.disconnect(this);
}

void TypingTracker::typing(const ConversationId &conversation, const User &user)
{
    const Instant now = m_clock.steady();
    m_said.removeIf([&](const Said &said) { return now - said.at >= overtaken; });
    const bool isLate = std::any_of(m_said.cbegin(), m_said.cend(), [&](const Said &said) {
        return said.conversation == conversation && said.by == user.id;
    });
    const bool isNewPlace = !m_typists.contains(conversation);
    if (isLate || (isNewPlace && m_typists.size() >= mostConversations))
        return;
    auto &typists = m_typists[conversation];
    const Instant until = now + expiry;
    const auto known = std::find_if(typists.begin(), typists.end(),
                                    [&](const Typist &t) { return t.user.id == user.id; });
    const bool isNew = known == typists.end();
    if (isNew && typists.size() >= mostTypists)
        return;
    if (isNew)
        typists.append({user, until});
    else
        known->until = until;
    arm();
    if (isNew)
        Q_EMIT changed(conversation);
}

void TypingTracker::messageArrived(const ConversationId &conversation, const UserId &from)
{
    const Instant now = m_clock.steady();
    m_said.removeIf([&](const Said &said) { return now - said.at >= overtaken; });
    m_said.append({conversation, from, now});
    const auto found = m_typists.find(conversation);
    if (found == m_typists.end())
        return;
    const auto removed = found->removeIf([&](const Typist &t) { return t.user.id == from; });
    if (found->isEmpty())
        m_typists.erase(found);
    arm();
    if (removed > 0)
        Q_EMIT changed(conversation);
}

void TypingTracker::clear()
{
    m_timer.stop();
    m_lastNotice.clear();
    m_said.clear();
    const auto conversations = m_typists.keys();
    m_typists.clear();
    for (const ConversationId &conversation : conversations)
        Q_EMIT changed(conversation);
}

QStringList TypingTracker::namesIn(const ConversationId &conversation) const
{
    QStringList names;
    const auto found = m_typists.constFind(conversation);
    if (found == m_typists.cend())
        return names;
    for (const Typist &typist : *found)
        names.append(typist.user.name);
    return names;
}

bool TypingTracker::shouldNotify(const ConversationId &conversation)
{
    const Instant now = m_clock.steady();
    const auto last = m_lastNotice.constFind(conversation);
    if (last != m_lastNotice.cend() && now - *last < throttle)
        return false;
    m_lastNotice.insert(conversation, now);
    return true;
}

void TypingTracker::expire()
{
    const Instant now = m_clock.steady();
    QVector<ConversationId> touched;
    for (auto it = m_typists.begin(); it != m_typists.end();) {
        if (it->removeIf([&](const Typist &t) { return t.until <= now; }) > 0)
            touched.append(it.key());
        it = it->isEmpty() ? m_typists.erase(it) : std::next(it);
    }
    arm();
    for (const ConversationId &conversation : touched)
        Q_EMIT changed(conversation);
}

void TypingTracker::arm()
{
    m_timer.stop();
    if (m_typists.isEmpty())
        return;
    Instant next = Instant::max();
    for (const auto &typists : std::as_const(m_typists)) {
        for (const Typist &typist : typists)
            next = std::min(next, typist.until);
    }
    const auto wait = std::chrono::ceil<Milliseconds>(next - m_clock.steady());
    m_timer.start(std::max(wait, Milliseconds(0)));
}

} // namespace suhbat
