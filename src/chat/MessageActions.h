#pragma once

#include "base/Result.h"
#include "domain/Capabilities.h"
#include "domain/Conversation.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace suhbat {

class ChatApi;
class Readers;

/// What one does with a message that the server has: edit it, delete it, ask who has read it; and
/// which message the next one of a conversation answers. All but the last need a connection:
/// nothing of them waits for a better time.
class MessageActions : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>;
    using GotReaders = std::function<void(const Result<QVector<ReadBy>> &)>;
    using Person = std::function<User(const ConversationId &, const UserId &)>;

    /// `person`: somebody of a conversation as far as they are known; both outlive this object.
    MessageActions(ChatApi &api, const Readers &readers, Person person, QObject *parent = nullptr);
    ~MessageActions() override;

    const Capabilities &capabilities() const;

    /// Handlers follow the one idiom. What the server did is shown even when `context` is gone.
    /// Forbidden: not mine; Conflict: too old. The same edit twice does no harm.
    void edit(const ConversationId &conversation, const MessageId &id, const QString &text,
              QObject *context, Done done);
    void remove(const ConversationId &conversation, const MessageId &id, QObject *context,
                Done done);
    /// The server's list, and whom receipts told of besides.
    void readers(const ConversationId &conversation, const MessageId &id, QObject *context,
                 GotReaders done);
    /// Without asking anybody: whom receipts told of since the program runs.
    QVector<ReadBy> knownReaders(const ConversationId &conversation, const MessageId &id) const;

    /// What the next message there answers.
    std::optional<ReplyTo> replyOf(const ConversationId &conversation) const;
    void setReply(const ConversationId &conversation, const std::optional<ReplyTo> &reply);
    /// It has been sent, or is about to be.
    std::optional<ReplyTo> takeReply(const ConversationId &conversation);
    /// Deleted, by whomever: nothing can answer them any more.
    void gone(const ConversationId &conversation, const QVector<MessageId> &ids);
    /// Another user.
    void clear();

Q_SIGNALS:
    void capabilitiesChanged();
    void edited(const suhbat::Message &message);
    void removed(const suhbat::ConversationId &conversation, const suhbat::MessageId &id);
    void replyChanged(const suhbat::ConversationId &conversation);

private:
    ChatApi &m_api;
    const Readers &m_readers;
    Person m_person;
    QHash<ConversationId, ReplyTo> m_replies;
};

} // namespace suhbat
