#include "chat/SessionManager.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

#include <utility>

namespace suhbat {

SessionManager::SessionManager(ChatApi &api, QObject *parent) : QObject(parent), m_api(api) {}

void SessionManager::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void SessionManager::restore(const Session &session, const QString &identifier)
{
    if (m_state != State::SignedOut)
        return;
    ++m_generation;
    m_identifier = identifier;
    m_api.setToken(session.token);
    enter(session);
    doubtSession();
}

void SessionManager::signIn(const QString &identifier, const QString &password)
{
    if (m_state != State::SignedOut && m_state != State::CodeNeeded)
        return;
    m_identifier = identifier;
    const int generation = ++m_generation;
    setState(State::SigningIn);
    m_api.login(identifier, password, this, [this, generation](const Result<LoginOutcome> &result) {
        if (generation != m_generation)
            return;
        if (!result) {
            setState(State::SignedOut);
            Q_EMIT failed(Step::Password, result.error());
        } else if (result->kind == LoginOutcome::Kind::CodeNeeded) {
            setState(State::CodeNeeded);
            Q_EMIT codeSent();
        } else {
            accept(result->session, Step::Password);
        }
    });
}

void SessionManager::verifyCode(const QString &code)
{
    if (m_state != State::CodeNeeded)
        return;
    const int generation = ++m_generation;
    setState(State::VerifyingCode);
    m_api.verifyCode(m_identifier, code, this, [this, generation](const Result<Session> &result) {
        if (generation != m_generation) {
            if (result)
                giveBack(result->token);
            return;
        }
        if (result) {
            accept(*result, Step::Code);
            return;
        }
        setState(State::CodeNeeded);
        Q_EMIT failed(Step::Code, result.error());
    });
}

void SessionManager::resendCode()
{
    if (m_state != State::CodeNeeded)
        return;
    m_api.resendCode(m_identifier, this, [this, asked = m_identifier](const auto &result) {
        if (m_state != State::CodeNeeded || asked != m_identifier)
            return;
        if (result)
            Q_EMIT codeSent();
        else
            Q_EMIT failed(Step::Resend, result.error());
    });
}

void SessionManager::backToSignIn()
{
    if (m_state != State::CodeNeeded && m_state != State::VerifyingCode)
        return;
    ++m_generation;
    if (std::exchange(m_accepting, false)) {
        tellLogout();
        m_api.setToken({});
    }
    setState(State::SignedOut);
}

// That session was made for somebody who has gone. A newer one may be here by now.
void SessionManager::giveBack(const QString &token)
{
    if (m_state == State::SignedIn || m_accepting)
        return;
    m_api.setToken(token);
    tellLogout();
    m_api.setToken({});
}

void SessionManager::accept(const Session &session, Step step)
{
    m_api.setToken(session.token);
    if (!session.user.id.isEmpty()) {
        enter(session);
        return;
    }
    // Some servers answer with a token alone; without the user's id there is no channel to join.
    m_accepting = true;
    const int generation = m_generation;
    m_api.profile(this, [this, session, step, generation](const Result<User> &user) {
        if (generation != m_generation)
            return;
        m_accepting = false;
        if (user) {
            enter({session.token, *user});
            return;
        }
        if (user.error().kind != Error::Kind::Cancelled)
            tellLogout();
        m_api.setToken({});
        setState(State::SignedOut);
        Q_EMIT failed(step, user.error());
    });
}

void SessionManager::enter(const Session &session)
{
    m_session = session;
    m_api.setOwnUser(session.user.id);
    qCInfo(lcChat) << "signed in as user" << session.user.id.toString();
    setState(State::SignedIn);
    Q_EMIT signedIn();
}

void SessionManager::signOut()
{
    if (m_state != State::SignedIn)
        return;
    setState(State::SigningOut);
    end(EndReason::LoggedOut);
}

void SessionManager::doubtSession()
{
    if (m_state != State::SignedIn || m_doubting)
        return;
    m_doubting = true;
    const int generation = m_generation;
    m_api.checkToken(this, [this, generation](const Result<wire::TokenCheck> &check) {
        m_doubting = false;
        if (generation != m_generation || m_state != State::SignedIn)
            return;
        const bool refused =
            check ? !check->valid : check.error().kind == Error::Kind::Unauthorized;
        if (refused)
            end(EndReason::Expired);
        else if (check && check->user)
            takeUser(*check->user);
    });
}

void SessionManager::takeUser(const User &user)
{
    // A shorter answer than the login's is no news.
    if (user.id != m_session.user.id || user.name.isEmpty() || user == m_session.user)
        return;
    m_session.user = user;
    Q_EMIT userChanged();
}

void SessionManager::tellLogout()
{
    m_api.logout(this, [](const Result<void> &result) {
        if (!result)
            qCInfo(lcChat) << "the server did not take the logout:" << result.error().detail;
    });
}

void SessionManager::end(EndReason reason)
{
    ++m_generation;
    m_session = {};
    qCInfo(lcChat) << "signed out," << (reason == EndReason::Expired ? "expired" : "by the user");
    // First everything that belongs to this user is taken down, requests under way included; then
    // the server is told, and then the login page may come.
    Q_EMIT ended(reason);
    if (reason == EndReason::LoggedOut)
        tellLogout();
    m_api.setToken({});
    m_api.setOwnUser({});
    setState(State::SignedOut);
}

} // namespace suhbat
