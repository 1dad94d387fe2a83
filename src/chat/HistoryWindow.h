#pragma once

#include "base/Error.h"
#include "chat/ConversationSearch.h"
#include "chat/Timeline.h"
#include "domain/Conversation.h"
#include "domain/ServerEvent.h"

#include <QObject>

#include <functional>

namespace suhbat {

class AccountStore;
class CacheKeeper;
class ChatApi;

/// The stretch of the open conversation that a view has rows for: bounded, however long the history
/// is, and moved along it in pages from memory, disk and server. It follows the newest messages
/// (live) or lies somewhere further up (away).
class HistoryWindow : public QObject
{
    Q_OBJECT

public:
    /// Rows that one look further brings.
    static constexpr int pageSize = 50;
    /// Beyond so many rows those at the far end go, down to `rowsKept`.
    static constexpr int mostRows = 300;
    static constexpr int rowsKept = 200;

    /// How it goes on at an end of the window.
    enum class Edge {
        More,    ///< there may be more; nobody has asked
        Loading, ///< asked for
        Failed,  ///< see error()
        End      ///< there is nothing more
    };
    /// What is in memory of the newest messages of a conversation, oldest first.
    struct Recent
    {
        const QVector<Message> &messages;
        bool fromStart = false; ///< nothing is older than the first of them
        bool heard = false;     ///< the server has been heard
    };
    using RecentOf = std::function<Recent(const ConversationId &)>;

    HistoryWindow(ChatApi &api, AccountStore &store, CacheKeeper &cache, RecentOf recent,
                  QObject *parent = nullptr);
    ~HistoryWindow() override;

    /// At its newest messages.
    void open(const ConversationId &id, const UserId &self);
    void close();

    const ConversationId &conversation() const { return m_id; }
    /// Where in it something was said.
    ConversationSearch &search() { return m_search; }
    /// Oldest first.
    const QVector<Message> &rows() const { return m_rows; }
    bool isLive() const { return m_live; }
    Edge older() const;
    Edge newer() const { return m_live ? Edge::End : m_newer; }
    const Error &olderError() const { return m_olderError; }
    const Error &newerError() const { return m_newerError; }

    void loadOlder();
    void loadNewer();
    /// The reader is at the newest row: what grows there pushes out the oldest ones. Otherwise what
    /// he reads stays, and the newest ones go.
    void setFollowing(bool following);
    /// Back to the newest messages.
    void goLive();
    enum class Reached { Yes, NotThere, Failed };
    /// Moves to where that message is; `done` is called once, at once when it is in memory, and not
    /// at all when somebody goes elsewhere first.
    void moveTo(const MessageId &id, const std::function<void(Reached)> &done);

    /// What is in memory of that conversation has changed.
    void recentChanged(const ConversationId &id);
    /// These leave the memory for the newest ones; where they are shown they stay here.
    void absorb(const ConversationId &id, const QVector<Message> &messages);
    /// The server's whole history of that conversation.
    void heardWhole(const ConversationDetails &details);
    void onEvent(const ServerEvent &event);
    /// Among the rows; null when it is not there.
    const Message *find(const MessageId &id) const;
    /// One that is not in memory was read here.
    void markRead(const MessageId &id);

Q_SIGNALS:
    void rowsChanged();
    /// An edge, that is.
    void edgesChanged();

private:
    enum class Keep { Oldest, Newest };
    Recent recent() const { return m_recent(m_id); }
    MessageId firstId() const;
    MessageId lastId() const;
    void refresh();
    void showRows(QVector<Message> rows);
    QVector<Message> liveRows() const;
    QVector<Message> awayRows() const;
    void bound(Keep keep);
    void startAt(const QVector<Message> &messages, bool ofServer);
    bool takeOlderRecent();
    bool takeNewerRecent();
    void askOlderOfServer(const MessageId &oldest);
    void askNewerOfServer(const MessageId &newest);
    void takeOlder(const QVector<Message> &messages, bool ofServer);
    void takeNewer(const QVector<Message> &messages);
    bool isStale(int generation, Edge &edge, const MessageId &askedFrom, const MessageId &now);
    void failOlder(const Error &error);
    void failNewer(const Error &error);
    void askAround(const MessageId &id, const std::function<void(Reached)> &done);
    void takeAround(const MessageId &id, const QVector<Message> &messages, bool ofServer,
                    const std::function<void(Reached)> &done);

    ChatApi &m_api;
    AccountStore &m_store;
    CacheKeeper &m_cache;
    RecentOf m_recent;
    ConversationSearch m_search;
    ConversationId m_id;
    UserId m_self;
    QVector<Message> m_rows;
    Timeline m_pages;  ///< what is shown and not, or perhaps not, in memory for its newness
    MessageId m_from;  ///< live: older ones are not shown; empty: all are
    MessageId m_start; ///< the first message of the conversation, when it is known
    bool m_live = true;
    bool m_following = true;
    bool m_ofServer = false; ///< the disk may have holes around here
    Edge m_older = Edge::More;
    Edge m_newer = Edge::More;
    Error m_olderError;
    Error m_newerError;
    int m_generation = 0; ///< answers to an older one come too late
    int m_move = 0;       ///< the same of what was to be moved to
};

} // namespace suhbat
