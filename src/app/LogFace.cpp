#include "app/LogFace.h"

#include "app/SettingsFace.h"
#include "base/LogMemory.h"
#include "base/Redact.h"

#include <QClipboard>
#include <QGuiApplication>

namespace suhbat {

void LogFace::setMemory(const LogMemory *memory)
{
    m_memory = memory;
    refresh();
}

void LogFace::setCategory(const QString &category)
{
    m_category = category;
    refresh();
}

void LogFace::refresh()
{
    m_categories = m_memory ? m_memory->categories() : QStringList();
    m_lines = m_memory ? m_memory->lines(m_category) : QStringList();
    Q_EMIT changed();
}

QString LogFace::report(const QString &connection) const
{
    QStringList parts{
        QStringLiteral("Suhbat %1, Qt %2, %3")
            .arg(SettingsFace::version(), SettingsFace::qtVersion(), SettingsFace::system())};
    if (!connection.isEmpty())
        parts += connection.trimmed();
    if (m_memory)
        parts += m_memory->lines();
    // Nothing secret is in there; this is the net below it.
    return redacted(parts.join(QLatin1Char('\n'))) + QLatin1Char('\n');
}

void LogFace::copyReport(const QString &connection) const
{
    QGuiApplication::clipboard()->setText(report(connection));
}

} // namespace suhbat
