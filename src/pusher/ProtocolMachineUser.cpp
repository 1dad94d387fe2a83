#include "pusher/ProtocolMachine.h"

// What ProtocolMachine does about the user (statements 118-121).

namespace suhbat::pusher {

Actions ProtocolMachine::signInRequested()
{
    Actions out;
    m_user.request(out);
    tellUser(m_lastFrame, out);
    return out;
}

Actions ProtocolMachine::signOutRequested()
{
    Actions out;
    m_user.forget();
    tellUser(m_lastFrame, out);
    return out;
}

Actions ProtocolMachine::userAuthenticated(quint64 generation,
                                           const Result<UserAuthentication> &answer, Instant now)
{
    Actions out;
    m_user.authenticated(generation, answer, now, out);
    tellUser(now, out);
    return out;
}

void ProtocolMachine::userFrame(const Frame &frame, Actions &out)
{
    if (!frame.event.endsWith(QLatin1String("signin_success"))) {
        readWatchlist(frame, out);
        return;
    }
    // Denied by the back end, or never asked for: no server can make a user of us.
    if (!m_user.isAsked()) {
        ++m_ignored;
        return;
    }
    m_subscriptions.frameReceived(frame, out); // the application may want the event
    m_user.succeeded(frame, out);
    tellUser(m_lastFrame, out);
}

void ProtocolMachine::tellUser(Instant now, Actions &out)
{
    m_subscriptions.setUser(m_user.userId(), m_user.isPending(), now, out);
}

} // namespace suhbat::pusher
