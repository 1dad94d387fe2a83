#pragma once

#include "domain/Message.h"

#include <QDate>

namespace suhbat {

/// What a message's neighbours decide about its look. Pure: tested without a model.
struct RowLook
{
    bool showSender = false;  ///< first of a run by that person
    bool endsRun = false;     ///< last of a run: the bubble gets its tail
    bool startsDay = false;   ///< first of its local day
    bool firstUnread = false; ///< the first message that was unread when the conversation opened

    friend bool operator==(const RowLook &, const RowLook &) = default;
};

class TimelineRows
{
public:
    /// A pause after which the same author starts a new run.
    static constexpr int runBreakSeconds = 5 * 60;

    /// `messages` oldest first; `row` within it; `divider` empty when there is none.
    static RowLook look(const QVector<Message> &messages, int row, const MessageId &divider);
    /// The first message by somebody else that is unread; empty when all are read.
    static MessageId firstUnread(const QVector<Message> &messages, const UserId &self);
};

} // namespace suhbat
