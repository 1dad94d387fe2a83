#include "app/Settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>
#include <array>
#include <iterator>

namespace suhbat {

namespace {

const auto themeKey = QStringLiteral("theme");
const auto languageKey = QStringLiteral("language");
const auto knowsLoginInFileKey = QStringLiteral("knowsLoginInFile");
const auto accentKey = QStringLiteral("accent");
const auto textScaleKey = QStringLiteral("textScale");
constexpr std::array themeNames{u"system", u"light", u"dark"};

QString nameOf(Settings::ThemeMode mode)
{
    return QString::fromUtf16(themeNames.at(static_cast<std::size_t>(mode)));
}

/// Steps of about a tenth, as browsers do it.
constexpr std::array<qreal, 9> textScales{0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0};

qreal scaleWithin(qreal scale)
{
    return scale > 0 ? std::clamp(scale, textScales.front(), textScales.back()) : 1.0;
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

Settings::Settings(const QString &file, QObject *parent) : SettingSwitches(file, parent)
{
    m_themeMode = themeFromName(store().value(themeKey).toString()).value_or(System);
    m_accent = std::clamp(store().value(accentKey, 0).toInt(), 0, accentCount - 1);
    m_textScale = scaleWithin(store().value(textScaleKey, 1.0).toDouble());
    const QString kept = store().value(languageKey).toString();
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
    store().setValue(themeKey, nameOf(mode));
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
    store().setValue(languageKey, language);
    applyLanguage(language);
}

void Settings::setAccent(int accent)
{
    if (accent < 0 || accent >= accentCount || m_accent == accent)
        return;
    m_accent = accent;
    store().setValue(accentKey, accent);
    Q_EMIT looksChanged();
}

void Settings::setTextScale(qreal scale)
{
    scale = scaleWithin(scale);
    if (qFuzzyCompare(m_textScale, scale))
        return;
    m_textScale = scale;
    store().setValue(textScaleKey, scale);
    Q_EMIT looksChanged();
}

void Settings::zoom(int steps)
{
    if (steps == 0)
        return setTextScale(1);
    const auto nearest =
        std::min_element(textScales.begin(), textScales.end(), [this](qreal a, qreal b) {
            return qAbs(a - m_textScale) < qAbs(b - m_textScale);
        });
    const auto at = std::distance(textScales.begin(), nearest) + steps;
    const auto last = std::ptrdiff_t(textScales.size()) - 1;
    setTextScale(textScales.at(std::size_t(std::clamp<std::ptrdiff_t>(at, 0, last))));
}

bool Settings::knowsLoginInFile() const
{
    return store().value(knowsLoginInFileKey, false).toBool();
}

void Settings::setKnowsLoginInFile()
{
    store().setValue(knowsLoginInFileKey, true);
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
