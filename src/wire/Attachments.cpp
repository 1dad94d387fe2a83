#include "wire/Attachments.h"

#include "wire/Fields.h"
#include "wire/Urls.h"

namespace suhbat::wire {

namespace {

QString sizeOf(const JsonValue &size)
{
    const auto bytes = size.integer();
    return bytes ? sizeText(*bytes) : cleanLine(size.string().value_or(QString()), 32);
}

/// Of a picture's side, in pixels; 0 for what no picture has.
int sideOf(const JsonReader &reader, JsonReader::Keys names)
{
    constexpr qint64 longest = 100'000;
    const qint64 side = reader.integer(names).value_or(0);
    return side > 0 && side <= longest ? int(side) : 0;
}

QString nameOfUrl(const QString &url)
{
    return cleanLine(QUrl(url).fileName(), 255);
}

std::optional<Attachment> readFile(const JsonValue &value, const DecodeContext &context)
{
    Attachment file;
    if (const auto text = value.string()) {
        // A bare string is an address, a path on the server, or no more than a name.
        if (text->contains(u'/'))
            file.url = webUrl(*text, context);
        file.name = file.url.isEmpty() ? cleanLine(*text, 255) : nameOfUrl(file.url);
        return file.name.isEmpty() && file.url.isEmpty() ? std::nullopt : std::optional(file);
    }
    const JsonReader reader(value);
    file.id = firstId(reader, {"id"});
    file.url = webUrl(reader.string({"url"}).value_or(QString()), context);
    file.previewUrl =
        webUrl(reader.string({"preview_url", "previewUrl"}).value_or(QString()), context);
    file.name = firstLine(reader, {"name", "file_name", "fileName"}, 255);
    if (file.name.isEmpty())
        file.name = nameOfUrl(file.url);
    file.sizeText = sizeOf(reader.value({"size"}));
    file.mimeType = firstLine(reader, {"mime_type", "mimeType"}, 128);
    file.isImage = reader.boolean({"is_image", "isImage"})
                       .value_or(file.mimeType.startsWith(QLatin1String("image/")));
    if (file.isImage) {
        file.width = sideOf(reader, {"width", "image_width"});
        file.height = sideOf(reader, {"height", "image_height"});
    }
    if (file.id.isEmpty() && file.url.isEmpty() && file.name.isEmpty())
        return std::nullopt;
    return file;
}

void appendFiles(QVector<Attachment> &files, const JsonValue &list, const DecodeContext &context)
{
    if (!list.isArray())
        return;
    for (const JsonValue &item : list.items()) {
        if (files.size() >= limits::attachments)
            return;
        if (auto file = readFile(item, context))
            files.append(std::move(*file));
    }
}

} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return {};
    double value = double(bytes);
    int unit = 0;
    static constexpr std::array units{"B", "KB", "MB", "GB", "TB"};
    while (value >= 1024 && unit + 1 < int(units.size())) {
        value /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QString::number(bytes) : QString::number(value, 'f', 1);
    return number + u' ' + QLatin1String(units.at(size_t(unit)));
}

QVector<Attachment> readAttachments(const JsonReader &message, const DecodeContext &context)
{
    QVector<Attachment> files;
    for (const char *key : {"files", "attachments"}) {
        appendFiles(files, message[key], context);
        if (!files.isEmpty())
            return files;
    }
    for (const char *key : {"fileGroups", "file_groups"}) {
        for (const JsonValue &group : message[key].items())
            appendFiles(files, group["files"], context);
        if (!files.isEmpty())
            return files;
    }
    appendFiles(files, message["media"], context);
    return files;
}

} // namespace suhbat::wire
