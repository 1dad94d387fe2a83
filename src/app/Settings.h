#pragma once

#include "app/SettingSwitches.h"

#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <optional>

namespace suhbat {

/// The user's choices, kept in a file and in force at once. What the command line says holds for
/// this run only and is not kept.
/// Qualified: qmllint looks for the base by the name that stands here.
class Settings : public suhbat::SettingSwitches
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(ThemeMode themeMode READ themeMode WRITE setThemeMode NOTIFY themeModeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    Q_PROPERTY(int accent READ accent WRITE setAccent NOTIFY looksChanged)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY looksChanged)

public:
    enum ThemeMode { System, Light, Dark };
    Q_ENUM(ThemeMode)

    /// Reads `file` (an INI file that need not exist) and writes changes back to it.
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;

    /// The languages there are translations for, "en" first.
    static QStringList supportedLanguages();
    static constexpr int accentCount = 6;
    /// "system", "light", "dark".
    static std::optional<ThemeMode> themeFromName(const QString &name);

    ThemeMode themeMode() const { return m_themeMode; }
    void setThemeMode(ThemeMode mode);
    /// What is in force: the mode, or what the system prefers.
    bool dark() const;
    QString language() const { return m_language; }
    /// Ignores what supportedLanguages() does not list.
    void setLanguage(const QString &language);
    QStringList languages() const { return supportedLanguages(); }
    /// The colour of what can be pressed, 0 to accentCount - 1; another number is ignored.
    int accent() const { return m_accent; }
    void setAccent(int accent);
    /// Of every text and of what holds it: 0.8 to 2; what lies beyond becomes the bound.
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    /// So many steps larger (or smaller, where negative); 0: back to 1.
    Q_INVOKABLE void zoom(int steps);

    /// The user has been told once that the login lies in a file, for want of a keyring.
    bool knowsLoginInFile() const;
    void setKnowsLoginInFile();

    /// For this run only.
    void overrideThemeMode(ThemeMode mode);
    void overrideLanguage(const QString &language);
    void setSystemDark(bool dark);

Q_SIGNALS:
    void themeModeChanged();
    void darkChanged();
    /// The translator of the new language is installed already: texts may be made anew.
    void languageChanged();

private:
    void applyThemeMode(ThemeMode mode);
    void applyLanguage(const QString &language);

    QTranslator m_translator;
    ThemeMode m_themeMode = System;
    bool m_systemDark = false;
    QString m_language;
    int m_accent = 0;
    qreal m_textScale = 1;
};

} // namespace suhbat
