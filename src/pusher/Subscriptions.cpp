#include "pusher/Subscriptions.h"

#include "pusher/ChannelName.h"
#include "pusher/CloseCodePolicy.h"
#include "pusher/FrameCodec.h"

#include <algorithm>

namespace suhbat::pusher {

namespace {

JsonValue memberJson(const QString &userId, const JsonValue &info)
{
    const auto json = JsonValue::parse(R"({"id":)" + FrameCodec::quoted(userId) + R"(,"info":)" +
                                       info.toJson() + '}');
    return json ? *json : JsonValue();
}

} // namespace

void Subscriptions::subscribe(const QString &name, Instant now, Actions &out)
{
    auto it = m_channels.find(name);
    if (it == m_channels.end()) {
        it = m_channels.insert(name, {});
        m_order.append(name);
    } else if (it->cancelled) {
        it->cancelled = false;
        out.push_back(SubscriptionChanged{name, SubscriptionState::Pending, {}});
        return;
    } else if (it->phase != Phase::Failed) {
        return;
    }
    if (!m_socketId.isEmpty()) {
        start(name, *it, now, out);
    } else if (const auto allowed = checkChannelName(name); !allowed) {
        fail(name, allowed.error(), out);
    } else {
        enter(*it, Phase::Wanted);
        out.push_back(SubscriptionChanged{name, SubscriptionState::Wanted, {}});
    }
}

void Subscriptions::unsubscribe(const QString &name, Actions &out)
{
    const auto it = m_channels.find(name);
    if (it == m_channels.end() || it->cancelled)
        return;
    const Phase phase = it->phase;
    if (phase == Phase::Sent) {
        // The server answers in its time; only then is there something to leave (78).
        it->cancelled = true;
        it->members.clear();
    } else {
        forget(name);
    }
    if (phase == Phase::Subscribed)
        out.push_back(SendText{FrameCodec::unsubscribe(name)});
    out.push_back(SubscriptionChanged{name, SubscriptionState::Unsubscribed, {}});
}

void Subscriptions::connectionUp(const QString &socketId, Instant now, Actions &out)
{
    m_socketId = socketId;
    for (const QString &name : std::as_const(m_order))
        start(name, m_channels[name], now, out);
}

void Subscriptions::connectionDown(Actions &out)
{
    m_socketId.clear();
    const QStringList names = m_order;
    for (const QString &name : names) {
        Channel &channel = m_channels[name];
        if (channel.cancelled) {
            forget(name);
            continue;
        }
        if (channel.phase == Phase::Wanted)
            continue;
        enter(channel, Phase::Wanted);
        out.push_back(SubscriptionChanged{name, SubscriptionState::Wanted, {}});
        if (channel.members.count() > 0) {
            channel.members.clear();
            out.push_back(MembersChanged{name, MembersChanged::What::Replaced, {}, {}});
        }
    }
}

void Subscriptions::start(const QString &name, Channel &channel, Instant now, Actions &out)
{
    if (const auto allowed = checkChannelName(name); !allowed) {
        fail(name, allowed.error(), out);
        return;
    }
    out.push_back(SubscriptionChanged{name, SubscriptionState::Pending, {}});
    if (!needsAuthorization(name)) {
        send(name, channel, {}, now, out);
        return;
    }
    enter(channel, Phase::Authorizing);
    channel.generation = ++m_lastGeneration;
    out.push_back(Authorize{name, m_socketId, channel.generation});
}

void Subscriptions::authorized(const QString &name, quint64 generation,
                               const Result<ChannelAuthorization> &answer, Instant now,
                               Actions &out)
{
    const auto it = m_channels.find(name);
    if (it == m_channels.end() || it->phase != Phase::Authorizing || it->generation != generation)
        return;
    if (!answer) {
        fail(name, answer.error(), out);
    } else if (isPresence(name) && answer->channelData.isEmpty()) {
        fail(name,
             Error::make(Error::Kind::BadResponse,
                         QStringLiteral("the authorisation of a presence channel has no "
                                        "channel_data")),
             out);
    } else {
        send(name, *it, *answer, now, out);
    }
}

void Subscriptions::send(const QString &name, Channel &channel,
                         const ChannelAuthorization &authorization, Instant now, Actions &out)
{
    enter(channel, Phase::Sent);
    channel.answerBy = now + m_timeout;
    channel.sent = ++m_lastSent;
    if (isPresence(name)) {
        const auto me = JsonValue::parse(authorization.channelData.toUtf8());
        channel.members.setMyId(me ? (*me)["user_id"].id().value_or(QString()) : QString());
    }
    out.push_back(SendText{FrameCodec::subscribe(name, authorization)});
}

void Subscriptions::fail(const QString &name, Error error, Actions &out)
{
    Channel &channel = m_channels[name];
    if (channel.cancelled) {
        forget(name);
        return;
    }
    enter(channel, Phase::Failed);
    out.push_back(SubscriptionChanged{name, SubscriptionState::Failed, std::move(error)});
}

void Subscriptions::enter(Channel &channel, Phase phase)
{
    m_unanswered += int(phase == Phase::Sent) - int(channel.phase == Phase::Sent);
    channel.phase = phase;
}

void Subscriptions::forget(const QString &name)
{
    enter(m_channels[name], Phase::Wanted);
    m_channels.remove(name);
    m_order.removeOne(name);
}

void Subscriptions::frameReceived(const Frame &frame, Actions &out)
{
    const auto it = m_channels.constFind(frame.channel);
    if (frame.event.startsWith(QLatin1String("pusher_internal:"))) {
        if (it == m_channels.constEnd())
            return;
        const QStringView what = QStringView(frame.event).mid(16);
        if (what == QLatin1String("subscription_succeeded"))
            succeeded(frame.channel, frame, out);
        else if (what == QLatin1String("member_added") && !it->cancelled)
            memberAdded(frame.channel, frame, out);
        else if (what == QLatin1String("member_removed") && !it->cancelled)
            memberRemoved(frame.channel, frame, out);
        else if (what == QLatin1String("subscription_count") && !it->cancelled)
            out.push_back(EventReceived{frame.channel,
                                        QStringLiteral("pusher:subscription_count"),
                                        frame.data,
                                        {},
                                        frame.size});
        return; // others are the servers' own (71)
    }
    if (!frame.channel.isEmpty() && it == m_channels.constEnd())
        return; // left meanwhile (72)
    const bool cancelled = it != m_channels.constEnd() && it->cancelled;
    if (frame.event == QLatin1String("pusher:subscription_error") && it != m_channels.constEnd())
        fail(frame.channel,
             errorForSubscription(int(frame.data["status"].integer().value_or(0)),
                                  frame.data["error"].string().value_or(QString())),
             out);
    if (!cancelled)
        out.push_back(
            EventReceived{frame.channel, frame.event, frame.data, frame.userId, frame.size});
}

void Subscriptions::succeeded(const QString &name, const Frame &frame, Actions &out)
{
    Channel &channel = m_channels[name];
    if (channel.cancelled) {
        forget(name);
        out.push_back(SendText{FrameCodec::unsubscribe(name)});
        return;
    }
    // Failed: the answer came after our patience ended, and is as good as one in time.
    if (channel.phase != Phase::Sent && channel.phase != Phase::Failed)
        return;
    enter(channel, Phase::Subscribed);
    if (isPresence(name))
        channel.members.replace(frame.data);
    out.push_back(SubscriptionChanged{name, SubscriptionState::Subscribed, {}});
    if (isPresence(name))
        out.push_back(MembersChanged{name, MembersChanged::What::Replaced, {}, {}});
    out.push_back(EventReceived{
        name, QStringLiteral("pusher:subscription_succeeded"), frame.data, {}, frame.size});
}

void Subscriptions::memberAdded(const QString &name, const Frame &frame, Actions &out)
{
    const auto id = frame.data["user_id"].id();
    const JsonValue info = frame.data["user_info"];
    if (!id || !m_channels[name].members.add(*id, info))
        return;
    out.push_back(MembersChanged{name, MembersChanged::What::Added, *id, info});
    out.push_back(EventReceived{
        name, QStringLiteral("pusher:member_added"), memberJson(*id, info), {}, frame.size});
}

void Subscriptions::memberRemoved(const QString &name, const Frame &frame, Actions &out)
{
    const auto id = frame.data["user_id"].id();
    const auto info = id ? m_channels[name].members.remove(*id) : std::nullopt;
    if (!info)
        return;
    out.push_back(MembersChanged{name, MembersChanged::What::Removed, *id, *info});
    out.push_back(EventReceived{
        name, QStringLiteral("pusher:member_removed"), memberJson(*id, *info), {}, frame.size});
}

void Subscriptions::failOldestPending(const Error &error, Actions &out)
{
    QString oldest;
    quint64 sent = 0;
    for (auto it = m_channels.cbegin(); it != m_channels.cend(); ++it) {
        if (it->phase != Phase::Sent || !needsAuthorization(it.key()))
            continue;
        if (oldest.isEmpty() || it->sent < sent) {
            oldest = it.key();
            sent = it->sent;
        }
    }
    if (!oldest.isEmpty())
        fail(oldest, error, out);
}

void Subscriptions::timePassed(Instant now, Actions &out)
{
    if (m_unanswered == 0)
        return;
    const QStringList names = m_order;
    for (const QString &name : names) {
        const auto it = m_channels.constFind(name);
        if (it->phase == Phase::Sent && it->answerBy <= now)
            fail(name,
                 Error::make(Error::Kind::Timeout,
                             QStringLiteral("the server does not answer the subscription")),
                 out);
    }
}

std::optional<Instant> Subscriptions::deadline() const
{
    std::optional<Instant> first;
    if (m_unanswered == 0)
        return first; // asked for after every frame
    for (const Channel &channel : m_channels) {
        if (channel.phase == Phase::Sent && (!first || channel.answerBy < *first))
            first = channel.answerBy;
    }
    return first;
}

SubscriptionState Subscriptions::state(const QString &name) const
{
    const auto it = m_channels.constFind(name);
    if (it == m_channels.constEnd() || it->cancelled)
        return SubscriptionState::Unsubscribed;
    switch (it->phase) {
    case Phase::Wanted:
        return SubscriptionState::Wanted;
    case Phase::Authorizing:
    case Phase::Sent:
        return SubscriptionState::Pending;
    case Phase::Subscribed:
        return SubscriptionState::Subscribed;
    case Phase::Failed:
        break;
    }
    return SubscriptionState::Failed;
}

PresenceMembers Subscriptions::members(const QString &name) const
{
    const auto it = m_channels.constFind(name);
    return it == m_channels.constEnd() || it->cancelled ? PresenceMembers() : it->members;
}

} // namespace suhbat::pusher
