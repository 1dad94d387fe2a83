#include "app/desktop/SingleInstance.h"

#include "app/platform/Platform.h"
#include "base/Logging.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QThread>

namespace suhbat {

namespace {

constexpr qint64 longestCall = 256 * 1024; // bytes
constexpr auto betweenTries = std::chrono::milliseconds(40);
const QByteArray taken = "taken\n";

QByteArray callOf(const QStringList &arguments, const QByteArray &activationToken)
{
    const QJsonObject call{{QStringLiteral("arguments"), QJsonArray::fromStringList(arguments)},
                           {QStringLiteral("activationToken"), QString::fromUtf8(activationToken)}};
    return QJsonDocument(call).toJson(QJsonDocument::Compact) + '\n';
}

int milliseconds(const QDeadlineTimer &deadline)
{
    return int(std::max<qint64>(0, deadline.remainingTime()));
}

} // namespace

SingleInstance::SingleInstance(const QString &socketFile, QObject *parent)
    : QObject(parent), m_socketFile(socketFile), m_lock(socketFile + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // as long as its owner lives
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

SingleInstance::~SingleInstance()
{
    m_server.disconnect(this);
}

QString SingleInstance::socketFor(const AccountPaths &paths)
{
    if (!paths.keepsData())
        return {};
    const QString runtime = platform::runtimeFolder();
    if (runtime.isEmpty())
        return paths.dataFolder() + QStringLiteral("/running");
    const QByteArray account =
        QCryptographicHash::hash(paths.dataFolder().toUtf8(), QCryptographicHash::Sha256);
    return runtime + QStringLiteral("/suhbat-") + QString::fromLatin1(account.toHex().left(16));
}

SingleInstance::Outcome SingleInstance::claim(const QStringList &arguments,
                                              const QByteArray &activationToken,
                                              std::chrono::milliseconds patience)
{
    // The folder of an account is made by the first login only.
    if (!AccountPaths::makePrivate(QFileInfo(m_socketFile).path()))
        return Outcome::First;
    const QDeadlineTimer deadline(patience);
    const QByteArray call = callOf(arguments, activationToken);
    do {
        if (m_lock.tryLock(0)) {
            listen();
            return Outcome::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError) {
            qCWarning(lcUi) << "no lock file can be made at" << m_socketFile;
            return Outcome::First;
        }
        if (handOver(call, std::chrono::milliseconds(milliseconds(deadline))))
            return Outcome::Handed;
        // It may be about to listen, or about to end.
        QThread::msleep(betweenTries.count());
    } while (!deadline.hasExpired());
    return Outcome::Unanswered;
}

bool SingleInstance::handOver(const QByteArray &call, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.connectToServer(m_socketFile);
    if (!socket.waitForConnected(milliseconds(deadline)))
        return false;
    socket.write(call);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(milliseconds(deadline)))
            return false;
    }
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(milliseconds(deadline)))
            return false;
    }
    return socket.readLine() == taken;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socketFile); // of one that was killed
    if (!m_server.listen(m_socketFile))
        qCWarning(lcUi) << "a second start will not find this one:" << m_server.errorString();
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(caller); });
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        hear(caller);
    }
}

void SingleInstance::hear(QLocalSocket *caller)
{
    if (!caller->canReadLine()) {
        if (caller->bytesAvailable() > longestCall)
            caller->abort();
        return;
    }
    const QJsonObject call = QJsonDocument::fromJson(caller->readLine(longestCall)).object();
    const QJsonArray told = call.value(QLatin1String("arguments")).toArray();
    if (told.isEmpty()) {
        caller->abort();
        return;
    }
    QStringList arguments;
    for (const auto &argument : told)
        arguments += argument.toString();
    caller->write(taken);
    caller->flush();
    caller->disconnectFromServer();
    Q_EMIT calledAgain(arguments, call.value(QLatin1String("activationToken")).toString().toUtf8());
}

} // namespace suhbat
