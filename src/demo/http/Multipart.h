#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace suhbat::demo {

/// One part of a multipart/form-data body.
struct FormPart
{
    QString name;
    QString fileName; ///< empty for a plain field
    QString mimeType;
    QByteArray bytes;
};

/// The parts of the body; nothing when it is not what `contentType` says it is.
std::optional<QList<FormPart>> formParts(const QByteArray &contentType, const QByteArray &body);

} // namespace suhbat::demo
