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
    ChannelKey &key = channel.key;
    if (!key.isAwaited) {
        if (openSealed(frame.channel, channel, event, out))
            return;
        // The back end may have a new key; once, until some event opens again.
        if (key.isDoubted) {
            dropSealed(frame.channel, event, out);
            return;
        }
        key.isDoubted = true;
        key.isAwaited = true;
        fetchKey(frame.channel, channel, out);
    }
    // What comes while the key is fetched waits for it, so that events stay in order.
    if (!key.keep(event))
        dropSealed(frame.channel, event, out);
}

bool Subscriptions::openSealed(const QString &name, Channel &channel, const SealedEvent &event,
                               Actions &out)
{
    if (channel.key.key.isEmpty())
        return false;
    const auto data = event.sealed.open(m_openBox, channel.key.key);
    if (!data)
        return false;
    channel.key.isDoubted = false;
    channel.key.backoff.reset();
    out.push_back(EventReceived{name, event.name, *data, {}, event.size, event.replayed});
    return true;
}

void Subscriptions::fetchKey(const QString &name, Channel &channel, Actions &out)
{
    setRetry(channel, std::nullopt);
    channel.generation = ++m_lastGeneration;
    out.push_back(Authorize{name, m_socketId, channel.generation});
}

void Subscriptions::keyFetched(const QString &name, Channel &channel,
                               const Result<ChannelAuthorization> &answer, Instant now,
                               Actions &out)
{
    ChannelKey &key = channel.key;
    // That says nothing about the key: the events go on waiting, and it is asked for again.
    if (!answer && answer.error().isTransient()) {
        if (!key.backoff)
            key.backoff.emplace(m_random);
        setRetry(channel, now + key.backoff->nextAfter(answer.error()));
        return;
    }
    key.isAwaited = false;
    if (const auto fresh = answer ? keyFromBase64(answer->sharedSecret) : std::nullopt)
        key.key = *fresh;
    for (const SealedEvent &event : key.takeWaiting()) {
        if (!openSealed(name, channel, event, out))
            dropSealed(name, event, out);
    }
}

void Subscriptions::setRetry(Channel &channel, std::optional<Instant> at)
{
    m_retries += int(at.has_value()) - int(channel.key.retryAt.has_value());
    channel.key.retryAt = at;
}

void Subscriptions::dropSealed(const QString &name, const SealedEvent &event, Actions &out)
{
    ++m_dropped;
    out.push_back(ErrorOccurred{
        Error::make(Error::Kind::BadResponse,
                    QStringLiteral("%1 on %2 cannot be decrypted").arg(event.name, name))});
}

} // namespace suhbat::pusher
