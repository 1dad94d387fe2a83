#pragma once

#include "base/Backoff.h"
#include "base/Clock.h"
#include "base/Result.h"
#include "domain/Conversation.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace suhbat {

class ChatApi;

/// Brings what the socket did not tell: the list and histories by REST, after each subscription
/// and, while nothing is heard, from time to time, so that chat degrades instead of dying. Knows
/// which histories may lack something. What could not be fetched stays owed and is tried again.
class GapFiller : public QObject
{
    Q_OBJECT

public:
    /// Between two polls while the socket is down: 30 to 60 s.
    static constexpr Milliseconds pollInterval{30000};
    /// More pages of a list than any person has.
    static constexpr int maxPages = 40;
    /// Messages in a page of a gap, and pages before the whole history is asked for instead.
    static constexpr int gapPage = 50;
    static constexpr int mostGapPages = 100;
    /// From a doubt about the list to the request that ends it; doubles, up to a minute, for as
    /// long as each answer leaves a new one.
    static constexpr Milliseconds soon{2000};

    explicit GapFiller(ChatApi &api, std::function<double()> random = {},
                       Milliseconds pollEvery = pollInterval, Clock clock = {},
                       QObject *parent = nullptr);
    ~GapFiller() override;

    void refreshList();
    /// Something of the list is uncertain: asked for once, a little later.
    void refreshListSoon();
    /// Only when the last one was asked for that long ago.
    void refreshListIfOlder(Milliseconds age);
    /// It came a moment ago: an event that it has overtaken may still follow.
    bool isListFresh() const;
    /// The list that came left no doubt.
    void listSettled() { m_soon = std::min(soon, m_pollEvery); }
    void refreshConversation(const ConversationId &id);
    /// Nobody looks at it any more: when it cannot be fetched, opening it is the next try.
    void leaveConversation(const ConversationId &id) { m_owed.remove(id); }
    /// Where a gap is fetched from, when the server can page: given the newest message up to which
    /// everything is here, an older one, so that what changed about those between is heard, too.
    /// Empty: the whole history is as good.
    using Overlap = std::function<MessageId(const ConversationId &, const MessageId &)>;
    void setOverlap(Overlap overlap) { m_overlap = std::move(overlap); }
    /// A server that gives only the end of a long history has left out something between: fetched
    /// backwards from `of` to `until`; then holeFilled(). False where the server cannot page.
    bool fillHole(const ConversationId &id, const MessageId &of, const MessageId &until);
    bool isLoadingList() const { return m_listRequests > 0; }
    bool isLoading(const ConversationId &id) const { return m_loading.contains(id); }

    /// Whether events are heard from now on. Whatever was fetched before may be out of date with
    /// every call that says yes, and with the first that says no; while they are not, `poll` is
    /// emitted now and then: the owner knows what is to be refreshed.
    void setLive(bool live);
    /// Something may have happened unheard: everything has to be fetched anew.
    void doubtAll();
    /// Its history was fetched since. Only then is what is here all there is.
    bool isCurrent(const ConversationId &id) const { return m_fetchedIn.value(id, -1) == m_epoch; }
    /// It may lack something that was never told; the next look at it decides.
    void doubt(const ConversationId &id);
    /// What fails now was asked for again by itself: the first failure was told, this is no news.
    bool isRepeating() const { return m_backoff.attempt() > 0; }
    /// Somebody asks, and wants to hear of it when it fails.
    void askedByUser() { m_backoff.reset(); }
    /// Forgets everything under way.
    void clear();

Q_SIGNALS:
    void listAsked();
    /// Both halves of the list, most recent first. `missing`: the rows of that type are not all
    /// there, because their half failed (partlyFailed() says why).
    void listLoaded(const QVector<suhbat::Conversation> &direct,
                    const QVector<suhbat::Conversation> &groups,
                    std::optional<suhbat::Conversation::Type> missing);
    void partlyFailed(const suhbat::Error &error);
    /// Nothing of the list could be loaded.
    void listFailed(const suhbat::Error &error);
    /// The server is asked for that history now.
    void asking(const suhbat::ConversationId &id);
    void conversationLoaded(const suhbat::ConversationDetails &details);
    void conversationFailed(const suhbat::ConversationId &id, const suhbat::Error &error);
    /// A part of a gap or a hole; the rest is on its way.
    void pageLoaded(const suhbat::ConversationId &id, const QVector<suhbat::Message> &messages);
    void holeFilled(const suhbat::ConversationId &id);
    /// Histories that were current may be so no longer.
    void currencyLost();
    void poll();

private:
    struct ListRun;
    void loadPage(const std::shared_ptr<ListRun> &run, Conversation::Type type, int page,
                  const QVector<Conversation> &before = {});
    void finishList(const ListRun &run);
    void finishConversation(const ConversationId &id, const Result<ConversationDetails> &result);
    void askWhole(const ConversationId &id);
    void askAfter(const ConversationId &id, const MessageId &from, int page);
    void askBefore(const ConversationId &id, const MessageId &of, const MessageId &until, int page);
    bool canPage() const;
    void armPoll();
    void armRetry(const Error &error);
    void retryOwed();

    ChatApi &m_api;
    std::function<double()> m_random;
    const Milliseconds m_pollEvery;
    Clock m_clock;
    QTimer m_pollTimer;
    QTimer m_soonTimer;
    QTimer m_retryTimer; // runs only while something is owed and nobody polls
    Backoff m_backoff;
    Milliseconds m_soon = soon;
    Instant m_listAskedAt{};
    std::optional<Instant> m_listCameAt;
    QHash<ConversationId, int> m_loading;            // and the epoch in which it was asked for
    QSet<ConversationId> m_again;                    // asked for once more while loading
    QHash<ConversationId, int> m_fetchedIn;          // the epoch
    QHash<ConversationId, MessageId> m_completeUpTo; // fetched while everything later was heard
    QHash<ConversationId, MessageId> m_filling;      // a hole, backwards from there
    QHash<ConversationId, MessageId> m_laterHole;    // another one behind it, from there
    Overlap m_overlap;
    bool m_pagesRefused = false; // whatever its capabilities say
    QSet<ConversationId> m_owed;
    bool m_listOwed = false;
    bool m_live = false;
    int m_epoch = 0; // from one interruption, or its end, to the next
    int m_listRequests = 0;
    bool m_listAgain = false;
    int m_generation = 0;
};

} // namespace suhbat
