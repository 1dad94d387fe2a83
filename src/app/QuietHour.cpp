#include "app/QuietHour.h"

#include "app/Settings.h"
#include "models/TimeText.h"

#include <QSettings>

namespace suhbat {

namespace {

const auto untilKey = QStringLiteral("doNotDisturbUntil");

} // namespace

QuietHour::QuietHour(const QString &settingsFile, Settings &settings, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_store(std::make_unique<QSettings>(settingsFile, QSettings::IniFormat))
    , m_settings(settings)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QuietHour::look);
    connect(&settings, &Settings::noticesChanged, this, &QuietHour::onSwitched);
    m_until = QDateTime::fromString(m_store->value(untilKey).toString(), Qt::ISODateWithMs);
    onSwitched();
    look();
}

QuietHour::~QuietHour()
{
    m_timer.disconnect(this);
    m_settings.disconnect(this);
}

QString QuietHour::untilText() const
{
    return m_until.isValid() ? TimeText::ofMessage(m_until, QLocale(m_settings.language()))
                             : QString();
}

void QuietHour::begin()
{
    set(m_clock.wall().addSecs(std::chrono::seconds(length).count()));
    m_settings.setDoNotDisturb(true);
    look();
}

void QuietHour::look()
{
    if (!m_until.isValid())
        return;
    const qint64 left = m_clock.wall().msecsTo(m_until);
    // More than an hour: somebody has set the clock back, and would wait for as long.
    if (left > 0 && left <= Milliseconds(length).count()) {
        m_timer.start(int(left));
        return;
    }
    set({});
    m_settings.setDoNotDisturb(false);
}

/// Whoever switches it off has ended the hour too.
void QuietHour::onSwitched()
{
    if (m_until.isValid() && !m_settings.doNotDisturb())
        set({});
}

void QuietHour::set(const QDateTime &until)
{
    m_until = until;
    m_timer.stop();
    if (until.isValid())
        m_store->setValue(untilKey, until.toUTC().toString(Qt::ISODateWithMs));
    else
        m_store->remove(untilKey);
    Q_EMIT changed();
}

} // namespace suhbat
