#pragma once

#include "app/platform/FileSecretStore.h"
#include "app/platform/SecretStore.h"

#include <memory>

namespace suhbat {

/// The keyring of the system where there is one, else files. A keyring that refuses is no reason
/// for a file: who locks it wants nothing readable beside it. A secret that lies in a file from a
/// time without a keyring moves into the keyring when it is read.
class SystemSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `folder`: of the files.
    SystemSecretStore(std::unique_ptr<SecretStore> keyring, const QString &folder,
                      QObject *parent = nullptr);

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
    Place place() const override { return m_place; }

private:
    void readFile(const QString &key, const SecretAnswer &fromKeyring, QObject *context,
                  const Done &done);
    void moveToKeyring(const QString &key, const QByteArray &secret);

    std::unique_ptr<SecretStore> m_keyring;
    FileSecretStore m_files;
    Place m_place = Place::Unknown;
};

} // namespace suhbat
