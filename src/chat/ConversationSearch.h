#pragma once

#include "base/Result.h"
#include "domain/Conversation.h"

#include <QObject>
#include <QSet>
#include <QVector>

namespace suhbat {

class AccountStore;
class CacheKeeper;
class ChatApi;

/// Looks for words in one conversation: in what is kept here, and with the server where it can.
/// Hits come newest first, without doubles.
class ConversationSearch : public QObject
{
    Q_OBJECT

public:
    /// More hits than anybody walks through are not fetched.
    static constexpr int mostHits = 500;
    /// Pages of the server's answer, which is about all conversations.
    static constexpr int mostPages = 5;

    ConversationSearch(ChatApi &api, AccountStore &store, CacheKeeper &cache,
                       QObject *parent = nullptr);
    ~ConversationSearch() override;

    /// Instead of what was looked for before. A text without a word finds nothing.
    void start(const ConversationId &conversation, const QString &text);
    void stop();

    /// Newest first.
    const QVector<MessageId> &hits() const { return m_hits; }
    /// More may come.
    bool isRunning() const { return m_waiting > 0; }
    /// The server was asked and did not answer: there may be hits that are not here.
    bool isIncomplete() const { return m_incomplete; }

Q_SIGNALS:
    /// More hits, or there will be no more.
    void changed();

private:
    void askServer(int page);
    void add(const QVector<Message> &messages);
    void finish();

    ChatApi &m_api;
    AccountStore &m_store;
    CacheKeeper &m_cache;
    ConversationId m_conversation;
    QString m_text;
    QVector<MessageId> m_hits;
    QSet<MessageId> m_known;
    int m_waiting = 0;
    int m_generation = 0; // answers to an older search come too late
    bool m_incomplete = false;
};

} // namespace suhbat
