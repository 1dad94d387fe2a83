#include "base/LogMemory.h"
#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <cmath>
#include <memory>

using namespace suhbat;

// A tray that is there, or is not.
class SomeTray : public TrayIcon
{
public:
    bool isShown() const override { return m_shown; }
    void show(const TrayLook &) override {}
    void come(bool shown)
    {
        m_shown = shown;
        Q_EMIT shownChanged();
    }

private:
    bool m_shown = false;
};

// What the user chooses, and how it looks then.
class TestSettingsPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void everyPairOfColoursCanBeRead_data();
    void everyPairOfColoursCanBeRead();
    void opensByKeyboardAndByMenu();
    void everyChoiceHoldsAtOnce_data();
    void everyChoiceHoldsAtOnce();
    void silenceForAnHour();
    void trayChoicesNeedATray();
    void compactIsLowerEverywhere();
    void looksChangeAtOnce();
    void languageChangesEveryWord();
    void tellsAboutServerStorageAndProgram();
    void diagnosticsTellWhatWentOnWithoutSecrets();
    void fitsANarrowWindow();
    void logsOutFromTheSettings();

private:
    QObject *theme() const;
    [[nodiscard]] bool openSection(SettingsFace::Section section);
    test::Person &dana() { return *m_desk.dana; }
    Settings &settings() { return *dana().app().settings(); }

    test::Desk m_desk;
    SomeTray *m_tray = nullptr; // the desk's
};

void TestSettingsPages::initTestCase()
{
    test::failOnAnyWarning();
    QVERIFY(m_desk.sitDown());
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    auto tray = std::make_unique<SomeTray>();
    m_tray = tray.get();
    dana().app().desktop()->useTray(std::move(tray));
    m_tray->come(true);
}

void TestSettingsPages::init()
{
    test::failOnAnyWarning();
}

void TestSettingsPages::cleanupTestCase()
{
    m_desk.leave();
}

QObject *TestSettingsPages::theme() const
{
    QQmlComponent look(qmlEngine(m_desk.dana->window()));
    look.setData("import QtQml\nimport Suhbat.Theme\nQtObject { property QtObject it: Theme }", {});
    const std::unique_ptr<QObject> made(look.create());
    return made ? made->property("it").value<QObject *>() : nullptr;
}

namespace {

// As WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr double words = 4.5;  // AA of text below 18.66 px bold
constexpr double shapes = 3.0; // AA of icons, borders and focus rings

struct Pair
{
    const char *front;
    const char *behind;
    double atLeast;
};

// What stands on what anywhere in qml/.
QList<Pair> pairs()
{
    QList<Pair> all{{"accentInk", "accent", words},
                    {"accentInk", "accentHover", words},
                    {"accentInk", "accentPressed", words},
                    {"dangerInk", "danger", words},
                    {"foundInk", "found", words},
                    {"inverseText", "inverse", words},
                    {"inverseAccent", "inverse", words},
                    {"textSoft", "pill", words},
                    {"text", "bubbleOther", words},
                    {"textSoft", "bubbleOther", words},
                    {"accentText", "bubbleOther", words},
                    {"bubbleOwnText", "bubbleOwn", words},
                    {"bubbleOwnMeta", "bubbleOwn", words},
                    {"text", "dangerSoft", words},
                    {"dangerText", "dangerSoft", words},
                    {"text", "warmSoft", words},
                    {"warmText", "warmSoft", words},
                    {"bubbleOwnRead", "bubbleOwn", words},
                    {"bubbleOwnText", "bubbleOwnFile", words},
                    {"bubbleOwnMeta", "bubbleOwnFile", words},
                    {"bubbleOwnMeta", "bubbleOwnFileHover", words},
                    {"bubbleOwnText", "bubbleOwnTile", shapes},
                    {"textDisabled", "disabled", shapes},
                    {"warmText", "selected", shapes},
                    {"accent", "selected", shapes},
                    {"ring", "selected", shapes}};
    for (const char *surface : {"pane", "canvas", "raised", "field", "hover", "pressed"}) {
        for (const char *text : {"text", "textSoft", "accentText", "warmText", "dangerText"})
            all.append({text, surface, words});
        for (const char *shape : {"accent", "ring"})
            all.append({shape, surface, shapes});
    }
    for (const char *surface : {"pane", "canvas", "raised", "field", "hover"})
        all.append({"fieldBorder", surface, shapes});
    for (const char *text : {"text", "textSoft", "accentText", "dangerText"})
        all.append({text, "selected", words});
    return all;
}

} // namespace

void TestSettingsPages::everyPairOfColoursCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("accent");
    for (int accent = 0; accent < Settings::accentCount; ++accent) {
        QTest::addRow("light %d", accent) << false << accent;
        QTest::addRow("dark %d", accent) << true << accent;
    }
}

void TestSettingsPages::everyPairOfColoursCanBeRead()
{
    QFETCH(const bool, dark);
    QFETCH(const int, accent);
    Settings *settings = m_desk.dana->app().settings();
    settings->setThemeMode(dark ? Settings::Dark : Settings::Light);
    settings->setAccent(accent);
    const QObject *colours = theme();
    QVERIFY(colours != nullptr);
    QCOMPARE(colours->property("dark").toBool(), dark);
    const auto colour = [colours](const char *name) {
        return colours->property(name).value<QColor>();
    };
    QStringList faint;
    for (const Pair &pair : pairs()) {
        QVERIFY2(colour(pair.front).isValid() && colour(pair.behind).isValid(), pair.front);
        const double measured = contrast(colour(pair.front), colour(pair.behind));
        if (measured < pair.atLeast)
            faint += u"%1 on %2: %3"_qs.arg(QLatin1String(pair.front), QLatin1String(pair.behind))
                         .arg(measured);
    }
    for (int person = 0; person < 8; ++person) {
        QColor fill;
        QColor name;
        QVERIFY(QMetaObject::invokeMethod(theme(), "person", Q_RETURN_ARG(QColor, fill),
                                          Q_ARG(int, person)));
        QVERIFY(QMetaObject::invokeMethod(theme(), "personName", Q_RETURN_ARG(QColor, name),
                                          Q_ARG(int, person)));
        if (contrast(Qt::white, fill) < words)
            faint += u"initials of person %1"_qs.arg(person);
        if (contrast(name, colour("bubbleOther")) < words)
            faint += u"name of person %1"_qs.arg(person);
    }
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(u'\n')));
}

// By keys, as far as there are keys.
bool TestSettingsPages::openSection(SettingsFace::Section section)
{
    if (!dana().sees(u"settingsPage"_qs))
        dana().press(Qt::Key_Comma, Qt::ControlModifier);
    const QString name = u"section%1"_qs.arg(int(section));
    return dana().waitFor(u"settingsPage"_qs) && dana().click(name) &&
           dana().waitUntil("the section", [this, section] {
               return dana().app().settingsFace()->section() == section;
           });
}

void TestSettingsPages::opensByKeyboardAndByMenu()
{
    QVERIFY(!dana().sees(u"settingsPage"_qs));
    dana().press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"settingsPage"_qs));
    QVERIFY(dana().drawn());
    // The keyboard is in the list of sections; Down goes on, and Enter shows it.
    dana().press(Qt::Key_Down);
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitFor(u"notify"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
    QVERIFY(dana().click(u"menuButton"_qs));
    QVERIFY(dana().click(u"settingsButton"_qs));
    QVERIFY(dana().waitFor(u"accent0"_qs));
    QVERIFY(dana().click(u"settingsClose"_qs));
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
}

void TestSettingsPages::everyChoiceHoldsAtOnce_data()
{
    QTest::addColumn<SettingsFace::Section>("section");
    for (const char *name : {"compact", "reduceMotion"})
        QTest::newRow(name) << SettingsFace::Appearance;
    for (const char *name :
         {"notify", "notifyPreview", "notifySound", "doNotDisturb", "closeToTray", "startInTray"})
        QTest::newRow(name) << SettingsFace::Notifications;
    QTest::newRow("sendWithCtrlEnter") << SettingsFace::Shortcuts;
}

void TestSettingsPages::everyChoiceHoldsAtOnce()
{
    QFETCH(const SettingsFace::Section, section);
    const char *name = QTest::currentDataTag();
    settings().setNotify(true);
    const bool before = settings().property(name).toBool();
    QVERIFY(openSection(section));
    QVERIFY(dana().click(QString::fromLatin1(name)));
    QTRY_COMPARE(settings().property(name).toBool(), !before);
    QVERIFY(settings().setProperty(name, before));
}

void TestSettingsPages::silenceForAnHour()
{
    QVERIFY(openSection(SettingsFace::Notifications));
    QVERIFY(dana().click(u"quietHour"_qs));
    QTRY_VERIFY(settings().doNotDisturb());
    const QString until = dana().app().desktop()->quiet()->untilText();
    QVERIFY(!until.isEmpty());
    QVERIFY(dana().waitForText(u"doNotDisturb"_qs, u"until "_qs + until));
    QVERIFY(!dana().item(u"quietHour"_qs)->isEnabled()); // and in its place: nothing has moved
    QVERIFY(dana().item(u"doNotDisturb"_qs)->hasActiveFocus()); // where the pressed button was
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
    QVERIFY(dana().click(u"menuButton"_qs));
    QVERIFY(dana().waitForText(u"menuDoNotDisturb"_qs, u"Until "_qs + until));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"menuDoNotDisturb"_qs));
    QVERIFY(openSection(SettingsFace::Notifications));
    QVERIFY(dana().click(u"doNotDisturb"_qs));
    QTRY_VERIFY(!settings().doNotDisturb());
    QTRY_VERIFY(dana().item(u"quietHour"_qs)->isEnabled());
}

void TestSettingsPages::trayChoicesNeedATray()
{
    QVERIFY(openSection(SettingsFace::Notifications));
    const auto usable = [this] {
        return dana().item(u"closeToTray"_qs)->isEnabled() &&
               dana().item(u"startInTray"_qs)->isEnabled();
    };
    const auto toldWhy = [this] { return dana().allText().contains(u"has no system tray"_qs); };
    QVERIFY(usable() && !toldWhy());
    m_tray->come(false);
    QTRY_VERIFY(!dana().item(u"closeToTray"_qs)->isEnabled());
    QVERIFY(!dana().item(u"startInTray"_qs)->isEnabled());
    QTRY_VERIFY(toldWhy());
    m_tray->come(true);
    QTRY_VERIFY(usable() && !toldWhy());
}

void TestSettingsPages::compactIsLowerEverywhere()
{
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
    QVERIFY(dana().openConversation(u"Friday lunch"_qs));
    const auto height = [this](const QString &name) { return dana().item(name)->height(); };
    QVERIFY(dana().waitFor(u"messageBubble"_qs));
    const QList<QQuickItem *> rows = dana().items(u"messageBubble"_qs);
    QQuickItem *const message = rows.last();
    const qreal before = message->height();
    const qreal row = height(u"conversationDelegate"_qs);
    settings().setCompact(true);
    QTRY_VERIFY(height(u"conversationDelegate"_qs) <= row - 12);
    QTRY_VERIFY(message->height() <= before - 6);
    QVERIFY(dana().drawn());
    settings().setCompact(false);
    QTRY_COMPARE(message->height(), before);
    QTRY_COMPARE(height(u"conversationDelegate"_qs), row);
}

void TestSettingsPages::looksChangeAtOnce()
{
    settings().setAccent(0);
    QVERIFY(openSection(SettingsFace::Appearance));
    const QColor turquoise = theme()->property("accent").value<QColor>();
    QVERIFY(dana().click(u"accent3"_qs));
    QTRY_VERIFY(theme()->property("accent").value<QColor>() != turquoise);
    QVERIFY(dana().click(u"textLarger"_qs));
    QVERIFY(dana().waitForText(u"textSize"_qs, u"110 %"_qs));
    QTRY_COMPARE(theme()->property("fontBody").toInt(), 17);
    dana().press(Qt::Key_0, Qt::ControlModifier);
    QVERIFY(dana().waitForText(u"textSize"_qs, u"100 %"_qs));
}

void TestSettingsPages::languageChangesEveryWord()
{
    QVERIFY(openSection(SettingsFace::Language));
    QVERIFY(dana().click(u"settingsLanguage_ru"_qs));
    QVERIFY(dana().waitForText(u"settingsTitle"_qs, u"Настройки"_qs));
    QVERIFY(dana().waitForText(u"section1"_qs, u"Уведомления"_qs));
    QVERIFY(dana().click(u"settingsLanguage_uz"_qs));
    QVERIFY(dana().waitForText(u"settingsTitle"_qs, u"Sozlamalar"_qs));
    QVERIFY(dana().click(u"settingsLanguage_en"_qs));
    QVERIFY(dana().waitForText(u"settingsTitle"_qs, u"Settings"_qs));
}

void TestSettingsPages::tellsAboutServerStorageAndProgram()
{
    QVERIFY(openSection(SettingsFace::Account));
    const QString host = m_desk.server->apiUrl().toString();
    QVERIFY(dana().waitForText(u"settingsSection"_qs, host));
    QVERIFY(dana().text(u"settingsSection"_qs).contains(u"+998 90 000 00 01"_qs));
    QVERIFY(dana().text(u"settingsSection"_qs).contains(u"who is typing"_qs));
    QVERIFY(!dana().allText().contains(test::account::password));
    QVERIFY(openSection(SettingsFace::Storage));
    QVERIFY(dana().waitForText(u"settingsSection"_qs, u"Nothing stays"_qs));
    QVERIFY(openSection(SettingsFace::About));
    QVERIFY(dana().waitForText(u"settingsSection"_qs, QString::fromLatin1(qVersion())));
}

void TestSettingsPages::diagnosticsTellWhatWentOnWithoutSecrets()
{
    LogMemory memory;
    memory.add(u"suhbat.chat"_qs, u"[INFO] [suhbat.chat] Authorization: Bearer 7|abcdef"_qs);
    memory.add(u"suhbat.net"_qs, u"[INFO] [suhbat.net] a line of the network"_qs);
    dana().app().log()->setMemory(&memory);
    QVERIFY(openSection(SettingsFace::Diagnostics));
    QVERIFY(dana().waitForText(u"diagnosticsLines"_qs, u"connecting -> connected"_qs));
    QVERIFY(dana().click(u"diagnosticsEvents"_qs));
    QVERIFY(dana().waitForText(u"diagnosticsLines"_qs, u"pusher:subscription_succeeded"_qs));
    // What comes while one looks is there soon.
    m_desk.server->sendAs(test::kim::id, test::kim::room, u"Not to be found"_qs);
    QVERIFY(dana().waitForText(u"diagnosticsLines"_qs, u"MessageSent"_qs));
    QVERIFY(dana().click(u"diagnosticsLog"_qs));
    QVERIFY(dana().waitForText(u"diagnosticsLines"_qs, u"a line of the network"_qs));
    QVERIFY(dana().clickOn(u"logCategory"_qs, u"suhbat.chat"_qs));
    QTRY_VERIFY(!dana().text(u"diagnosticsLines"_qs).contains(u"a line of the network"_qs));
    QVERIFY(dana().click(u"diagnosticsCopy"_qs));
    QVERIFY(dana().waitForText(u"diagnosticsCopy"_qs, u"Copied"_qs));
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"Suhbat "_qs, u"\"metrics\""_qs, u"a line of the network"_qs})
        QVERIFY2(copied.contains(part), qPrintable(copied));
    for (const QString &secret : {u"abcdef"_qs, u"Not to be found"_qs, test::account::password})
        QVERIFY2(!copied.contains(secret), qPrintable(copied));
    dana().app().log()->setMemory(nullptr);
}

// First the names of the sections, then the one that was chosen; Esc goes back one step each.
void TestSettingsPages::fitsANarrowWindow()
{
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
    const QSize before = dana().window()->size();
    dana().window()->resize(360, 480);
    QTRY_COMPARE(dana().window()->size(), QSize(360, 480));
    dana().press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"section1"_qs));
    QVERIFY(!dana().sees(u"notify"_qs));
    QVERIFY(dana().click(u"section1"_qs));
    QVERIFY(dana().waitFor(u"notify"_qs));
    QVERIFY(!dana().sees(u"section1"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitFor(u"section1"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
    dana().window()->resize(before);
}

void TestSettingsPages::logsOutFromTheSettings()
{
    QVERIFY(openSection(SettingsFace::Account));
    QVERIFY(dana().click(u"settingsLogout"_qs));
    QVERIFY(dana().click(u"logoutConfirm"_qs));
    QVERIFY(dana().waitFor(u"loginPage"_qs));
    QVERIFY(dana().waitUntilGone(u"settingsPage"_qs));
}

SUHBAT_TEST(TestSettingsPages, Gui)
#include "tst_settingspages.moc"
