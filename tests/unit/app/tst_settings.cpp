#include "app/Settings.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QMetaProperty>
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
    void everySwitchIsKept_data();
    void everySwitchIsKept();
    void textIsScaledInSteps();
    void accentIsOneOfSix();
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

void TestSettings::everySwitchIsKept_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("byDefault");
    for (const char *off :
         {"compact", "sendWithCtrlEnter", "doNotDisturb", "startInTray", "reduceMotion"})
        QTest::newRow(off) << QByteArray(off) << false;
    for (const char *on : {"notify", "notifyPreview", "notifySound", "closeToTray", "stayLoggedIn"})
        QTest::newRow(on) << QByteArray(on) << true;
}

void TestSettings::everySwitchIsKept()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, byDefault);
    const QMetaProperty property =
        Settings::staticMetaObject.property(Settings::staticMetaObject.indexOfProperty(name));
    {
        Settings settings(file());
        QCOMPARE(settings.property(name).toBool(), byDefault);
        const QSignalSpy changed(&settings, property.notifySignal());
        settings.setProperty(name, !byDefault);
        settings.setProperty(name, !byDefault);
        QCOMPARE(changed.size(), 1);
    }
    const Settings again(file());
    QCOMPARE(again.property(name).toBool(), !byDefault);
    const QSettings kept(file(), QSettings::IniFormat);
    QCOMPARE(kept.allKeys(), QStringList(QString::fromLatin1(name)));
}

void TestSettings::textIsScaledInSteps()
{
    {
        Settings settings(file());
        QCOMPARE(settings.textScale(), 1.0);
        settings.zoom(1);
        QCOMPARE(settings.textScale(), 1.1);
        settings.zoom(-2);
        QCOMPARE(settings.textScale(), 0.9);
        settings.zoom(0);
        QCOMPARE(settings.textScale(), 1.0);
        settings.zoom(100);
        QCOMPARE(settings.textScale(), 2.0);
        settings.zoom(-100);
        QCOMPARE(settings.textScale(), 0.8);
        settings.setTextScale(-3);
        QCOMPARE(settings.textScale(), 1.0);
        settings.setTextScale(1.37);
        settings.zoom(1);
        QCOMPARE(settings.textScale(), 1.6);
    }
    QCOMPARE(Settings(file()).textScale(), 1.6);
}

void TestSettings::accentIsOneOfSix()
{
    Settings settings(file());
    QCOMPARE(settings.accent(), 0);
    settings.setAccent(5);
    settings.setAccent(6);
    settings.setAccent(-1);
    QCOMPARE(settings.accent(), 5);
    QCOMPARE(Settings(file()).accent(), 5);
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
        store.setValue(QStringLiteral("accent"), QStringLiteral("-7"));
        store.setValue(QStringLiteral("textScale"), QStringLiteral("huge"));
        store.setValue(QStringLiteral("notify"), QStringLiteral("maybe"));
        store.setValue(QStringLiteral("compact"), QStringLiteral("maybe"));
    }
    const Settings settings(file());
    QCOMPARE(settings.themeMode(), Settings::System);
    QCOMPARE(settings.language(), QStringLiteral("en"));
    QCOMPARE(settings.accent(), 0);
    QCOMPARE(settings.textScale(), 1.0);
    QVERIFY(settings.notify());
    QVERIFY(!settings.compact());
    QVERIFY(!settings.reduceMotion());
}

void TestSettings::languageChangeIsToldOnce()
{
    Settings settings(file());
    const QSignalSpy changed(&settings, &Settings::languageChanged);
    settings.setLanguage(QStringLiteral("ru"));
    settings.setLanguage(QStringLiteral("ru"));
    QCOMPARE(changed.size(), 1);
}

SUHBAT_TEST(TestSettings, Core)
#include "tst_settings.moc"
