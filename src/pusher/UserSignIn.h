#pragma once

#include "base/Clock.h"
#include "pusher/Frame.h"
#include "pusher/ProtocolActions.h"
#include "pusher/UserAuthenticator.h"

namespace suhbat::pusher {

/// The sign-in of ProtocolMachine (statements 118-121), without I/O: asked for once, it is repeated
/// on every connection. Methods append what is to be done to `out`.
class UserSignIn
{
public:
    /// `timeout`: how long the server may take to answer; `maxFrameSize`: bytes.
    UserSignIn(Milliseconds timeout, qsizetype maxFrameSize)
        : m_timeout(timeout), m_maxFrameSize(maxFrameSize)
    {}

    void request(Actions &out);
    /// The user is none any more; an answer that is under way finds nobody.
    void forget();
    void connectionUp(const QString &socketId, Actions &out);
    void connectionDown();
    /// Answers of an older generation are thrown away.
    void authenticated(quint64 generation, const Result<UserAuthentication> &answer, Instant now,
                       Actions &out);
    /// pusher:signin_success; not to be called unless isAsked().
    void succeeded(const Frame &frame, Actions &out);
    /// The server has no sign-in, or refused it.
    void fail(const Error &error, Actions &out);
    void timePassed(Instant now, Actions &out);
    std::optional<Instant> deadline() const;

    /// The server has our frame of this connection, answered or not.
    bool isAsked() const { return m_isAsked; }
    /// The server has our frame and did not answer yet.
    bool isSent() const { return m_phase == Phase::Sent; }
    bool isPending() const { return m_phase == Phase::Asking || m_phase == Phase::Sent; }
    /// Of the user who is signed in; empty else.
    const QString &userId() const { return m_userId; }

private:
    enum class Phase { None, Asking, Sent, Done, Failed };

    void start(Actions &out);

    const Milliseconds m_timeout;
    const qsizetype m_maxFrameSize;
    bool m_wanted = false;
    Phase m_phase = Phase::None;
    bool m_isAsked = false;
    QString m_socketId; // empty: no connection
    QString m_userId;
    quint64 m_generation = 0;
    Instant m_answerBy{}; // while Sent
};

/// pusher_internal:watchlist_events: {"events": [{"name", "user_ids"}]} (120).
void readWatchlist(const Frame &frame, Actions &out);

} // namespace suhbat::pusher
