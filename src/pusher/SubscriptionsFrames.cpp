#include "pusher/ChannelName.h"
#include "pusher/CloseCodePolicy.h"
#include "pusher/FrameCodec.h"
#include "pusher/Subscriptions.h"

// What Subscriptions makes of the server's frames.

namespace suhbat::pusher {

void Subscriptions::frameReceived(const Frame &frame, Actions &out)
{
    const auto it = m_channels.constFind(frame.channel);
    // Where no frame of ours went out (denied by the back end, or not yet allowed) a server has
    // nothing to say, least of all that we are in.
    const bool known = it != m_channels.constEnd() && it->isAsked;
    if (frame.event.startsWith(QLatin1String("pusher_internal:"))) {
        if (known)
            internalFrame(frame, it->cancelled, out);
        else if (!frame.channel.isEmpty())
            ++m_dropped;
        return; // without a channel they are the servers' own (71)
    }
    if (!known && !frame.channel.isEmpty()) {
        ++m_dropped; // left meanwhile (72)
        return;
    }
    const bool cancelled = known && it->cancelled;
    if (known && frame.event == QLatin1String("pusher:subscription_error"))
        fail(frame.channel,
             errorForSubscription(int(frame.data["status"].integer().value_or(0)),
                                  frame.data["error"].string().value_or(QString())),
             out);
    if (cancelled) {
        ++m_dropped;
        return;
    }
    const bool replayed = known && it->awaitsCache && takeReplay(frame);
    if (known && isEncrypted(frame.channel) && !frame.event.startsWith(QLatin1String("pusher:"))) {
        sealedFrame(frame, replayed, out);
        return;
    }
    out.push_back(
        EventReceived{frame.channel, frame.event, frame.data, frame.userId, frame.size, replayed});
}

// Right after the success of a cache channel comes what it had kept, or cache_miss (111).
bool Subscriptions::takeReplay(const Frame &frame)
{
    Channel &channel = m_channels[frame.channel];
    if (!channel.awaitsCache || frame.event.startsWith(QLatin1String("client-")))
        return false;
    if (frame.event.startsWith(QLatin1String("pusher:"))) {
        channel.awaitsCache = frame.event != QLatin1String("pusher:cache_miss");
        return false;
    }
    channel.awaitsCache = false;
    return true;
}

void Subscriptions::internalFrame(const Frame &frame, bool cancelled, Actions &out)
{
    const QStringView what = QStringView(frame.event).mid(16);
    if (what == QLatin1String("subscription_succeeded"))
        succeeded(frame.channel, frame, out);
    else if (cancelled)
        return;
    else if (what == QLatin1String("member_added"))
        memberAdded(frame.channel, frame, out);
    else if (what == QLatin1String("member_removed"))
        memberRemoved(frame.channel, frame, out);
    else if (what == QLatin1String("subscription_count"))
        counted(frame.channel, frame, out);
}

void Subscriptions::counted(const QString &name, const Frame &frame, Actions &out)
{
    const auto count = frame.data["subscription_count"].integer();
    if (!count || *count < 0)
        return;
    m_channels[name].count = count;
    out.push_back(EventReceived{
        name, QStringLiteral("pusher:subscription_count"), frame.data, {}, frame.size});
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
    channel.awaitsCache = isCache(name);
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
    const bool isShort = frame.size <= PresenceMembers::longestInfo;
    const JsonValue info = isShort ? frame.data["user_info"] : JsonValue();
    PresenceMembers &members = m_channels[name].members;
    if (id && members.isFull() && !members.contains(*id))
        ++m_dropped;
    if (!id || !members.add(*id, info))
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

void Subscriptions::refused(const Error &error, Actions &out)
{
    // Servers answer in order: whatever this is about, it is the oldest one that is unanswered.
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
    if (oldest.isEmpty())
        return;
    // Reverb says 4009 of a client event on a channel that we are not in, too (48), and 4200 of a
    // presence channel where somebody has no user_info (103).
    const bool aboutSignature =
        error.status == 4009 && !error.detail.contains(QLatin1String("not a member"));
    const bool aboutMembers = error.status == 4200 && isPresence(oldest);
    if (aboutSignature || aboutMembers)
        failLocally(oldest, error, out);
}

} // namespace suhbat::pusher
