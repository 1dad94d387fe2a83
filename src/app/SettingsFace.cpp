#include "app/SettingsFace.h"

#include <QSysInfo>

namespace suhbat {

void SettingsFace::setSection(Section section)
{
    if (m_section == section)
        return;
    m_section = section;
    Q_EMIT sectionChanged();
}

QString SettingsFace::version()
{
    return QStringLiteral(SUHBAT_VERSION);
}

QString SettingsFace::system()
{
    return QSysInfo::prettyProductName() + QStringLiteral(", ") +
           QSysInfo::currentCpuArchitecture();
}

void SettingsFace::show(Section section)
{
    setSection(section);
    if (m_shown)
        return;
    m_shown = true;
    Q_EMIT shownChanged();
}

void SettingsFace::hide()
{
    if (!m_shown)
        return;
    m_shown = false;
    Q_EMIT shownChanged();
}

} // namespace suhbat
