// How ChatManager's parts hear of each other; the rest of the class is in ChatManager.cpp.
#include "api/ChatApi.h"
#include "chat/ChatManager.h"
#include "chat/GapPages.h"
#include "chat/ListMerge.h"

namespace suhbat {

void ChatManager::connectParts()
{
    connectLink();
    connectGaps();
    connectOutbox();
    connectCache();
    connect(&m_reads, &ReadTracker::readyToMark, this, &ChatManager::markRead);
    connect(&m_reads, &ReadTracker::pendingChanged, &m_receipts, &ReceiptKeeper::changed);
    connect(&m_receipts, &ReceiptKeeper::restored, this,
            [this](const ConversationId &id, const QVector<MessageId> &ids) {
                for (const MessageId &message : ids) {
                    m_reads.seen(id, message);
                    m_unread.read(id, message);
                }
                if (m_listed)
                    m_gaps.refreshListSoon(); // it was counted without them
            });
    connect(&m_typingSender, &TypingSender::heard, this, &ChatManager::onTypist);
    // Before the server's event, or in its place: both may come, and in either order.
    connect(&m_actions, &MessageActions::edited, this, [this](Message message) {
        if (!message.editedAt)
            message.editedAt = m_options.clock.wall();
        on(MessageUpdatedEvent{message});
    });
    connect(&m_actions, &MessageActions::removed, this,
            [this](const ConversationId &id, const MessageId &message) {
                on(MessageDeletedEvent{id, {message}});
            });
}

void ChatManager::connectLink()
{
    connect(&m_link, &RealtimeLink::eventReceived, this, &ChatManager::onEvent);
    connect(&m_link, &RealtimeLink::subscribed, this, [this] {
        m_gaps.setLive(true);
        catchUp();
    });
    connect(&m_link, &RealtimeLink::socketIdChanged, this,
            [this](const QString &id) { m_api.setSocketId(id); });
    connect(&m_link, &RealtimeLink::stateChanged, this, [this](RealtimeLink::State state) {
        if (state != RealtimeLink::State::Connected)
            m_typing.clear(); // nobody would tell that they have stopped
        if (state != RealtimeLink::State::Connected && m_running)
            m_gaps.setLive(false);
    });
    connect(&m_link, &RealtimeLink::connectionFailed, this,
            [this](const Error &error) { report(ErrorSource::Connection, error); });
    connect(&m_link, &RealtimeLink::subscriptionFailed, this, [this](const Error &error) {
        if (m_running)
            m_gaps.setLive(false); // connected, but nothing will be heard
        report(ErrorSource::Subscription, error);
    });
    connect(&m_link, &RealtimeLink::sessionDoubted, this, &ChatManager::unauthorized);
    connect(&m_link, &RealtimeLink::eventRejected, this,
            [this](const Error &error) { report(ErrorSource::Event, error); });
}

void ChatManager::connectGaps()
{
    connect(&m_gaps, &GapFiller::listAsked, this, [this] {
        m_unread.listAsked();
        m_book.listAsked();
    });
    connect(&m_gaps, &GapFiller::listLoaded, this,
            [this](const QVector<Conversation> &direct, const QVector<Conversation> &groups,
                   std::optional<Conversation::Type> missing) {
                const auto placeOf = [this](const Conversation &row) {
                    return m_book.placeOf(row);
                };
                onList(mergeLists(direct, groups, placeOf), missing);
            });
    connect(&m_gaps, &GapFiller::currencyLost, this, &ChatManager::currencyChanged);
    connect(&m_gaps, &GapFiller::partlyFailed, this,
            [this](const Error &error) { reportOnce(ErrorSource::Request, error); });
    connect(&m_gaps, &GapFiller::listFailed, this, [this](const Error &error) {
        Q_EMIT listFailed(error);
        reportOnce(ErrorSource::Loading, error);
    });
    connect(&m_gaps, &GapFiller::conversationLoaded, this, &ChatManager::onDetails);
    m_gaps.setOverlap([this](const auto &id, const auto &sure) { return overlapOf(id, sure); });
    connect(&m_gaps, &GapFiller::pageLoaded, this,
            [this](const ConversationId &id, const QVector<Message> &messages) {
                if (Room &in = room(id); !in.hole && !messages.isEmpty())
                    in.sureUpTo = newestOf(messages);
                noteRead(id, messages);
                onPage(id, messages);
            });
    connect(&m_gaps, &GapFiller::holeFilled, this, [this](const ConversationId &id) {
        room(id).hole = false;
        room(id).sureUpTo = room(id).timeline.newestId();
        noteBeginning(id);
        countUnread(id);
        Q_EMIT currencyChanged();
    });
    connect(&m_gaps, &GapFiller::conversationFailed, this,
            [this](const ConversationId &id, const Error &error) {
                Q_EMIT historyFailed(id, error);
                reportOnce(ErrorSource::Loading, error);
            });
    connect(&m_gaps, &GapFiller::poll, this, &ChatManager::catchUp);
}

} // namespace suhbat
