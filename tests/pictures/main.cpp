// suhbat-pictures: makes, lays out and compares the pictures of the window.
#include "pictures/Compare.h"
#include "pictures/Sheet.h"
#include "pictures/Studio.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QTextStream>

namespace {

int usage()
{
    QTextStream(stderr) << "usage: suhbat-pictures make VARIANT DIR | sheet FILE DIR... |"
                           " compare KEPT NEW PAIRS | variants"
                        << Qt::endl;
    return 2;
}

int make(const QString &name, const QString &folder)
{
    const auto variant = suhbat::test::Studio::variant(name);
    if (!variant || !QDir().mkpath(folder))
        return usage();
    suhbat::test::Studio studio(*variant, folder);
    return studio.run() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication gui(argc, argv);
    QFont font = QGuiApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QGuiApplication::setFont(font);

    const QStringList words = QGuiApplication::arguments().mid(1);
    const QString what = words.value(0);
    if (what == QLatin1String("make") && words.size() == 3)
        return make(words[1], words[2]);
    if (what == QLatin1String("sheet") && words.size() > 2)
        return suhbat::test::writeSheet(words.mid(2), words[1]) ? 0 : 1;
    if (what == QLatin1String("compare") && words.size() == 4)
        return suhbat::test::samePictures(words[1], words[2], words[3]) ? 0 : 1;
    if (what == QLatin1String("variants") && words.size() == 1) {
        for (const suhbat::test::Variant &each : suhbat::test::Studio::variants())
            QTextStream(stdout) << each.name << Qt::endl;
        return 0;
    }
    return usage();
}
