#include "base/LogSetup.h"

#include "base/Redact.h"

#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <cstdio>

namespace suhbat {

namespace {

// qInstallMessageHandler takes a plain function: this is how it finds its object.
std::atomic<LogSetup *> installedLog = nullptr;

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("DEBUG");
    case QtInfoMsg:
        return QStringLiteral("INFO");
    case QtWarningMsg:
        return QStringLiteral("WARNING");
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("ERROR");
}

QString filterRules(LogSettings::Level level)
{
    switch (level) {
    case LogSettings::Level::Debug:
        return QStringLiteral("*.debug=false\nsuhbat.*.debug=true");
    case LogSettings::Level::Info:
        return QStringLiteral("*.debug=false");
    case LogSettings::Level::Warning:
        return QStringLiteral("*.debug=false\n*.info=false");
    case LogSettings::Level::Error:
        break;
    }
    return QStringLiteral("*.debug=false\n*.info=false\n*.warning=false");
}

} // namespace

std::optional<LogSettings::Level> LogSettings::levelFromName(const QString &name)
{
    static constexpr std::array names{u"debug", u"info", u"warning", u"error"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QStringView(names.at(i)))
            return static_cast<Level>(i);
    }
    return std::nullopt;
}

LogSetup::~LogSetup()
{
    if (!m_installed)
        return;
    qInstallMessageHandler(m_previous);
    installedLog = nullptr;
}

Result<void> LogSetup::install(const LogSettings &settings)
{
    if (!settings.file.isEmpty()) {
        m_file.setFileName(settings.file);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append,
                         QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return Error::make(Error::Kind::Configuration,
                               QStringLiteral("--log-file: \"%1\" cannot be written: %2")
                                   .arg(settings.file, m_file.errorString()));
    }
    QLoggingCategory::setFilterRules(filterRules(settings.level));
    redacted({}); // its patterns are made here, before any second thread logs
    installedLog = this;
    m_previous = qInstallMessageHandler(&LogSetup::handle);
    m_installed = true;
    return Ok{};
}

QString LogSetup::line(const QDateTime &when, QtMsgType type, const char *category,
                       const QString &text)
{
    return QStringLiteral("[%1] [%2] [%3] %4")
        .arg(when.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), levelName(type),
             QString::fromLatin1(category ? category : "default"), redacted(text));
}

void LogSetup::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (LogSetup *self = installedLog)
        self->write(QString::fromLatin1(context.category ? context.category : "default"),
                    line(QDateTime::currentDateTime(), type, context.category, text));
}

void LogSetup::write(const QString &category, const QString &line)
{
    m_memory.add(category, line);
    const QByteArray bytes = line.toUtf8() + '\n';
    const QMutexLocker lock(&m_mutex);
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    if (m_file.isOpen()) {
        m_file.write(bytes);
        m_file.flush();
    }
}

} // namespace suhbat
