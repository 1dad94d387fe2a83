#pragma once

#include "base/Result.h"
#include "store/OutboxEntry.h"

#include <QVector>

#include <variant>

/// What OutboxMachine wants done. To be carried out one after the other, in their order.
namespace suhbat::outbox {

/// Names what an answer belongs to; never used twice.
using Ticket = quint64;

/// The row is to be on the disk, in its place: then stored().
struct StoreRow
{
    Ticket ticket = 0;
    OutboxEntry entry;
};
/// The row is to be gone from the disk: then stored().
struct RemoveRow
{
    Ticket ticket = 0;
    TempId id;
};
/// One request to the server: then answered(), once.
struct Post
{
    Ticket ticket = 0;
    OutboxEntry entry;
};
/// Gives the request of that Post up; its answer is not wanted any more.
struct Abort
{
    Ticket ticket = 0;
};
/// A request for the history, begun now and not before; its messages go through the upsert and
/// what they match is told by confirmed(); then looked(), once.
struct Look
{
    Ticket ticket = 0;
    ConversationId conversation;
    /// Where messages come in pages: to be fetched until this id, or an older one, is among them.
    std::optional<MessageId> backTo;
};
/// The bubble looks like this from now on; it appears with the first of these. The timeline is told
/// by showInTimeline().
struct Show
{
    OutboxEntry entry;
    bool onItsWay = false; ///< a request is under way or sure to come, whose answer will tell
};
/// The server's answer, with the temp id: to be upserted.
struct Delivered
{
    Message message;
};
/// The server's message that was taken for this one by its text is another: Timeline::release().
struct Release
{
    TempId id;
    ConversationId conversation;
};
/// Nothing could be kept: the text belongs into the composer again, and the user is told.
struct GiveBack
{
    OutboxEntry entry;
    Error error;
};
/// The user discarded it: the bubble goes.
struct Forget
{
    TempId id;
    ConversationId conversation;
};

using Action = std::variant<StoreRow, RemoveRow, Post, Abort, Look, Show, Delivered, Release,
                            GiveBack, Forget>;
using Actions = QVector<Action>;

/// What a look has seen.
struct Seen
{
    MessageId oldest; ///< empty when there was no message at all
    MessageId newest;
    bool complete = false; ///< back to the first message of the conversation
    bool readable = true;  ///< no message had to be left out
};

} // namespace suhbat::outbox
