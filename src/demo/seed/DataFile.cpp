#include "demo/seed/DataFile.h"

#include <QFile>
#include <QJsonDocument>

// Outside any namespace: a static library's resources are lost unless they are asked for.
static void initDemoResources()
{
    Q_INIT_RESOURCE(suhbat_demo_data);
}

namespace suhbat::demo {

QByteArray dataBytes(const QString &name)
{
    initDemoResources();
    QFile file(QStringLiteral(":/suhbat/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo data %s", qPrintable(name));
    return file.readAll();
}

QJsonObject dataFile(const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(dataBytes(name), &error);
    if (!document.isObject())
        qFatal("demo data %s: %s at %d", qPrintable(name), qPrintable(error.errorString()),
               error.offset);
    return document.object();
}

} // namespace suhbat::demo
