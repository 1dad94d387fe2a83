#include "demo/http/Multipart.h"

namespace suhbat::demo {

namespace {

/// The value of `key` in a header: key="value" or key=value.
QByteArray parameter(const QByteArray &header, const QByteArray &key)
{
    // Not inside another word: "name" is no part of "filename".
    qsizetype at = header.indexOf("; " + key + '=');
    if (at < 0)
        return {};
    at += key.size() + 3;
    if (header.mid(at, 1) == "\"")
        return header.mid(at + 1, header.indexOf('"', at + 1) - at - 1);
    return header.mid(at, header.indexOf(';', at) < 0 ? -1 : header.indexOf(';', at) - at);
}

FormPart partWith(const QByteArray &head)
{
    FormPart part;
    for (const QByteArray &raw : head.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.toLower().startsWith("content-disposition:")) {
            part.name = QString::fromUtf8(parameter(line, "name"));
            part.fileName = QString::fromUtf8(parameter(line, "filename"));
        } else if (line.toLower().startsWith("content-type:")) {
            part.mimeType = QString::fromLatin1(line.mid(13).trimmed());
        }
    }
    return part;
}

} // namespace

std::optional<QList<FormPart>> formParts(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = parameter(contentType, "boundary");
    if (!contentType.startsWith("multipart/form-data") || boundary.isEmpty())
        return std::nullopt;
    const QByteArray mark = "\r\n--" + boundary;
    QList<FormPart> parts;
    qsizetype at = body.startsWith(mark.mid(2)) ? mark.size() - 2 : -1;
    while (at >= 0 && body.mid(at, 2) != "--") {
        const qsizetype head = at + 2;
        const qsizetype start = body.indexOf("\r\n\r\n", at);
        const qsizetype end = start < 0 ? -1 : body.indexOf(mark, start + 4 - 2);
        if (end < 0)
            return std::nullopt;
        FormPart part = partWith(body.mid(head, start - head));
        part.bytes = body.mid(start + 4, std::max<qsizetype>(0, end - start - 4));
        parts.append(part);
        at = end + mark.size();
    }
    return at < 0 ? std::nullopt : std::optional(parts);
}

} // namespace suhbat::demo
