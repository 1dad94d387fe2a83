#include "app/Settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <array>

namespace suhbat {

namespace {

const auto themeKey = QStringLiteral("theme");
const auto languageKey = QStringLiteral("language");
const auto knowsLoginInFileKey = QStringLiteral("knowsLoginInFile");
const auto reduceMotionKey = QStringLiteral("reduceMotion");
constexpr std::array themeNames{u"system", u"light", u"dark"};

QString nameOf(Settings::ThemeMode mode)
{
    return QString::fromUtf16(themeNames.at(static_cast<std::size_t>(mode)));
}

/// The first of the user's languages that there is a translation for.
QString systemLanguage()
{
    const QStringList known = Settings::supportedLanguages();
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &tag : wanted) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0);
        if (known.contains(language))
            return language;
    }
    return known.constFirst();
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
    m_themeMode = themeFromName(m_store->value(themeKey).toString()).value_or(System);
    m_reduceMotion = m_store->value(reduceMotionKey, false).toBool();
    const QString kept = m_store->value(languageKey).toString();
    applyLanguage(supportedLanguages().contains(kept) ? kept : systemLanguage());
}

Settings::~Settings()
{
    QCoreApplication::removeTranslator(&m_translator);
}

QStringList Settings::supportedLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("uz")};
}

std::optional<Settings::ThemeMode> Settings::themeFromName(const QString &name)
{
    for (std::size_t i = 0; i < themeNames.size(); ++i) {
        if (name == QStringView(themeNames.at(i)))
            return static_cast<ThemeMode>(i);
    }
    return std::nullopt;
}

void Settings::setThemeMode(ThemeMode mode)
{
    m_store->setValue(themeKey, nameOf(mode));
    applyThemeMode(mode);
}

bool Settings::dark() const
{
    return m_themeMode == Dark || (m_themeMode == System && m_systemDark);
}

void Settings::setLanguage(const QString &language)
{
    if (!supportedLanguages().contains(language))
        return;
    m_store->setValue(languageKey, language);
    applyLanguage(language);
}

void Settings::setReduceMotion(bool reduce)
{
    if (m_reduceMotion == reduce)
        return;
    m_reduceMotion = reduce;
    m_store->setValue(reduceMotionKey, reduce);
    Q_EMIT reduceMotionChanged();
}

bool Settings::knowsLoginInFile() const
{
    return m_store->value(knowsLoginInFileKey, false).toBool();
}

void Settings::setKnowsLoginInFile()
{
    m_store->setValue(knowsLoginInFileKey, true);
}

void Settings::overrideThemeMode(ThemeMode mode)
{
    applyThemeMode(mode);
}

void Settings::overrideLanguage(const QString &language)
{
    if (supportedLanguages().contains(language))
        applyLanguage(language);
}

void Settings::setSystemDark(bool systemDark)
{
    const bool before = dark();
    m_systemDark = systemDark;
    if (dark() != before)
        Q_EMIT darkChanged();
}

void Settings::applyThemeMode(ThemeMode mode)
{
    if (m_themeMode == mode)
        return;
    const bool before = dark();
    m_themeMode = mode;
    Q_EMIT themeModeChanged();
    if (dark() != before)
        Q_EMIT darkChanged();
}

void Settings::applyLanguage(const QString &language)
{
    if (m_language == language)
        return;
    m_language = language;
    QCoreApplication::removeTranslator(&m_translator);
    // English needs one too, for its plurals; without any the texts of the source show.
    if (m_translator.load(QStringLiteral(":/i18n/suhbat_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    Q_EMIT languageChanged();
}

} // namespace suhbat
