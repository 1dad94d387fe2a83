#include "app/DemoLauncher.h"

#include "app/platform/Platform.h"
#include "base/JsonReader.h"
#include "base/Logging.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace suhbat {

Result<DemoServerAddress> DemoServerAddress::fromReadyLine(QByteArrayView line)
{
    const auto parsed = JsonValue::parse(line);
    if (!parsed)
        return parsed.error();
    const JsonValue &object = *parsed;
    DemoServerAddress address;
    address.api = QUrl(object["api"].string().value_or(QString()), QUrl::StrictMode);
    address.webSocket = QUrl(object["ws"].string().value_or(QString()), QUrl::StrictMode);
    address.appKey = object["appKey"].string().value_or(QString());
    address.pid = object["pid"].integer().value_or(0);
    if (address.api.host().isEmpty() || address.webSocket.host().isEmpty() ||
        address.appKey.isEmpty())
        return Error::make(Error::Kind::BadResponse,
                           QStringLiteral("api, ws or appKey is missing in the ready line"));
    return address;
}

ServerProfile DemoServerAddress::profile() const
{
    ServerProfile profile;
    profile.appKey = appKey;
    profile.wsHost = webSocket.host();
    profile.wsPort = webSocket.port(80);
    profile.wsSecure = webSocket.scheme() == QLatin1String("wss");
    profile.apiBaseUrl = api;
    return profile;
}

DemoLauncher::DemoLauncher(QString program, QObject *parent)
    : QObject(parent), m_program(std::move(program))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::seconds(10));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail(QStringLiteral("no ready line in %1 s").arg(m_patience.interval() / 1000));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoLauncher::readOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this,
            [this](int exitCode) { fail(QStringLiteral("it ended with code %1").arg(exitCode)); });
}

DemoLauncher::~DemoLauncher()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(500))
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(500))
        m_process.kill();
    m_process.waitForFinished(500);
}

QString DemoLauncher::defaultProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/suhbat-demo-server");
}

void DemoLauncher::start(People people)
{
    QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"),
                          QStringLiteral("--exit-with-parent")};
    if (people == People::None)
        arguments += QStringLiteral("--quiet");
    platform::endWithParent(m_process);
    m_patience.start();
    // QProcess reports a program that is not there from within start().
    QTimer::singleShot(0, this, [this, arguments] { m_process.start(m_program, arguments); });
}

void DemoLauncher::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void DemoLauncher::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (m_ready || m_failed || end < 0)
        return;
    const auto address = DemoServerAddress::fromReadyLine(QByteArrayView(m_output).first(end));
    if (!address) {
        fail(address.error().detail);
        return;
    }
    m_ready = true;
    m_patience.stop();
    qCInfo(lcUi).noquote() << "demo server ready at" << address->api.toString() << "process"
                           << address->pid;
    Q_EMIT ready(*address);
}

void DemoLauncher::fail(const QString &detail)
{
    if (m_failed)
        return;
    m_failed = true;
    m_patience.stop();
    const QString text = QFileInfo(m_program).fileName() + QStringLiteral(": ") + detail;
    qCWarning(lcUi).noquote() << text;
    // Once it has answered, its program is in order: it is only gone.
    Q_EMIT failed(
        Error::make(m_ready ? Error::Kind::Unreachable : Error::Kind::Configuration, text));
}

} // namespace suhbat
