#pragma once

#include "base/Result.h"
#include "pusher/ChannelAuthorizer.h"
#include "pusher/ChannelKey.h"
#include "pusher/Frame.h"
#include "pusher/PresenceMembers.h"
#include "pusher/ProtocolActions.h"
#include "pusher/PusherOptions.h"

#include <QHash>
#include <QStringList>

namespace suhbat::pusher {

/// The channels of ProtocolMachine: which are wanted, and how far each one is. Without I/O; all
/// methods append what is to be done to `out`.
class Subscriptions
{
public:
    explicit Subscriptions(const PusherOptions &options)
        : m_timeout(options.subscribeTimeout)
        , m_maxFrameSize(options.maxFrameSize)
        , m_openBox(options.openBox)
        , m_random(options.random)
    {}

    void subscribe(const QString &name, Instant now, Actions &out);
    void unsubscribe(const QString &name, Actions &out);
    /// A new connection: subscribes every channel, with new authorisations.
    void connectionUp(const QString &socketId, Instant now, Actions &out);
    /// Every channel is wanted only, every presence list empty (27).
    void connectionDown(Actions &out);
    /// Answers of an older generation are thrown away (80).
    void authorized(const QString &name, quint64 generation,
                    const Result<ChannelAuthorization> &answer, Instant now, Actions &out);
    /// A frame after the handshake that is no connection matter.
    void frameReceived(const Frame &frame, Actions &out);
    /// An error frame without a channel: it may be about a subscription, and does not say which
    /// (82, 103).
    void refused(const Error &error, Actions &out);
    /// Who is signed in, if anybody, and whether that may still change: subscribes the user's own
    /// channel (118), and goes on with presence channels that have no channel_data (104).
    void setUser(const QString &userId, bool isPending, Instant now, Actions &out);
    void timePassed(Instant now, Actions &out);
    std::optional<Instant> deadline() const;

    SubscriptionState state(const QString &name) const;
    PresenceMembers members(const QString &name) const;
    /// Frames for channels that we left, never asked for or may not ask for.
    quint64 dropped() const { return m_dropped; }
    /// Connections in the channel, where the server tells (83).
    std::optional<qint64> subscriptionCount(const QString &name) const;

private:
    enum class Phase { Wanted, Authorizing, Sent, Subscribed, Failed };

    struct Channel
    {
        Phase phase = Phase::Wanted;
        bool cancelled = false; // left while Sent: the server still thinks we want it
        bool isAsked = false;   // the server has our frame: it may speak of the channel
        bool own = false;       // #server-to-user-ID: the client's, not the application's
        std::optional<ChannelAuthorization> held; // while Authorizing: waits for the sign-in
        bool awaitsCache = false; // subscribed: what it had kept, or a cache_miss, comes first
        std::optional<qint64> count;
        quint64 generation = 0; // of the authorisation asked for last
        Instant answerBy{};     // while Sent
        quint64 sent = 0;       // while Sent: counts the subscriptions as they went out
        PresenceMembers members;
        ChannelKey key; // of an encrypted channel
    };

    void leave(const QString &name, Actions &out);
    void start(const QString &name, Channel &channel, Instant now, Actions &out);
    void send(const QString &name, Channel &channel, const ChannelAuthorization &authorization,
              Instant now, Actions &out);
    void checkPresence(const QString &name, Channel &channel,
                       const ChannelAuthorization &authorization, Instant now, Actions &out);
    Result<void> checkName(const QString &name) const;
    void sealedFrame(const Frame &frame, bool replayed, Actions &out);
    bool openSealed(const QString &name, Channel &channel, const SealedEvent &event, Actions &out);
    void keyFetched(const QString &name, Channel &channel,
                    const Result<ChannelAuthorization> &answer, Instant now, Actions &out);
    void fetchKey(const QString &name, Channel &channel, Actions &out);
    void setRetry(Channel &channel, std::optional<Instant> at);
    void dropSealed(const QString &name, const SealedEvent &event, Actions &out);
    void fail(const QString &name, Error error, Actions &out);
    /// The same, where no frame of the server tells the application (89).
    void failLocally(const QString &name, const Error &error, Actions &out,
                     const QString &type = QStringLiteral("AuthError"));
    void enter(Channel &channel, Phase phase);
    void forget(const QString &name);
    void internalFrame(const Frame &frame, bool cancelled, Actions &out);
    void succeeded(const QString &name, const Frame &frame, Actions &out);
    void counted(const QString &name, const Frame &frame, Actions &out);
    bool takeReplay(const Frame &frame);
    void memberAdded(const QString &name, const Frame &frame, Actions &out);
    void memberRemoved(const QString &name, const Frame &frame, Actions &out);

    const Milliseconds m_timeout;
    const qsizetype m_maxFrameSize;
    const BoxOpener m_openBox; // empty: no encrypted channels
    const Backoff::Random m_random;
    QHash<QString, Channel> m_channels;
    QStringList m_order; // as they were asked for; servers answer in order
    QString m_socketId;  // empty: no connection
    QString m_userId;    // who is signed in; empty: nobody
    bool m_userPending = false;
    quint64 m_lastGeneration = 0;
    quint64 m_lastSent = 0;
    quint64 m_dropped = 0;
    int m_unanswered = 0; // channels that are Sent
    int m_retries = 0;    // channels whose key is to be asked for again
};

} // namespace suhbat::pusher
