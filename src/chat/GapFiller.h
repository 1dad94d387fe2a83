#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/Conversation.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace suhbat {

class ChatApi;

/// Brings what the socket did not tell: the list and histories by REST, after each subscription
/// and, while the socket is down, from time to time, so that chat degrades instead of dying.
class GapFiller : public QObject
{
    Q_OBJECT

public:
    /// Between two polls while the socket is down: 30 to 60 s.
    static constexpr Milliseconds pollInterval{30000};
    /// More pages of a list than any person has.
    static constexpr int maxPages = 40;

    explicit GapFiller(ChatApi &api, std::function<double()> random = {},
                       Milliseconds pollEvery = pollInterval, QObject *parent = nullptr);
    ~GapFiller() override;

    void refreshList();
    void refreshConversation(const ConversationId &id);
    bool isLoadingList() const { return m_listRequests > 0; }
    bool isLoading(const ConversationId &id) const { return m_loading.contains(id); }

    /// Polls while `on`; `poll` is emitted, the owner knows what is to be refreshed.
    void setPolling(bool on);
    /// Forgets everything under way.
    void clear();

Q_SIGNALS:
    /// The list, most recent first. `missing`: the rows of that type are not all there, because
    /// their half of the list failed (partlyFailed() says why).
    void listLoaded(const QVector<suhbat::Conversation> &conversations,
                    std::optional<suhbat::Conversation::Type> missing);
    void partlyFailed(const suhbat::Error &error);
    /// Nothing of the list could be loaded.
    void listFailed(const suhbat::Error &error);
    void conversationLoaded(const suhbat::ConversationDetails &details);
    void conversationFailed(const suhbat::ConversationId &id, const suhbat::Error &error);
    void poll();

private:
    struct ListRun;
    void loadPage(const std::shared_ptr<ListRun> &run, Conversation::Type type, int page);
    void finishList(const ListRun &run);
    void armPoll();

    ChatApi &m_api;
    std::function<double()> m_random;
    const Milliseconds m_pollEvery;
    QTimer m_pollTimer;
    QSet<ConversationId> m_loading;
    QSet<ConversationId> m_again; // asked for once more while loading
    int m_listRequests = 0;
    bool m_listAgain = false;
    int m_generation = 0;
};

} // namespace suhbat
