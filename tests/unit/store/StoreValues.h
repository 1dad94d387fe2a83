#pragma once

#include "store/AccountStore.h"
#include "support/Wait.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace suhbat::test {

// Values to put into a store, and a way to wait for its one answer.

inline const ConversationId twelve{qint64(12)};

/// For tests that make many files and ask nothing about the disk: in memory where that can be.
inline QString fastTemporary()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/suhbat-store-XXXXXX");
}

/// The one answer of `start(done)`.
template<typename T, typename Start>
Result<T> answerOf(Start start)
{
    std::optional<Result<T>> result;
    start(std::function<void(Result<T>)>([&](Result<T> r) { result = std::move(r); }));
    if (!waitUntil([&] { return result.has_value(); }, 20000))
        qFatal("no answer");
    return *result;
}

inline QDateTime noon()
{
    return QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
}

inline Message message(const QString &id, const QString &body = {})
{
    Message m;
    m.id = MessageId(id);
    m.conversationId = twelve;
    m.createdAt = noon();
    m.body = body.isEmpty() ? id : body;
    return m;
}

inline Message message(qint64 id, const QString &body = {})
{
    return message(QString::number(id), body);
}

inline QString bodiesOf(const QVector<Message> &messages)
{
    QStringList bodies;
    for (const Message &m : messages)
        bodies << m.body;
    return bodies.join(u' ');
}

inline ConversationRow conversationRow(qint64 id, qint64 rank)
{
    ConversationRow row;
    row.conversation.id = ConversationId(id);
    row.rank = rank;
    return row;
}

inline ConversationRow fullConversationRow()
{
    ConversationRow row;
    row.conversation = {ConversationId(QStringLiteral("0193-uuid")),
                        Conversation::Type::Group,
                        QStringLiteral("Lunch"),
                        QStringLiteral("https://example.com/a.png"),
                        QStringLiteral("Kim: Thanks\n\U0001F600"),
                        QStringLiteral("5 minutes ago"),
                        noon().addMSecs(123),
                        7};
    row.rank = qint64(1) << 40;
    row.toldAt = noon();
    row.ownState = Message::State::Undecided;
    row.readUpTo = MessageId(qint64(99));
    return row;
}

inline Message fullMessage()
{
    Message m = message(501, QStringLiteral("Two\nlines \U0001F600 \" ' % \\ end"));
    m.tempId = TempId(QStringLiteral("temp"));
    m.sender = {UserId(qint64(5)), QStringLiteral("Kim"), QStringLiteral("998"),
                QStringLiteral("kim@example.com"), QStringLiteral("https://example.com/k.png")};
    m.createdAt = noon().addMSecs(456);
    m.state = Message::State::Read;
    m.editedAt = noon().addMSecs(999);
    m.replyTo = {MessageId(qint64(400)), QStringLiteral("Ali"), QStringLiteral("Before that")};
    m.attachments = {{QStringLiteral("1"),
                      QStringLiteral("a.pdf"),
                      QStringLiteral("1 KB"),
                      QStringLiteral("application/pdf"),
                      QStringLiteral("https://e.com/a"),
                      {},
                      false,
                      0,
                      0,
                      {}},
                     {{},
                      QStringLiteral("b.png"),
                      {},
                      {},
                      {},
                      QStringLiteral("https://e.com/b"),
                      true,
                      640,
                      480,
                      {}}};
    return m;
}

inline OutboxEntry outboxEntry(const char *tempId, int attempts = 0)
{
    OutboxEntry entry;
    entry.tempId = TempId(QString::fromLatin1(tempId));
    entry.conversationId = twelve;
    entry.attempts = attempts;
    return entry;
}

inline OutboxEntry fullOutboxEntry()
{
    OutboxEntry entry = outboxEntry("full", 3);
    entry.body = QStringLiteral("Hal\n\U0001F600");
    entry.createdAt = noon().addMSecs(789);
    entry.newestKnownId = MessageId(qint64(500));
    entry.replyTo = ReplyTo{MessageId(u"500"_qs), u"Kim"_qs, u"Where \"do\" we meet?"_qs};
    entry.files = {{QStringLiteral("/data/a b.pdf"), QStringLiteral("a.pdf"),
                    QStringLiteral("application/pdf"), qint64(1) << 40},
                   {}};
    entry.state = Message::State::Failed;
    Error error = Error::make(Error::Kind::Validation, QStringLiteral("422"), 422);
    error.serverText = QStringLiteral("Zu lang");
    error.retryAfter = std::chrono::seconds(5);
    error.fields = {{QStringLiteral("body"), {QStringLiteral("a"), QStringLiteral("b")}}};
    entry.stoppedBy = error;
    return entry;
}

} // namespace suhbat::test
