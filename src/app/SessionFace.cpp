#include "app/SessionFace.h"

#include "app/ErrorText.h"
#include "models/People.h"

#include <algorithm>

namespace suhbat {

namespace {

// The first of the server's messages about a field, by any of its names.
QString fieldText(const Error &error, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QStringList texts = error.fields.value(QLatin1String(name));
        if (!texts.isEmpty())
            return texts.first();
    }
    return {};
}

} // namespace

SessionFace::SessionFace(QObject *parent) : QObject(parent)
{
    m_resendTimer.setInterval(1000);
    connect(&m_resendTimer, &QTimer::timeout, this, [this] {
        if (--m_resendSeconds <= 0)
            m_resendTimer.stop();
        Q_EMIT resendSecondsChanged();
    });
    m_waitTimer.setInterval(1000);
    connect(&m_waitTimer, &QTimer::timeout, this, &SessionFace::countWait);
}

SessionFace::~SessionFace()
{
    m_resendTimer.disconnect(this);
    m_waitTimer.disconnect(this);
}

void SessionFace::setManager(SessionManager *manager)
{
    if (m_manager)
        m_manager->disconnect(this);
    m_manager = manager;
    if (m_manager) {
        connect(manager, &SessionManager::stateChanged, this, [this](SessionManager::State state) {
            // Told with signedIn(): the chat has been started by then, and the window shows it.
            if (state == SessionManager::State::SignedIn)
                return;
            if (state != SessionManager::State::CodeNeeded &&
                state != SessionManager::State::VerifyingCode)
                m_resendTimer.stop();
            Q_EMIT stateChanged();
        });
        connect(manager, &SessionManager::signedIn, this, [this] {
            m_endedText.clear();
            m_resendTimer.stop();
            Q_EMIT stateChanged();
        });
        connect(manager, &SessionManager::failed, this, &SessionFace::showFailure);
        connect(manager, &SessionManager::codeSent, this, &SessionFace::startResendCountdown);
        connect(manager, &SessionManager::userChanged, this, &SessionFace::stateChanged);
        connect(manager, &SessionManager::ended, this, [this](SessionManager::EndReason reason) {
            if (reason == SessionManager::EndReason::Expired) {
                m_endedText = tr("Your session has expired. Please log in again.");
                prefill(m_manager->identifier(), {});
            }
            clearErrors();
        });
    }
    Q_EMIT stateChanged();
}

void SessionFace::setSavedLoginLost()
{
    m_endedText = tr("Your saved login was not found on this computer. Please log in again.");
    Q_EMIT stateChanged();
}

void SessionFace::setServer(const QString &name, IdentifierKind kind, bool demo)
{
    m_serverName = name;
    m_kind = kind;
    m_demo = demo;
    // What another server said holds no longer.
    m_waitSeconds = 0;
    m_waitTimer.stop();
    clearErrors();
    Q_EMIT serverChanged();
}

void SessionFace::prefill(const QString &identifier, const QString &password)
{
    m_identifier = identifier;
    m_password = password;
    Q_EMIT prefillChanged();
}

void SessionFace::setFormError(const QString &text)
{
    m_formError = text;
    Q_EMIT errorsChanged();
}

SessionFace::State SessionFace::state() const
{
    if (!m_manager)
        return Starting;
    switch (m_manager->state()) {
    case SessionManager::State::SignedOut:
        return SignedOut;
    case SessionManager::State::SigningIn:
        return SigningIn;
    case SessionManager::State::CodeNeeded:
        return CodeNeeded;
    case SessionManager::State::VerifyingCode:
        return VerifyingCode;
    case SessionManager::State::SignedIn:
        return SignedIn;
    case SessionManager::State::SigningOut:
        return SigningOut;
    }
    return Starting;
}

QString SessionFace::codeSentTo() const
{
    return m_manager ? m_manager->identifier() : QString();
}

QString SessionFace::userName() const
{
    if (!m_manager)
        return {};
    const User &user = m_manager->session().user;
    return user.name.isEmpty() ? user.phone : user.name;
}

QString SessionFace::userInitials() const
{
    return initialsOf(userName());
}

int SessionFace::userColorIndex() const
{
    return m_manager ? colorIndexOf(m_manager->session().user.name) : 0;
}

bool SessionFace::checkInput(const QString &identifier, const QString &password)
{
    const QString typed = identifier.trimmed();
    if (m_kind == Phone) {
        int digits = 0;
        for (const QChar c : typed)
            digits += c.isDigit() ? 1 : 0;
        if (digits == 0)
            m_identifierError = tr("Enter your phone number.");
        else if (digits < 9)
            m_identifierError = tr("This phone number is too short.");
    } else if (typed.isEmpty()) {
        m_identifierError =
            m_kind == Email ? tr("Enter your e-mail address.") : tr("Enter your user name.");
    } else if (m_kind == Email && !typed.contains(u'@')) {
        m_identifierError = tr("This is not an e-mail address.");
    }
    if (password.trimmed().isEmpty())
        m_passwordError = tr("Enter your password.");
    else if (password.trimmed().size() < minPasswordLength)
        m_passwordError = tr("A password has at least %n characters.", nullptr, minPasswordLength);
    return m_identifierError.isEmpty() && m_passwordError.isEmpty();
}

void SessionFace::signIn(const QString &identifier, const QString &password)
{
    if (m_waitSeconds > 0)
        return;
    clearErrors();
    if (!m_manager)
        return;
    if (!checkInput(identifier, password)) {
        Q_EMIT errorsChanged();
        return;
    }
    m_manager->signIn(identifier, password.trimmed());
}

void SessionFace::verifyCode(const QString &code)
{
    clearErrors();
    if (m_manager)
        m_manager->verifyCode(code.trimmed());
}

void SessionFace::resendCode()
{
    if (m_manager && m_resendSeconds <= 0) {
        clearErrors();
        m_manager->resendCode();
    }
}

void SessionFace::backToSignIn()
{
    clearErrors();
    if (m_manager)
        m_manager->backToSignIn();
}

bool SessionFace::signOut(bool discardUnsent)
{
    if (!m_manager || (m_unsentCount() > 0 && !discardUnsent))
        return false;
    m_manager->signOut();
    return true;
}

void SessionFace::clearErrors()
{
    m_identifierError.clear();
    m_passwordError.clear();
    m_codeError.clear();
    m_formError.clear();
    m_refused = false;
    Q_EMIT errorsChanged();
}

void SessionFace::showFailure(SessionManager::Step step, const Error &error)
{
    using Step = SessionManager::Step;
    if (step == Step::Password) {
        m_identifierError = fieldText(error, {"phone", "email", "username", "login"});
        m_passwordError = fieldText(error, {"password"});
        if (m_identifierError.isEmpty() && m_passwordError.isEmpty())
            m_formError = ErrorText::inlineText(error, Doing::SignIn);
        using Kind = Error::Kind;
        if (error.kind == Kind::RateLimited && error.retryAfter)
            startWait(error);
        m_refused = !m_formError.isEmpty() &&
                    (error.kind == Kind::Unauthorized || error.kind == Kind::Validation);
        if (error.kind == Kind::Unreachable || error.kind == Kind::Timeout ||
            error.kind == Kind::Tls || error.kind == Kind::Proxy)
            Q_EMIT serverOutOfReach(error);
    } else {
        m_codeError = fieldText(error, {"code"});
        if (m_codeError.isEmpty())
            m_codeError = ErrorText::inlineText(error, step == Step::Code ? Doing::VerifyCode
                                                                          : Doing::ResendCode);
    }
    Q_EMIT errorsChanged();
}

void SessionFace::startWait(const Error &error)
{
    m_tooMany = error;
    m_waitSeconds = int(std::clamp<qint64>(error.retryAfter->count(), 0, longestWait));
    if (m_waitSeconds > 0)
        m_waitTimer.start();
}

void SessionFace::countWait()
{
    if (--m_waitSeconds <= 0) {
        m_waitSeconds = 0;
        m_waitTimer.stop();
        m_formError.clear();
    } else {
        m_tooMany.retryAfter = std::chrono::seconds(m_waitSeconds);
        m_formError = ErrorText::inlineText(m_tooMany, Doing::SignIn);
    }
    Q_EMIT errorsChanged();
}

void SessionFace::startResendCountdown()
{
    m_resendSeconds = resendAfter;
    m_resendTimer.start();
    Q_EMIT resendSecondsChanged();
}

} // namespace suhbat
