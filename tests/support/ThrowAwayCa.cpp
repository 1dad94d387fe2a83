#include "support/ThrowAwayCa.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

namespace suhbat::test {

bool ThrowAwayCa::make()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral(SUHBAT_SUPPORT "/make-certificates"), {m_dir.path()});
    return process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

QSslConfiguration ThrowAwayCa::serverSide(const QString &certificate) const
{
    const auto read = [this](const QString &name) {
        QFile in(file(name));
        if (!in.open(QIODevice::ReadOnly))
            qFatal("no %s", qPrintable(in.fileName()));
        return in.readAll();
    };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read(certificate + QStringLiteral(".pem"))));
    configuration.setPrivateKey(QSslKey(read(QStringLiteral("server.key")), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace suhbat::test
