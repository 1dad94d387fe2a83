#pragma once

#include "base/Ids.h"

#include <QVector>

#include <functional>

namespace suhbat {

/// A file of the user that goes along with a message.
struct UploadFile
{
    QString path; ///< absolute, on this computer
    QString name; ///< as others see it
    QString mimeType;
};

/// A message on its way to the server, with what only some servers take: what a server does not
/// know (tempId, reply) is left out.
struct OutgoingMessage
{
    static constexpr int mostFiles = 10;
    static constexpr qint64 mostFileBytes = 25 * 1024 * 1024; ///< each
    /// Bytes that have gone out, bytes in all.
    using Progress = std::function<void(qint64 sent, qint64 total)>;

    QString body; ///< may be empty with files
    TempId tempId = {};
    MessageId replyTo = {};
    /// Capabilities::upload. More, or larger ones, are an Error of kind TooLarge.
    QVector<UploadFile> files = {};
};

} // namespace suhbat
