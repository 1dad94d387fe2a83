#pragma once

#include "base/JsonReader.h"
#include "domain/Conversation.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// The paging facts of an answer and its undecoded rows.
struct RawPage
{
    QVector<JsonValue> rows;
    int number = 1;
    bool hasMore = false;
    bool moreIsGuess = false;
    QString nextCursor;
};

/// Every paginator of Laravel: {data, links, meta}, the flat one, the simple one (links.next
/// only), cursors, and a list without any paging facts. Error: there is no list in it.
Result<RawPage> decodeRawPage(const JsonValue &root, int requestedPage);

/// Rows that cannot be read are left out and counted.
Result<Page<Conversation>> decodeConversationPage(const JsonValue &root, int requestedPage,
                                                  Conversation::Type type,
                                                  const DecodeContext &context);
Result<Page<User>> decodeContactPage(const JsonValue &root, int requestedPage,
                                     const DecodeContext &context);

/// Of members, readers and search, likewise. A found message has to name its conversation.
Result<Page<Member>> decodeMemberPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context);
Result<Page<ReadBy>> decodeReaderPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context);
Result<Page<Message>> decodeFoundPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context);

} // namespace suhbat::wire
