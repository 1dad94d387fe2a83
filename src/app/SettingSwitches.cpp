#include "app/SettingSwitches.h"

#include <QSettings>

namespace suhbat {

namespace {

/// What a broken file says counts as nothing said.
bool switchFrom(const QVariant &kept, bool byDefault)
{
    const QString word = kept.toString();
    if (word == QLatin1String("true"))
        return true;
    return word == QLatin1String("false") ? false : byDefault;
}

} // namespace

struct SettingSwitches::Described
{
    const char *key;
    bool byDefault;
    void (SettingSwitches::*changed)();
};

const std::array<SettingSwitches::Described, SettingSwitches::count> &SettingSwitches::described()
{
    // In the order of Switch.
    static const std::array<Described, count> all{{
        {"reduceMotion", false, &SettingSwitches::looksChanged},
        {"compact", false, &SettingSwitches::looksChanged},
        {"sendWithCtrlEnter", false, &SettingSwitches::writingChanged},
        {"notify", true, &SettingSwitches::noticesChanged},
        {"notifyPreview", true, &SettingSwitches::noticesChanged},
        {"notifySound", true, &SettingSwitches::noticesChanged},
        {"doNotDisturb", false, &SettingSwitches::noticesChanged},
        {"closeToTray", true, &SettingSwitches::trayChanged},
        {"startInTray", false, &SettingSwitches::trayChanged},
        {"stayLoggedIn", true, &SettingSwitches::stayLoggedInChanged},
    }};
    return all;
}

SettingSwitches::SettingSwitches(const QString &file, QObject *parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
    for (std::size_t i = 0; i < count; ++i) {
        const Described &each = described().at(i);
        m_on.at(i) = switchFrom(m_store->value(QLatin1String(each.key)), each.byDefault);
    }
}

SettingSwitches::~SettingSwitches() = default;

void SettingSwitches::set(Switch which, bool yes)
{
    if (m_on.at(which) == yes)
        return;
    m_on.at(which) = yes;
    m_store->setValue(QLatin1String(described().at(which).key), yes);
    Q_EMIT(this->*described().at(which).changed)();
}

} // namespace suhbat
