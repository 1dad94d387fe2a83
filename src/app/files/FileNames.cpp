#include "app/files/FileNames.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QSet>

namespace suhbat {

namespace {

/// What another system would take as a path or a device, and what would write a name backwards.
bool isUnfit(QChar c)
{
    static const QString marks = QStringLiteral("/\\:*?\"<>|");
    return marks.contains(c) || !c.isPrint() || c.category() == QChar::Other_Format;
}

QString endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype length = name.size() - dot;
    return dot > 0 && length > 1 && length <= 12 ? name.mid(dot) : QString();
}

QString shortened(const QString &text, qsizetype most)
{
    QString cut = text.left(std::max<qsizetype>(most, 1));
    if (cut.size() < text.size() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut.trimmed();
}

} // namespace

QString FileNames::safe(const QString &name, const QString &mimeType)
{
    QString clean;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        const bool pair =
            c.isHighSurrogate() && i + 1 < name.size() && name.at(i + 1).isLowSurrogate();
        if (pair) {
            clean += c;
            clean += name.at(++i);
        } else {
            clean += isUnfit(c) ? QChar(u'_') : c;
        }
    }
    clean = clean.simplified();
    while (clean.startsWith(u'.') || clean.startsWith(u' '))
        clean.remove(0, 1);
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    if (clean.isEmpty())
        clean = QStringLiteral("file");
    QString ending = endingOf(clean);
    const QString stem = clean.chopped(ending.size());
    if (ending.isEmpty() && !mimeType.isEmpty()) {
        const QString usual = QMimeDatabase().mimeTypeForName(mimeType).preferredSuffix();
        if (!usual.isEmpty())
            ending = u'.' + usual;
    }
    return shortened(stem, longest - ending.size()) + ending;
}

QString FileNames::freeName(const QString &folder, const QString &safeName)
{
    const QString ending = endingOf(safeName);
    const QString stem = safeName.chopped(ending.size());
    QString path = folder + u'/' + safeName;
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = folder + QStringLiteral("/%1 (%2)%3").arg(stem, QString::number(number), ending);
    return path;
}

bool FileNames::mayOpen(const QString &path)
{
    static const QSet<QString> documents{
        QStringLiteral("application/pdf"),
        QStringLiteral("application/epub+zip"),
        QStringLiteral("application/rtf"),
        QStringLiteral("application/msword"),
        QStringLiteral("application/vnd.ms-excel"),
        QStringLiteral("application/vnd.ms-powerpoint"),
        QStringLiteral("application/json"),
        QStringLiteral("application/zip"),
        QStringLiteral("application/gzip"),
        QStringLiteral("application/x-compressed-tar"),
        QStringLiteral("application/x-xz-compressed-tar"),
        QStringLiteral("application/x-tar"),
        QStringLiteral("application/x-7z-compressed"),
        QStringLiteral("application/vnd.rar"),
        QStringLiteral("application/ogg"),
        QStringLiteral("text/plain"),
        QStringLiteral("text/csv"),
        QStringLiteral("text/markdown"),
        QStringLiteral("text/rtf"),
        QStringLiteral("text/vcard"),
        QStringLiteral("text/calendar"),
    };
    static const QStringList kinds{
        QStringLiteral("image/"), QStringLiteral("audio/"), QStringLiteral("video/"),
        QStringLiteral("application/vnd.oasis.opendocument."),
        QStringLiteral("application/vnd.openxmlformats-officedocument.")};
    const QMimeDatabase types;
    // The desktop goes by the name, and what lies in the file may be another thing: both must do.
    for (const auto by : {QMimeDatabase::MatchExtension, QMimeDatabase::MatchContent}) {
        const QMimeType type = types.mimeTypeForFile(path, by);
        const QString name = type.name();
        const bool known = documents.contains(name) ||
                           std::any_of(kinds.cbegin(), kinds.cend(),
                                       [&](const QString &kind) { return name.startsWith(kind); });
        // What of a document the content alone does not show: a zip, an OLE container, a text.
        const bool container = by == QMimeDatabase::MatchContent &&
                               (name == QLatin1String("application/x-ole-storage") ||
                                name == QLatin1String("application/xml"));
        if (!known && !container)
            return false;
    }
    return true;
}

} // namespace suhbat
