#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace suhbat::test {

/// An authority of the test's own, made anew for every run by make-certificates (openssl).
class ThrowAwayCa
{
public:
    /// False when openssl is not there or fails; the output says why.
    [[nodiscard]] bool make();

    QString file(const QString &name) const { return m_dir.filePath(name); }
    QString caFile() const { return file(QStringLiteral("ca.pem")); }
    /// For a server: "right", "wrong-host", "expired", "self-signed".
    QSslConfiguration serverSide(const QString &certificate) const;

private:
    QTemporaryDir m_dir;
};

} // namespace suhbat::test
