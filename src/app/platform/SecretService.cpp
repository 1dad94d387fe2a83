#include "app/platform/SecretService.h"

#include "app/platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QTimer>

namespace suhbat::platform {

namespace {

const auto secrets = QStringLiteral("org.freedesktop.secrets");
const auto secretsPath = QStringLiteral("/org/freedesktop/secrets");
const auto serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");
const auto collectionInterface = QStringLiteral("org.freedesktop.Secret.Collection");
const auto propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr int answerWithin = 3000; // ms; it may have to be started

/// How many paths the argument of that number, an "ao", holds.
bool hasPaths(const QDBusMessage &answer, int number)
{
    const auto paths =
        qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(number, QVariant()));
    return !paths.isEmpty();
}

} // namespace

KeyringQuestion::KeyringQuestion(QString service, QString key,
                                 std::function<void(KeyringState)> told, QObject *parent)
    : QObject(parent), m_service(std::move(service)), m_key(std::move(key)), m_told(std::move(told))
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QTimer::singleShot(0, this, &KeyringQuestion::ask);
}

void KeyringQuestion::ask()
{
    if (!hasSessionBus()) {
        tell(KeyringState::Absent);
        return;
    }
    QDBusMessage search = QDBusMessage::createMethodCall(secrets, secretsPath, serviceInterface,
                                                         QStringLiteral("SearchItems"));
    // As QtKeychain names them.
    const QMap<QString, QString> attributes{{QStringLiteral("user"), m_key},
                                            {QStringLiteral("server"), m_service}};
    search << QVariant::fromValue(attributes);
    call(search, [this](const QDBusMessage &answer) {
        const bool unlockedOnes = hasPaths(answer, 0);
        const bool lockedOnes = hasPaths(answer, 1);
        if (unlockedOnes || lockedOnes)
            tell(lockedOnes ? KeyringState::Locked : KeyringState::Open);
        else
            askAboutDefault();
    });
}

void KeyringQuestion::askAboutDefault()
{
    QDBusMessage read = QDBusMessage::createMethodCall(secrets, secretsPath, serviceInterface,
                                                       QStringLiteral("ReadAlias"));
    read << QStringLiteral("default");
    call(read, [this](const QDBusMessage &answer) {
        const QString path = answer.arguments().value(0).value<QDBusObjectPath>().path();
        // "/": there is none yet; the first item makes it.
        if (path.size() > 1)
            askAboutCollection(path);
        else
            tell(KeyringState::Open);
    });
}

void KeyringQuestion::askAboutCollection(const QString &path)
{
    QDBusMessage get =
        QDBusMessage::createMethodCall(secrets, path, propertiesInterface, QStringLiteral("Get"));
    get << collectionInterface << QStringLiteral("Locked");
    call(get, [this](const QDBusMessage &answer) {
        const bool locked = answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
        tell(locked ? KeyringState::Locked : KeyringState::Open);
    });
}

void KeyringQuestion::call(const QDBusMessage &message,
                           std::function<void(const QDBusMessage &)> answered)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, answered = std::move(answered)] {
                const QDBusMessage reply = watcher->reply();
                watcher->deleteLater();
                if (reply.type() == QDBusMessage::ReplyMessage)
                    answered(reply);
                else
                    tell(KeyringState::Absent);
            });
}

void KeyringQuestion::tell(KeyringState state)
{
    deleteLater();
    m_told(state);
}

KeyringWatch::KeyringWatch(std::function<void()> changed, QObject *parent)
    : QObject(parent), m_changed(std::move(changed))
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(secrets, QString(), propertiesInterface, QStringLiteral("PropertiesChanged"), this,
                SLOT(propertiesChanged(QString, QVariantMap)));
    bus.connect(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameOwnerChanged"),
                {secrets}, QString(), this, SLOT(ownerChanged(QString, QString, QString)));
}

void KeyringWatch::propertiesChanged(const QString &interface, const QVariantMap &values)
{
    if (interface == collectionInterface && values.contains(QStringLiteral("Locked")))
        m_changed();
}

void KeyringWatch::ownerChanged(const QString &, const QString &, const QString &after)
{
    if (!after.isEmpty())
        m_changed();
}

void keyringState(const QString &service, const QString &key, QObject *context,
                  std::function<void(KeyringState)> told)
{
    new KeyringQuestion(service, key, std::move(told), context);
}

void watchKeyring(QObject *context, std::function<void()> changed)
{
    new KeyringWatch(std::move(changed), context);
}

} // namespace suhbat::platform
