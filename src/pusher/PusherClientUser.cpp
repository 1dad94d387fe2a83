#include "base/Logging.h"
#include "pusher/PusherClient.h"

#include <QPointer>

// What PusherClient does about people: the user (statements 118-121), the members of a channel.

namespace suhbat::pusher {

void PusherClient::signIn(UserAuthenticator &authenticator)
{
    m_userAuthenticator = &authenticator;
    run(m_machine.signInRequested());
}

void PusherClient::signOut()
{
    m_userAuthenticator = nullptr;
    run(m_machine.signOutRequested());
}

void PusherClient::perform(AuthenticateUser &action)
{
    if (!m_userAuthenticator)
        return; // signed out since
    m_userAuthenticator->authenticate(
        action.socketId, this,
        [self = QPointer<PusherClient>(this),
         generation = action.generation](const Result<UserAuthentication> &answer) {
            if (self)
                self->run(self->m_machine.userAuthenticated(generation, answer, self->now()),
                          Caller::EventLoop);
        });
}

void PusherClient::perform(SignedIn &action)
{
    qCInfo(lcPusher) << "signed in";
    Q_EMIT signedIn(action.userId, action.userData);
}

void PusherClient::perform(SignInFailed &action)
{
    qCInfo(lcPusher) << "sign-in failed:" << action.error.detail;
    Q_EMIT signInFailed(action.error);
}

void PusherClient::perform(WatchlistChanged &action)
{
    Q_EMIT watchlistChanged(action.name, action.userIds);
}

void PusherClient::perform(MembersChanged &action)
{
    PusherChannel *const target = m_channels.value(action.channel);
    if (!target)
        return;
    switch (action.what) {
    case MembersChanged::What::Replaced:
        Q_EMIT target->membersReplaced();
        break;
    case MembersChanged::What::Added:
        Q_EMIT target->memberAdded(action.userId, action.info);
        break;
    case MembersChanged::What::Removed:
        Q_EMIT target->memberRemoved(action.userId, action.info);
        break;
    }
}

} // namespace suhbat::pusher
