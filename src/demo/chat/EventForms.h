#pragma once

#include "demo/Faults.h"
#include "demo/store/Records.h"

#include <QByteArray>
#include <QList>

namespace suhbat::demo {

/// The payloads of events in all the forms the contract knows (section 2.6, examples 5.14-5.18).
/// Pure functions; the results are JSON texts.
namespace events {

struct MessageParts
{
    Message message;
    Person sender;
    Conversation conversation;
    QList<Person> members;
    QString tempId; ///< empty: null
};

QByteArray message(const MessageParts &parts, MessageForm form);
QByteArray typing(const Person &who, qint64 conversationId, TypingForm form);
QByteArray read(qint64 reader, qint64 conversationId, const QList<qint64> &messageIds,
                ReadForm form);

// Those of the extensions (section 7).
QByteArray updated(const MessageParts &parts);
QByteArray deleted(qint64 conversationId, qint64 messageId);
QByteArray created(const Conversation &conversation, const QString &title);

/// Turns every number under id, *_id, *Id and *_ids, *Ids into a string.
QJsonValue withStringIds(const QJsonValue &value);

} // namespace events

} // namespace suhbat::demo
