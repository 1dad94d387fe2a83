#pragma once

#include "domain/Conversation.h"

#include <QHash>

namespace suhbat {

/// Which rows of one conversation a fresh page of the server disproves: rows that were here before
/// the page was asked for, and that the page would have if the server still had them. Pure.
class Doubts
{
public:
    /// Read from the disk; the server has not confirmed them since.
    void restored(const QVector<Message> &messages);
    /// The server is asked now, while these are shown.
    void asked(const QVector<Message> &shown);
    /// What the answer says: the ids that the server no longer has. A page is the truth between its
    /// oldest and its newest message (by id; where ids are not numbers, by time, and says nothing
    /// of the same second); about what is newer only against the disk, because an event may be
    /// ahead of a slow replica. Says nothing against rows of a page that could not be read whole.
    QVector<MessageId> answered(const ConversationDetails &page);

private:
    using Known = QHash<MessageId, QDateTime>; // and when it was written

    Known m_fromDisk;
    Known m_shown;
};

} // namespace suhbat
