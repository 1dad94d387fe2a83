#include "app/Settings.h"
#include "support/Fixtures.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace suhbat;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsWithTheSystem();
    void choicesAreKept();
    void overridesAreNotKept();
    void darkFollowsTheSystemOnlyInSystemMode();
    void unknownLanguageIsIgnored();
    void damagedFileGivesDefaults();
    void languageChangeIsToldOnce();

private:
    QString file() const { return m_dir->filePath(QStringLiteral("settings.ini")); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSettings::init()
{
    test::failOnAnyWarning();
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestSettings::startsWithTheSystem()
{
    const Settings settings(file());
    QCOMPARE(settings.themeMode(), Settings::System);
    QVERIFY(!settings.dark());
    QCOMPARE(settings.language(), QStringLiteral("en"));
    QVERIFY(!settings.reduceMotion());
    QVERIFY2(!QFile::exists(file()), "reading must not write");
}

void TestSettings::choicesAreKept()
{
    {
        Settings settings(file());
        settings.setThemeMode(Settings::Dark);
        settings.setLanguage(QStringLiteral("uz"));
        settings.setReduceMotion(true);
    }
    const Settings again(file());
    QCOMPARE(again.themeMode(), Settings::Dark);
    QVERIFY(again.dark());
    QCOMPARE(again.language(), QStringLiteral("uz"));
    QVERIFY(again.reduceMotion());
}

void TestSettings::overridesAreNotKept()
{
    {
        Settings settings(file());
        settings.setThemeMode(Settings::Light);
        settings.overrideThemeMode(Settings::Dark);
        settings.overrideLanguage(QStringLiteral("ru"));
        QVERIFY(settings.dark());
        QCOMPARE(settings.language(), QStringLiteral("ru"));
        settings.setReduceMotion(true);
    }
    const Settings again(file());
    QCOMPARE(again.themeMode(), Settings::Light);
    QCOMPARE(again.language(), QStringLiteral("en"));
}

void TestSettings::darkFollowsTheSystemOnlyInSystemMode()
{
    Settings settings(file());
    const QSignalSpy changed(&settings, &Settings::darkChanged);
    settings.setSystemDark(true);
    QVERIFY(settings.dark());
    QCOMPARE(changed.size(), 1);
    settings.setThemeMode(Settings::Dark);
    QCOMPARE(changed.size(), 1);
    settings.setThemeMode(Settings::Light);
    QVERIFY(!settings.dark());
    QCOMPARE(changed.size(), 2);
    settings.setSystemDark(false);
    QCOMPARE(changed.size(), 2);
}

void TestSettings::unknownLanguageIsIgnored()
{
    Settings settings(file());
    settings.setLanguage(QStringLiteral("tlh"));
    QCOMPARE(settings.language(), QStringLiteral("en"));
}

void TestSettings::damagedFileGivesDefaults()
{
    {
        QSettings store(file(), QSettings::IniFormat);
        store.setValue(QStringLiteral("theme"), 17);
        store.setValue(QStringLiteral("language"), QStringLiteral("xx"));
        store.setValue(QStringLiteral("reduceMotion"), QStringLiteral("perhaps"));
    }
    const Settings settings(file());
    QCOMPARE(settings.themeMode(), Settings::System);
    QCOMPARE(settings.language(), QStringLiteral("en"));
}

void TestSettings::languageChangeIsToldOnce()
{
    Settings settings(file());
    const QSignalSpy changed(&settings, &Settings::languageChanged);
    settings.setLanguage(QStringLiteral("ru"));
    settings.setLanguage(QStringLiteral("ru"));
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
