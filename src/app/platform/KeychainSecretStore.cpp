#include "app/platform/KeychainSecretStore.h"

#include "base/Deliver.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

namespace suhbat {

namespace {

using Kind = SecretAnswer::Kind;

bool isCertain(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return true;
    default:
        return false;
    }
}

Kind kindOf(QKeychain::Error error, platform::KeyringState state)
{
    using platform::KeyringState;
    switch (error) {
    case QKeychain::NoError:
        return Kind::Ok;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Kind::Unavailable;
    case QKeychain::EntryNotFound:
        return state == KeyringState::Locked ? Kind::Refused : Kind::NotThere;
    case QKeychain::OtherError:
        return state == KeyringState::Absent ? Kind::Unavailable : Kind::Refused;
    default:
        return Kind::Refused;
    }
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, QObject *parent)
    : QObject(parent), m_service(std::move(service))
{}

void KeychainSecretStore::read(const QString &key, QObject *context, Done done)
{
    run(new QKeychain::ReadPasswordJob(m_service, this), key, context, std::move(done));
}

void KeychainSecretStore::write(const QString &key, const QByteArray &secret, QObject *context,
                                Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setBinaryData(secret);
    run(job, key, context, std::move(done));
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    run(new QKeychain::DeletePasswordJob(m_service, this), key, context, std::move(done));
}

void KeychainSecretStore::run(QKeychain::Job *job, const QString &key, QObject *context, Done done)
{
    job->setKey(key);
    const auto tell = [done = std::move(done), caller = QPointer<QObject>(context)](
                          SecretAnswer answer) { deliver(caller.data(), done, std::move(answer)); };
    connect(job, &QKeychain::Job::finished, this, [this, key, tell](QKeychain::Job *finished) {
        const QKeychain::Error error = finished->error();
        const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
        const bool removing = qobject_cast<QKeychain::DeletePasswordJob *>(finished);
        if (error == QKeychain::NoError && !removing) {
            tell({Kind::Ok, reading ? reading->binaryData() : QByteArray(), {}});
            return;
        }
        const QString detail = finished->errorString();
        if (isCertain(error)) {
            tell({kindOf(error, platform::KeyringState::Open), {}, detail});
            return;
        }
        platform::keyringState(
            m_service, key, this, [error, removing, detail, tell](platform::KeyringState state) {
                Kind kind = kindOf(error, state);
                if (removing && error == QKeychain::NoError)
                    kind = state == platform::KeyringState::Locked ? Kind::Refused : Kind::Ok;
                else if (removing && kind == Kind::NotThere)
                    kind = Kind::Ok;
                tell({kind,
                      {},
                      kind == Kind::Refused && detail.isEmpty()
                          ? QStringLiteral("the keyring is locked")
                          : detail});
            });
    });
    job->start();
}

} // namespace suhbat
