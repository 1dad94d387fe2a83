#pragma once

#include "app/platform/Platform.h"
#include "app/platform/SecretStore.h"

namespace QKeychain {
class Job;
}

namespace suhbat {

/// The system's own keyring, through QtKeychain: the Secret Service (GNOME Keyring, KeePassXC,
/// KWallet), which may ask its user for a password and so take any time.
///
/// QtKeychain 0.13.2 answers "not found" to a read, and "done" to a removal, when the keyring is
/// locked and nobody unlocks it, and one error code stands for everything else; so what it says is
/// only believed after platform::keyringState() was asked.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QString service, QObject *parent = nullptr);

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
    Place place() const override { return Place::Keyring; }

private:
    void run(QKeychain::Job *job, const QString &key, QObject *context, Done done);

    QString m_service;
};

} // namespace suhbat
