#pragma once

#include "base/JsonReader.h"
#include "domain/Message.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// As the server itself writes sizes: "128.5 KB"; empty for a negative one.
QString sizeText(qint64 bytes);

/// The files of a message object: `files`, `attachments`, `media` (objects or plain strings) or
/// the files of `fileGroups`; the first list that holds any. What cannot be read is left out.
QVector<Attachment> readAttachments(const JsonReader &message, const DecodeContext &context);

} // namespace suhbat::wire
