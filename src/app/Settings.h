#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <optional>

class QSettings;

namespace suhbat {

/// The user's choices, kept in a file: theme, language, motion. What the command line says holds
/// for this run only and is not kept.
class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(ThemeMode themeMode READ themeMode WRITE setThemeMode NOTIFY themeModeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged)

public:
    enum ThemeMode { System, Light, Dark };
    Q_ENUM(ThemeMode)

    /// Reads `file` (an INI file that need not exist) and writes changes back to it.
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;

    /// The languages there are translations for, "en" first.
    static QStringList supportedLanguages();
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
    bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);

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
    void reduceMotionChanged();

private:
    void applyThemeMode(ThemeMode mode);
    void applyLanguage(const QString &language);

    std::unique_ptr<QSettings> m_store;
    QTranslator m_translator;
    ThemeMode m_themeMode = System;
    bool m_systemDark = false;
    QString m_language;
    bool m_reduceMotion = false;
};

} // namespace suhbat
