#include "net/Tls.h"

#include "base/Logging.h"

#include <QFile>
#include <QSslError>
#include <QSslSocket>

#include <algorithm>

namespace suhbat::net {

namespace {

constexpr qint64 largestCaFile = 4 * 1024 * 1024;

TlsProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::NoPeerCertificate:
        return TlsProblem::UnknownAuthority;
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    default:
        return TlsProblem::Handshake;
    }
}

} // namespace

Result<QList<QSslCertificate>> readCaFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("%1: cannot be read (%2)").arg(name, file.errorString()));
    const QByteArray bytes = file.read(largestCaFile + 1);
    const auto certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (certificates.isEmpty() || bytes.size() > largestCaFile)
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("%1: holds no certificate (PEM)").arg(name));
    return certificates;
}

QSslConfiguration tlsConfiguration(const NetworkSettings &settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!settings.caFile.isEmpty()) {
        // By the path: only then does Qt go on looking for the system's authorities one by one,
        // when they are needed. To read them all takes 0.2 s.
        if (const auto extra = readCaFile(settings.caFile); !extra)
            qCWarning(lcNet).noquote() << extra.error().detail;
        else
            configuration.addCaCertificates(settings.caFile, QSsl::Pem);
    }
    if (settings.insecureTls) {
        qCWarning(lcNet) << "certificates are not checked (--insecure-tls): others may read along";
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    return configuration;
}

TlsProblem tlsProblemOf(const QList<QSslError> &errors)
{
    TlsProblem worst = TlsProblem::None;
    for (const QSslError &error : errors)
        worst = std::max(worst, problemOf(error.error()));
    return worst;
}

QString describe(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors)
        texts << error.errorString();
    return texts.join(QStringLiteral("; "));
}

} // namespace suhbat::net
