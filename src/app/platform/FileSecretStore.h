#pragma once

#include "app/platform/SecretStore.h"

namespace suhbat {

/// Secrets in files of a folder, for computers without a keyring: not encrypted, but for the eyes
/// of this user alone (folder 0700, files 0600). A file that others may read, or that belongs to
/// somebody else, is not trusted: it counts as not there. Small files: read and written at once.
class FileSecretStore final : public SecretStore
{
public:
    /// The folder is made by the first write.
    explicit FileSecretStore(const QString &folder);

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
    Place place() const override { return Place::File; }

    QString fileOf(const QString &key) const;

private:
    SecretAnswer readNow(const QString &key) const;
    SecretAnswer writeNow(const QString &key, const QByteArray &secret) const;
    SecretAnswer removeNow(const QString &key) const;

    QString m_folder;
};

} // namespace suhbat
