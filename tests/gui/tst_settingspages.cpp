#include "support/Desk.h"
#include "support/Fixtures.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <cmath>
#include <memory>

using namespace suhbat;

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

private:
    QObject *theme() const;

    test::Desk m_desk;
};

void TestSettingsPages::initTestCase()
{
    test::failOnAnyWarning();
    QVERIFY(m_desk.sitDown());
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
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
                    {"inverseText", "inverse", words},
                    {"inverseAccent", "inverse", words},
                    {"textSoft", "pill", words},
                    {"text", "bubbleOther", words},
                    {"textSoft", "bubbleOther", words},
                    {"accentText", "bubbleOther", words},
                    {"bubbleOwnText", "bubbleOwn", words},
                    {"bubbleOwnMeta", "bubbleOwn", words},
                    {"bubbleOwnRead", "bubbleOwn", shapes},
                    {"text", "dangerSoft", words},
                    {"dangerText", "dangerSoft", words},
                    {"text", "warmSoft", words},
                    {"warmText", "warmSoft", words},
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

QTEST_MAIN(TestSettingsPages)
#include "tst_settingspages.moc"
