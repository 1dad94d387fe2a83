#include "app/FilePick.h"

#include "api/OutgoingMessage.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace suhbat {

FilePick::Picked FilePick::look(const QUrl &url)
{
    Picked picked;
    if (!url.isLocalFile()) {
        picked.refusal = Refusal::NotHere;
        picked.file.name = url.fileName();
        return picked;
    }
    const QFileInfo info(url.toLocalFile());
    picked.file.name = info.fileName();
    if (!info.exists())
        picked.refusal = Refusal::NotHere;
    else if (!info.isFile())
        picked.refusal = Refusal::NoFile;
    else if (!info.isReadable())
        picked.refusal = Refusal::NoRight;
    else if (info.size() > OutgoingMessage::mostFileBytes)
        picked.refusal = Refusal::TooLarge;
    else
        picked.file = {info.absoluteFilePath(), info.fileName(),
                       QMimeDatabase().mimeTypeForFile(info).name(), info.size()};
    return picked;
}

bool FilePick::isPicture(const OutboxFile &file)
{
    static const QStringList kinds{QStringLiteral("image/png"), QStringLiteral("image/jpeg"),
                                   QStringLiteral("image/gif"), QStringLiteral("image/webp"),
                                   QStringLiteral("image/bmp")};
    return kinds.contains(file.mimeType);
}

bool FilePick::anyLocal(const QList<QUrl> &urls)
{
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

} // namespace suhbat
