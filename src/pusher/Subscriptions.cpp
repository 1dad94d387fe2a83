#include "pusher/Subscriptions.h"

#include "pusher/ChannelName.h"
#include "pusher/FrameCodec.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::pusher {

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
    } else if (const auto allowed = checkName(name); !allowed) {
        failLocally(name, allowed.error(), out, toString(allowed.error().kind));
    } else {
        enter(*it, Phase::Wanted);
        out.push_back(SubscriptionChanged{name, SubscriptionState::Wanted, {}});
    }
}

void Subscriptions::unsubscribe(const QString &name, Actions &out)
{
    if (const auto it = m_channels.constFind(name); it != m_channels.constEnd() && !it->own)
        leave(name, out);
}

void Subscriptions::leave(const QString &name, Actions &out)
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
        if (channel.cancelled || channel.own) {
            if (channel.own)
                out.push_back(SubscriptionChanged{name, SubscriptionState::Unsubscribed, {}});
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

Result<void> Subscriptions::checkName(const QString &name) const
{
    if (isEncrypted(name) && !m_openBox)
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("this program cannot decrypt channels"));
    return checkChannelName(name);
}

void Subscriptions::start(const QString &name, Channel &channel, Instant now, Actions &out)
{
    channel.isAsked = false;
    if (const auto allowed = checkName(name); !allowed && !channel.own) {
        failLocally(name, allowed.error(), out, toString(allowed.error().kind));
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
    if (it == m_channels.end() || it->generation != generation)
        return;
    if (it->phase == Phase::Subscribed && it->key.isAwaited && !it->key.retryAt) {
        keyFetched(name, *it, answer, now, out);
        return;
    }
    if (it->phase != Phase::Authorizing || it->held)
        return;
    if (!answer) {
        failLocally(name, answer.error(), out);
    } else if (isPresence(name)) {
        checkPresence(name, *it, *answer, now, out);
    } else if (isEncrypted(name) && !keyFromBase64(answer->sharedSecret)) {
        failLocally(name,
                    Error::make(Error::Kind::BadResponse,
                                QStringLiteral("the authorisation of an encrypted channel has no "
                                               "usable shared_secret")),
                    out);
    } else {
        send(name, *it, *answer, now, out);
    }
}

void Subscriptions::send(const QString &name, Channel &channel,
                         const ChannelAuthorization &authorization, Instant now, Actions &out)
{
    const QByteArray frame = FrameCodec::subscribe(name, authorization);
    if (frame.size() > m_maxFrameSize) {
        const auto kind = Error::Kind::TooLarge;
        failLocally(name, Error::make(kind, QStringLiteral("the frame is too long")), out,
                    toString(kind));
        return;
    }
    enter(channel, Phase::Sent);
    channel.isAsked = true;
    channel.answerBy = now + m_timeout;
    channel.sent = ++m_lastSent;
    if (isEncrypted(name))
        channel.key.key = keyFromBase64(authorization.sharedSecret).value_or(QByteArray());
    if (isPresence(name)) {
        const auto me = JsonValue::parse(authorization.channelData.toUtf8());
        channel.members.setMyId(me ? (*me)["user_id"].id().value_or(QString()) : m_userId);
    }
    out.push_back(SendText{frame});
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

void Subscriptions::failLocally(const QString &name, const Error &error, Actions &out,
                                const QString &type)
{
    const bool wanted = !m_channels[name].cancelled;
    fail(name, error, out);
    if (!wanted)
        return;
    const QJsonObject data{{QStringLiteral("type"), type},
                           {QStringLiteral("error"), error.detail},
                           {QStringLiteral("status"), error.status}};
    const auto json = JsonValue::parse(QJsonDocument(data).toJson(QJsonDocument::Compact));
    out.push_back(EventReceived{
        name, QStringLiteral("pusher:subscription_error"), json ? *json : JsonValue(), {}, 0});
}

void Subscriptions::enter(Channel &channel, Phase phase)
{
    channel.awaitsCache = false;
    if (phase != Phase::Subscribed)
        channel.count.reset();
    setRetry(channel, std::nullopt);
    ChannelKey same;
    same.key = channel.key.key;
    channel.key = std::move(same);
    channel.held.reset();
    m_unanswered += int(phase == Phase::Sent) - int(channel.phase == Phase::Sent);
    channel.phase = phase;
}

void Subscriptions::forget(const QString &name)
{
    enter(m_channels[name], Phase::Wanted);
    m_channels.remove(name);
    m_order.removeOne(name);
}

void Subscriptions::timePassed(Instant now, Actions &out)
{
    if (m_unanswered == 0 && m_retries == 0)
        return;
    const QStringList names = m_order;
    for (const QString &name : names) {
        const auto it = m_channels.find(name);
        if (it->key.retryAt && *it->key.retryAt <= now)
            fetchKey(name, *it, out);
        if (it->phase == Phase::Sent && it->answerBy <= now)
            failLocally(name,
                        Error::make(Error::Kind::Timeout,
                                    QStringLiteral("the server does not answer the subscription")),
                        out, toString(Error::Kind::Timeout));
    }
}

std::optional<Instant> Subscriptions::deadline() const
{
    std::optional<Instant> first;
    if (m_unanswered == 0 && m_retries == 0)
        return first; // asked for after every frame
    const auto take = [&first](Instant other) {
        if (!first || other < *first)
            first = other;
    };
    for (const Channel &channel : m_channels) {
        if (channel.phase == Phase::Sent)
            take(channel.answerBy);
        if (channel.key.retryAt)
            take(*channel.key.retryAt);
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

std::optional<qint64> Subscriptions::subscriptionCount(const QString &name) const
{
    const auto it = m_channels.constFind(name);
    return it == m_channels.constEnd() || it->cancelled ? std::nullopt : it->count;
}

} // namespace suhbat::pusher
