#pragma once

#include "base/Result.h"
#include "domain/Session.h"

#include <QObject>

#include <optional>

namespace suhbat {

class ChatApi;

/// Who is logged in, and the way there and back: password, SMS code, log out, expiry.
class SessionManager : public QObject
{
    Q_OBJECT

public:
    enum class State { SignedOut, SigningIn, CodeNeeded, VerifyingCode, SignedIn, SigningOut };
    Q_ENUM(State)
    /// What was being done when something failed.
    enum class Step { Password, Code, Resend };
    Q_ENUM(Step)
    enum class EndReason { LoggedOut, Expired };
    Q_ENUM(EndReason)

    explicit SessionManager(ChatApi &api, QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Meaningful while SignedIn.
    const Session &session() const { return m_session; }
    const QString &identifier() const { return m_identifier; }

    /// Goes on with a session of an earlier run: signed in at once, without the network. The server
    /// is asked meanwhile whether the token still counts.
    void restore(const Session &session, const QString &identifier);
    void signIn(const QString &identifier, const QString &password);
    void verifyCode(const QString &code);
    void resendCode();
    void backToSignIn();
    /// Ends the session here at once; the server is told, whether it answers or not.
    void signOut();
    /// Something was answered with 401. Asks the server whether the token still counts, and only
    /// its clear no ends the session: a broken endpoint or being offline never logs anybody out.
    void doubtSession();

Q_SIGNALS:
    void stateChanged(suhbat::SessionManager::State state);
    void failed(suhbat::SessionManager::Step step, const suhbat::Error &error);
    void codeSent();
    void signedIn();
    /// The server knows the user by another name or picture now.
    void userChanged();
    void ended(suhbat::SessionManager::EndReason reason);

private:
    void setState(State state);
    void accept(const Session &session, Step step);
    void tellLogout();
    void giveBack(const QString &token);
    void enter(const Session &session);
    void takeUser(const User &user);
    void end(EndReason reason);

    ChatApi &m_api;
    State m_state = State::SignedOut;
    Session m_session;
    QString m_identifier;
    bool m_doubting = false;
    bool m_accepting = false; // there is a token, but nobody is known by it yet
    int m_generation = 0;     // answers to an attempt that was left are dropped
};

} // namespace suhbat
