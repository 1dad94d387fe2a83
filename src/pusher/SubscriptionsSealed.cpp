#include "pusher/Subscriptions.h"

// What Subscriptions does about encrypted events (statements 106-110).

namespace suhbat::pusher {

void Subscriptions::sealedFrame(const Frame &frame, bool replayed, Actions &out)
{
    Channel &channel = m_channels[frame.channel];
    auto sealed = Sealed::read(frame.data);
    SealedEvent event{frame.event, frame.size, replayed, {}};
    // Before the subscription stands there is no key that could be doubted.
    if (!sealed || channel.phase != Phase::Subscribed) {
        dropSealed(frame.channel, event, out);
        return;
    }
    event.sealed = std::move(*sealed);
    // What comes while the key is fetched waits for it, so that events stay in order.
    if (!channel.waiting.empty()) {
        if (channel.waiting.size() < mostWaiting)
            channel.waiting.push_back(std::move(event));
        else
            dropSealed(frame.channel, event, out);
        return;
    }
    if (openSealed(frame.channel, channel, event, out))
        return;
    // The back end may have a new key; once, until some event opens again.
    if (channel.keyDoubted) {
        dropSealed(frame.channel, event, out);
        return;
    }
    channel.keyDoubted = true;
    channel.waiting.push_back(std::move(event));
    channel.generation = ++m_lastGeneration;
    out.push_back(Authorize{frame.channel, m_socketId, channel.generation});
}

bool Subscriptions::openSealed(const QString &name, Channel &channel, const SealedEvent &event,
                               Actions &out)
{
    if (channel.key.isEmpty())
        return false;
    const auto data = event.sealed.open(m_openBox, channel.key);
    if (!data)
        return false;
    channel.keyDoubted = false;
    out.push_back(EventReceived{name, event.name, *data, {}, event.size, event.replayed});
    return true;
}

void Subscriptions::keyFetched(const QString &name, Channel &channel,
                               const Result<ChannelAuthorization> &answer, Actions &out)
{
    const auto key = answer ? keyFromBase64(answer->sharedSecret) : std::nullopt;
    if (key)
        channel.key = *key;
    const std::vector<SealedEvent> waiting = std::exchange(channel.waiting, {});
    for (const SealedEvent &event : waiting) {
        if (!openSealed(name, channel, event, out))
            dropSealed(name, event, out);
    }
    // No answer says nothing about the key: the next event may ask again.
    if (!key)
        channel.keyDoubted = false;
}

void Subscriptions::dropSealed(const QString &name, const SealedEvent &event, Actions &out)
{
    ++m_dropped;
    out.push_back(ErrorOccurred{
        Error::make(Error::Kind::BadResponse,
                    QStringLiteral("%1 on %2 cannot be decrypted").arg(event.name, name))});
}

} // namespace suhbat::pusher
