#include "app/SessionKeeper.h"

#include "app/platform/Platform.h"
#include "base/JsonReader.h"
#include "base/Logging.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat {

namespace {

/// The user's id goes along: a token is never taken for another user's.
QByteArray packed(const Session &session)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("user"), session.user.id.toString()},
                                     {QStringLiteral("token"), session.token}})
        .toJson(QJsonDocument::Compact);
}

/// Empty when it is no token of that user.
QString unpacked(const QByteArray &secret, const UserId &user)
{
    const auto parsed = JsonValue::parse(secret);
    if (!parsed || (*parsed)["user"].string() != user.toString())
        return {};
    return (*parsed)["token"].string().value_or(QString());
}

} // namespace

SessionKeeper::SessionKeeper(const AccountPaths &paths, std::unique_ptr<SecretStore> secrets,
                             QObject *parent)
    : QObject(parent), m_paths(paths), m_secrets(std::move(secrets))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_phase == Phase::Reading)
            setPhase(Phase::Asking);
    });
}

SessionKeeper::~SessionKeeper()
{
    m_patience.disconnect(this);
}

void SessionKeeper::setPhase(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

QString SessionKeeper::secretKey() const
{
    return m_paths.account().isEmpty()
               ? m_serverKey
               : QStringLiteral("%1 (%2)").arg(m_serverKey, m_paths.account());
}

void SessionKeeper::attach(SessionManager &manager, const QString &serverKey)
{
    detach();
    if (!m_paths.keepsData() || !m_secrets)
        return;
    m_manager = &manager;
    m_serverKey = serverKey;
    m_file = SessionFile(m_paths.serverFolder(serverKey));
    connect(&manager, &SessionManager::signedIn, this, [this] {
        if (!m_restoring)
            keep();
    });
    connect(&manager, &SessionManager::userChanged, this, &SessionKeeper::onUserChanged);
    connect(&manager, &SessionManager::ended, this, &SessionKeeper::onEnded);
    m_kept = m_file.load().value_or(KeptSession());
    if (m_kept.forget)
        forget({.user = {}, .identifier = m_kept.identifier});
    else if (!m_kept.user.id.isEmpty())
        read(Phase::Reading);
}

void SessionKeeper::detach()
{
    ++m_generation;
    m_patience.stop();
    if (m_manager)
        m_manager->disconnect(this);
    m_manager = nullptr;
    m_kept = {};
    setPhase(Phase::Idle);
}

void SessionKeeper::read(Phase phase)
{
    setPhase(phase);
    m_patience.start();
    const int generation = ++m_generation;
    m_secrets->read(secretKey(), this, [this, generation](const SecretAnswer &answer) {
        if (generation == m_generation)
            onRead(answer);
    });
}

void SessionKeeper::onRead(const SecretAnswer &answer)
{
    using Kind = SecretAnswer::Kind;
    m_patience.stop();
    if (!answer.ok())
        qCInfo(lcUi).noquote() << "the kept session cannot be read:" << answer.detail;
    const bool inKeyring = m_kept.place != SecretStore::Place::File;
    if (answer.kind == Kind::Refused || (answer.kind == Kind::Unavailable && inKeyring)) {
        watchKeyring();
        setPhase(answer.kind == Kind::Refused ? Phase::Refused : Phase::Away);
        return;
    }
    if (answer.ok())
        restore(answer.secret);
    else
        Q_EMIT lost();
    setPhase(Phase::Idle);
}

void SessionKeeper::restore(const QByteArray &secret)
{
    const QString token = unpacked(secret, m_kept.user.id);
    if (token.isEmpty()) {
        Q_EMIT lost();
        return;
    }
    m_restoring = true;
    m_manager->restore({token, m_kept.user}, m_kept.identifier);
    m_restoring = false;
    if (m_secrets->place() == SecretStore::Place::File)
        Q_EMIT keptInFile();
}

void SessionKeeper::retry()
{
    // The page about the keyring stays until there is an answer.
    if (m_phase == Phase::Refused || m_phase == Phase::Away)
        read(Phase::Asking);
}

void SessionKeeper::logInInstead()
{
    ++m_generation;
    m_patience.stop();
    setPhase(Phase::Idle);
}

void SessionKeeper::setStay(bool stay)
{
    if (std::exchange(m_stay, stay) != stay)
        keep();
}

void SessionKeeper::keep()
{
    if (!m_manager || m_manager->state() != SessionManager::State::SignedIn)
        return;
    m_failedToKeep = false;
    if (!m_stay)
        return forget({});
    const int generation = ++m_generation;
    const User user = m_manager->session().user;
    m_secrets->write(secretKey(), packed(m_manager->session()), this,
                     [this, generation, user](const SecretAnswer &answer) {
                         if (generation == m_generation)
                             onKept(user, answer);
                     });
}

void SessionKeeper::onKept(const User &user, const SecretAnswer &answer)
{
    m_failedToKeep = !answer.ok();
    if (m_failedToKeep) {
        qCInfo(lcUi).noquote() << "the session is not kept:" << answer.detail;
        Q_EMIT notKept(Error::make(answer.kind == SecretAnswer::Kind::Refused
                                       ? Error::Kind::Forbidden
                                       : Error::Kind::Storage,
                                   answer.detail));
        return;
    }
    m_kept = {user, m_manager->identifier(), m_secrets->place(), false};
    const auto saved = m_file.save(m_kept);
    m_failedToKeep = !saved;
    if (m_failedToKeep)
        Q_EMIT notKept(saved.error());
    else if (m_kept.place == SecretStore::Place::File)
        Q_EMIT keptInFile();
}

void SessionKeeper::onUserChanged()
{
    const User &user = m_manager->session().user;
    if (user.id != m_kept.user.id)
        return;
    m_kept.user = user;
    (void)m_file.save(m_kept);
}

void SessionKeeper::onEnded(SessionManager::EndReason reason)
{
    KeptSession left;
    // Whoever did not log out comes back.
    if (reason == SessionManager::EndReason::Expired)
        left.identifier = m_manager->identifier();
    forget(left);
}

void SessionKeeper::forget(const KeptSession &left)
{
    const int generation = ++m_generation;
    // Before the keyring has answered nobody is logged in any more, whatever happens now.
    m_kept = left;
    m_kept.forget = true;
    (void)m_file.save(m_kept);
    m_secrets->remove(secretKey(), this, [this, generation](const SecretAnswer &answer) {
        if (generation != m_generation)
            return;
        if (!answer.ok()) {
            qCInfo(lcUi).noquote() << "the token is not removed yet:" << answer.detail;
            return;
        }
        m_kept.forget = false;
        if (m_kept.identifier.isEmpty())
            m_file.remove();
        else
            (void)m_file.save(m_kept);
    });
}

void SessionKeeper::watchKeyring()
{
    if (std::exchange(m_watching, true))
        return;
    platform::watchKeyring(this, [this] { retry(); });
}

} // namespace suhbat
