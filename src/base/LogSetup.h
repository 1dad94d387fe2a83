#pragma once

#include "base/LogMemory.h"
#include "base/Result.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QString>

#include <optional>

namespace suhbat {

/// What is written to the log, and where.
struct LogSettings
{
    enum class Level { Debug, Info, Warning, Error };

    Level level = Level::Info;
    QString file; ///< written beside stderr; empty: none

    /// "debug", "info", "warning", "error".
    static std::optional<Level> levelFromName(const QString &name);
};

/// Installs the message handler for as long as it lives; one at a time. Lines look like
/// `[2026-02-01 08:15:00.123] [INFO] [suhbat.pusher] text` (local time).
class LogSetup
{
public:
    LogSetup() = default;
    ~LogSetup();
    LogSetup(const LogSetup &) = delete;
    LogSetup &operator=(const LogSetup &) = delete;

    /// Error kind Configuration when the file cannot be written. A new file gets mode 0600.
    Result<void> install(const LogSettings &settings);

    /// The newest of what was logged since install().
    const LogMemory &memory() const { return m_memory; }

    /// One line without its line break; secrets masked.
    static QString line(const QDateTime &when, QtMsgType type, const char *category,
                        const QString &text);

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void write(const QString &category, const QString &line);

    QtMessageHandler m_previous = nullptr;
    bool m_installed = false;
    QMutex m_mutex;
    QFile m_file;
    LogMemory m_memory;
};

} // namespace suhbat
