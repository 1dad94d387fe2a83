#include "ListenRun.h"

#include "support/Wait.h"

#include <QDir>
#include <QJsonDocument>

#include <csignal>

#include <unistd.h>

namespace suhbat::test {

namespace {

constexpr int longest = 15000; // ms

} // namespace

ListenRun::ListenRun()
{
    m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    m_environment.insert(QStringLiteral("HOME"), m_home.path());
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
    m_environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    m_environment.insert(QStringLiteral("SUHBAT_PASSWORD"), QStringLiteral("demo-pass"));
}

ListenRun::~ListenRun()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

demo::DemoOptions ListenRun::quiet()
{
    demo::DemoOptions options;
    options.quiet = true;
    return options;
}

QStringList ListenRun::to(quint16 port, const QString &scheme)
{
    return {QStringLiteral("--host=127.0.0.1"), QStringLiteral("--scheme=") + scheme,
            QStringLiteral("--port=%1").arg(port), QStringLiteral("--app-key=demo-app-key"),
            QStringLiteral("--api-base-url=%1://127.0.0.1:%2/api").arg(scheme).arg(port)};
}

QStringList ListenRun::to(const demo::DemoServer &server)
{
    return to(server.port());
}

QStringList ListenRun::asDana(const demo::DemoServer &server, const QStringList &more)
{
    return to(server) + QStringList{QStringLiteral("--identifier=998900000001")} + more;
}

void ListenRun::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void ListenRun::setDetached()
{
    m_process.setChildProcessModifier([] { ::setsid(); });
}

void ListenRun::start(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(QStringLiteral(SUHBAT_LISTEN), arguments, QIODevice::ReadOnly);
}

bool ListenRun::finish()
{
    return waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, longest);
}

bool ListenRun::waitFor(const QString &text)
{
    return waitUntil([this, text] { return out().contains(text); }, longest);
}

void ListenRun::interrupt(int signal)
{
    ::kill(pid_t(m_process.processId()), signal);
}

QString ListenRun::configFile()
{
    QDir(m_home.path()).mkdir(QStringLiteral("suhbat"));
    return m_home.filePath(QStringLiteral("suhbat/server.json"));
}

QString ListenRun::out()
{
    m_out += m_process.readAllStandardOutput();
    return QString::fromUtf8(m_out);
}

QString ListenRun::err()
{
    m_err += m_process.readAllStandardError();
    return QString::fromUtf8(m_err);
}

QList<QJsonObject> ListenRun::objects()
{
    QList<QJsonObject> all;
    const QStringList lines = outLines();
    for (const QString &line : lines)
        all += QJsonDocument::fromJson(line.toUtf8()).object();
    return all;
}

} // namespace suhbat::test
