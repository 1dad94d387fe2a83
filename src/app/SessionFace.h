#pragma once

#include "chat/SessionManager.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

#include <functional>

namespace suhbat {

/// The login and the user, as QML sees them: states and translated sentences.
class SessionFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(IdentifierKind identifierKind READ identifierKind NOTIFY serverChanged)
    Q_PROPERTY(QString serverName READ serverName NOTIFY serverChanged)
    Q_PROPERTY(bool demo READ demo NOTIFY serverChanged)
    Q_PROPERTY(QString identifier READ identifier NOTIFY prefillChanged)
    Q_PROPERTY(QString password READ password NOTIFY prefillChanged)
    Q_PROPERTY(QString identifierError READ identifierError NOTIFY errorsChanged)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY errorsChanged)
    Q_PROPERTY(QString codeError READ codeError NOTIFY errorsChanged)
    Q_PROPERTY(QString formError READ formError NOTIFY errorsChanged)
    /// The server did not take what was entered, and did not say which of the fields is wrong.
    Q_PROPERTY(bool refused READ isRefused NOTIFY errorsChanged)
    Q_PROPERTY(QString codeSentTo READ codeSentTo NOTIFY stateChanged)
    Q_PROPERTY(int resendSeconds READ resendSeconds NOTIFY resendSecondsChanged)
    /// So long the server wants to hear of no other attempt; 0: it does.
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY errorsChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY stateChanged)
    Q_PROPERTY(QString userInitials READ userInitials NOTIFY stateChanged)
    Q_PROPERTY(int userColorIndex READ userColorIndex NOTIFY stateChanged)
    Q_PROPERTY(QString endedText READ endedText NOTIFY stateChanged)

public:
    enum State { Starting, SignedOut, SigningIn, CodeNeeded, VerifyingCode, SignedIn, SigningOut };
    Q_ENUM(State)
    enum IdentifierKind { Phone, Email, UserName };
    Q_ENUM(IdentifierKind)

    /// How long one waits before a code can be asked for again, seconds.
    static constexpr int resendAfter = 45;
    static constexpr int minPasswordLength = 6;
    /// Whatever a server says.
    static constexpr int longestWait = 600;

    explicit SessionFace(QObject *parent = nullptr);
    ~SessionFace() override;

    /// Nothing can be done before this: Starting until then. The manager must outlive the face or
    /// be taken back with nullptr.
    void setManager(SessionManager *manager);
    /// Says on the login page that a session was kept and is gone.
    void setSavedLoginLost();
    void setServer(const QString &name, IdentifierKind kind, bool demo);
    void prefill(const QString &identifier, const QString &password);
    /// Tells how many messages a log-out would lose.
    void setUnsentCount(std::function<int()> count) { m_unsentCount = std::move(count); }
    /// A sentence on the login page for what keeps it from working at all.
    void setFormError(const QString &text);

    State state() const;
    IdentifierKind identifierKind() const { return m_kind; }
    QString serverName() const { return m_serverName; }
    bool demo() const { return m_demo; }
    QString identifier() const { return m_identifier; }
    QString password() const { return m_password; }
    QString identifierError() const { return m_identifierError; }
    QString passwordError() const { return m_passwordError; }
    QString codeError() const { return m_codeError; }
    QString formError() const { return m_formError; }
    bool isRefused() const { return m_refused; }
    QString codeSentTo() const;
    int resendSeconds() const { return m_resendSeconds; }
    int waitSeconds() const { return m_waitSeconds; }
    QString userName() const;
    QString userInitials() const;
    int userColorIndex() const;
    QString endedText() const { return m_endedText; }

    Q_INVOKABLE void signIn(const QString &identifier, const QString &password);
    Q_INVOKABLE void verifyCode(const QString &code);
    Q_INVOKABLE void resendCode();
    Q_INVOKABLE void backToSignIn();
    /// False, and nothing happens, while there are messages that the server does not have and
    /// the user has not said that they are to be discarded.
    Q_INVOKABLE bool signOut(bool discardUnsent = false);
    Q_INVOKABLE void clearErrors();
    void askAgain() { Q_EMIT signInWanted(); }

Q_SIGNALS:
    void stateChanged();
    void serverChanged();
    void prefillChanged();
    void errorsChanged();
    void resendSecondsChanged();
    /// The log-in got no answer from a server of the chat; asks for askAgain().
    void serverOutOfReach(const suhbat::Error &error);
    /// The login page logs in once more with what stands in its fields.
    void signInWanted();

private:
    bool checkInput(const QString &identifier, const QString &password);
    void showFailure(SessionManager::Step step, const Error &error);
    void startResendCountdown();
    void startWait(const Error &error);
    void countWait();

    QPointer<SessionManager> m_manager;
    std::function<int()> m_unsentCount = [] { return 0; };
    QTimer m_resendTimer; // runs only on the code page, until 0
    QTimer m_waitTimer;   // the same, after too many attempts
    Error m_tooMany;      // what is counted down
    int m_waitSeconds = 0;
    IdentifierKind m_kind = Phone;
    QString m_serverName;
    bool m_demo = false;
    QString m_identifier;
    QString m_password;
    QString m_identifierError;
    QString m_passwordError;
    QString m_codeError;
    QString m_formError;
    bool m_refused = false;
    QString m_endedText;
    int m_resendSeconds = 0;
};

} // namespace suhbat
