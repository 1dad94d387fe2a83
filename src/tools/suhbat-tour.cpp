// Shows that the whole of Suhbat works, in the real window: for people on a display, for scripts
// offscreen. Prints each step; the README's pictures come from here.
#include "app/platform/Platform.h"
#include "tools/TourGuide.h"

#include <QCommandLineParser>
#include <QFont>
#include <QGuiApplication>
#include <QTextStream>

int main(int argc, char **argv)
{
    using namespace suhbat;
    if (!platform::displayProblem().isEmpty())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication gui(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("suhbat-tour"));
    QGuiApplication::setApplicationVersion(QStringLiteral(SUHBAT_VERSION));
    QFont font = QGuiApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QGuiApplication::setFont(font);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Drives the real Suhbat window through a day of chatting, against a demo "
                       "server of its own."));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         QStringLiteral("Save a picture of the main steps in DIR."),
                                         QStringLiteral("DIR"));
    parser.addOption(screenshots);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(gui);

    TourGuide guide(parser.value(screenshots));
    if (!guide.run())
        return 1;
    QTextStream(stdout) << "tour: ok " << guide.steps() << " steps" << Qt::endl;
    return 0;
}
