#pragma once

#include "app/AccountPaths.h"
#include "app/SessionFile.h"
#include "chat/SessionManager.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

#include <memory>

namespace suhbat {

/// Keeps a session over the end of the program: who is logged in lies in a file, the token in the
/// SecretStore. At the next start the SessionManager goes on with it without waiting for the
/// network. A keyring that is locked, denied or away is no logout: what is kept stays kept, and the
/// user chooses between unlocking it and logging in anew.
class SessionKeeper : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)

public:
    enum Phase {
        Idle,    ///< nothing is being restored: the SessionManager's state counts
        Reading, ///< for a moment
        Asking,  ///< it takes longer: the keyring is asking its user for a password
        Refused, ///< the keyring is locked, or denies the token
        Away     ///< the token is in a keyring, and none is running
    };
    Q_ENUM(Phase)
    /// How long reading may take before it is said that the keyring is asking.
    static constexpr auto patience = std::chrono::milliseconds(700);

    /// Without `paths.keepsData()` it keeps nothing and restores nothing.
    SessionKeeper(const AccountPaths &paths, std::unique_ptr<SecretStore> secrets,
                  QObject *parent = nullptr);
    ~SessionKeeper() override;

    /// From now on keeps this manager's session; first restores what was kept for that server.
    void attach(SessionManager &manager, const QString &serverKey);
    void detach();

    /// False: from now on nothing is kept, and what was is forgotten.
    void setStay(bool stay);
    Phase phase() const { return m_phase; }
    /// Of the last login at this server; may be empty.
    const QString &identifier() const { return m_kept.identifier; }
    /// Where the token is, as far as it is known.
    SecretStore::Place place() const { return m_kept.place; }
    /// The last try to keep the session failed: see notKept().
    bool failedToKeep() const { return m_failedToKeep; }
    /// Tries again to read the token.
    Q_INVOKABLE void retry();
    /// On to the login page. What is kept stays until somebody has logged in there.
    Q_INVOKABLE void logInInstead();

Q_SIGNALS:
    void phaseChanged();
    /// Somebody was logged in, but the token is gone from where it was kept.
    void lost();
    /// The token lies in a file, because there is no keyring.
    void keptInFile();
    /// The session will not outlive the program; `error` is Forbidden (the keyring refuses) or
    /// Storage. keep() tries again.
    void notKept(const suhbat::Error &error);

public Q_SLOTS:
    /// Writes the session of now down, as each login does.
    void keep();

private:
    void setPhase(Phase phase);
    void read(Phase phase);
    void onRead(const SecretAnswer &answer);
    void restore(const QByteArray &secret);
    void onKept(const User &user, const SecretAnswer &answer);
    void onUserChanged();
    void onEnded(SessionManager::EndReason reason);
    void forget(const KeptSession &left);
    void watchKeyring();
    QString secretKey() const;

    AccountPaths m_paths;
    std::unique_ptr<SecretStore> m_secrets;
    QPointer<SessionManager> m_manager;
    QString m_serverKey;
    SessionFile m_file;
    KeptSession m_kept;
    QTimer m_patience;
    Phase m_phase = Phase::Idle;
    bool m_restoring = false; // inside SessionManager::restore()
    bool m_stay = true;
    bool m_watching = false;
    bool m_failedToKeep = false;
    int m_generation = 0; // answers to a question that was left are dropped
};

} // namespace suhbat
