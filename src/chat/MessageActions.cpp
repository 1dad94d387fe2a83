#include "chat/MessageActions.h"

#include "api/ChatApi.h"
#include "chat/Readers.h"

#include <QPointer>

#include <algorithm>

namespace suhbat {

MessageActions::MessageActions(ChatApi &api, const Readers &readers, Person person, QObject *parent)
    : QObject(parent), m_api(api), m_readers(readers), m_person(std::move(person))
{
    connect(&api, &ChatApi::capabilitiesChanged, this, &MessageActions::capabilitiesChanged);
}

MessageActions::~MessageActions()
{
    m_api.disconnect(this);
}

const Capabilities &MessageActions::capabilities() const
{
    return m_api.capabilities();
}

void MessageActions::edit(const ConversationId &conversation, const MessageId &id,
                          const QString &text, QObject *context, Done done)
{
    m_api.editMessage(
        conversation, id, text, this,
        [this, asker = QPointer(context), done = std::move(done)](const Result<Message> &result) {
            if (result)
                Q_EMIT edited(*result);
            if (asker)
                done(result ? Result<void>() : Result<void>(result.error()));
        });
}

void MessageActions::remove(const ConversationId &conversation, const MessageId &id,
                            QObject *context, Done done)
{
    m_api.deleteMessage(id, this,
                        [this, conversation, id, asker = QPointer(context),
                         done = std::move(done)](const Result<void> &result) {
                            if (result)
                                Q_EMIT removed(conversation, id);
                            if (asker)
                                done(result);
                        });
}

void MessageActions::readers(const ConversationId &conversation, const MessageId &id,
                             QObject *context, GotReaders done)
{
    m_api.readers(id, this,
                  [this, conversation, id, asker = QPointer(context),
                   done = std::move(done)](const Result<Page<ReadBy>> &result) {
                      if (!asker)
                          return;
                      if (!result) {
                          done(result.error());
                          return;
                      }
                      QVector<ReadBy> all = result->items;
                      const QVector<ReadBy> told = knownReaders(conversation, id);
                      for (const ReadBy &one : told) {
                          const bool there =
                              std::any_of(all.cbegin(), all.cend(), [&one](const ReadBy &other) {
                                  return other.user.id == one.user.id;
                              });
                          if (!there)
                              all.append(one);
                      }
                      done(all);
                  });
}

QVector<ReadBy> MessageActions::knownReaders(const ConversationId &conversation,
                                             const MessageId &id) const
{
    QVector<ReadBy> known;
    const auto readers = m_readers.of(id);
    for (const Readers::Reader &reader : readers) {
        User user = m_person(conversation, reader.id);
        user.id = reader.id;
        known.append({user, reader.at});
    }
    return known;
}

std::optional<ReplyTo> MessageActions::replyOf(const ConversationId &conversation) const
{
    const auto found = m_replies.constFind(conversation);
    return found == m_replies.cend() ? std::nullopt : std::optional(*found);
}

void MessageActions::setReply(const ConversationId &conversation,
                              const std::optional<ReplyTo> &reply)
{
    if (replyOf(conversation) == reply)
        return;
    if (reply)
        m_replies.insert(conversation, *reply);
    else
        m_replies.remove(conversation);
    Q_EMIT replyChanged(conversation);
}

std::optional<ReplyTo> MessageActions::takeReply(const ConversationId &conversation)
{
    const auto reply = replyOf(conversation);
    setReply(conversation, std::nullopt);
    return reply;
}

void MessageActions::gone(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    if (const auto reply = replyOf(conversation); reply && ids.contains(reply->id))
        setReply(conversation, std::nullopt);
}

void MessageActions::clear()
{
    m_replies.clear();
}

} // namespace suhbat
