#pragma once

#include "app/platform/Platform.h"

#include <QObject>
#include <QVariantMap>

class QDBusMessage;

namespace suhbat::platform {

/// Asks the Secret Service of the session bus how it is: first about the item of one key, then
/// about the collection that new items go to. Deletes itself after it has told.
class KeyringQuestion final : public QObject
{
    Q_OBJECT

public:
    KeyringQuestion(QString service, QString key, std::function<void(KeyringState)> told,
                    QObject *parent);

private:
    void ask();
    void askAboutDefault();
    void askAboutCollection(const QString &path);
    void call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> answered);
    void tell(KeyringState state);

    QString m_service;
    QString m_key;
    std::function<void(KeyringState)> m_told;
};

/// Hears when the Secret Service comes, or locks or unlocks a collection.
class KeyringWatch final : public QObject
{
    Q_OBJECT

public:
    KeyringWatch(std::function<void()> changed, QObject *parent);

private Q_SLOTS:
    void propertiesChanged(const QString &interface, const QVariantMap &values);
    void ownerChanged(const QString &name, const QString &before, const QString &after);

private:
    std::function<void()> m_changed;
};

} // namespace suhbat::platform
