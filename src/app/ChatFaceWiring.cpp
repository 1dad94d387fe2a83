// What ChatFace listens to and where it shows it; the rest of the class is in ChatFace.cpp.
#include "app/ChatFace.h"
#include "app/ErrorText.h"

namespace suhbat {

void ChatFace::connectList()
{
    const ConversationBook &book = m_manager->conversations();
    connect(&book, &ConversationBook::unreadTotalChanged, this, &ChatFace::unreadTotalChanged);
    connect(&m_manager->list().marks, &ListMarks::changed, this, &ChatFace::unreadTotalChanged);
    connect(&book, &ConversationBook::changed, this, [this](const ConversationId &id) {
        if (id == m_open)
            Q_EMIT conversationChanged();
    });
    connect(&book, &ConversationBook::removed, this, [this](const ConversationId &id) {
        if (id == m_open)
            close();
    });
    connect(m_manager, &ChatManager::listLoaded, this, [this] {
        m_listLoadedOnce = true;
        m_listError.clear();
        m_notices.resolveDialog(NoticeCenter::Request);
        Q_EMIT listStateChanged();
    });
    connect(m_manager, &ChatManager::reopenWanted, this,
            [this](const ConversationId &id) { open(id.toString()); });
    connect(m_manager, &ChatManager::listFailed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::Cancelled)
            return;
        m_listError = ErrorText::inlineText(error, Doing::LoadConversations);
        // Nothing to show at all: that wants a decision, not a line at the bottom.
        if (!hasList() && error.kind != Error::Kind::Unauthorized) {
            m_notices.askRetry(
                NoticeCenter::Request, error, [this] { reloadConversations(); },
                Doing::LoadConversations);
        }
        Q_EMIT listStateChanged();
    });
    connect(m_manager, &ChatManager::errorOccurred, this, &ChatFace::onError);
}

void ChatFace::connectTimeline()
{
    connect(m_manager, &ChatManager::historyRestored, this, [this](const ConversationId &id) {
        if (id == m_open)
            placeDivider();
    });
    connect(&m_manager->drafts(), &Drafts::restored, this, &ChatFace::conversationChanged);
    connect(m_manager, &ChatManager::historyLoaded, this, [this](const ConversationId &id) {
        if (id != m_open)
            return;
        m_historyError.clear();
        placeDivider();
        Q_EMIT historyStateChanged();
    });
    connect(m_manager, &ChatManager::historyFailed, this,
            [this](const ConversationId &id, const Error &error) {
                if (id != m_open || error.kind == Error::Kind::Cancelled)
                    return;
                m_historyError = ErrorText::inlineText(error, Doing::LoadMessages);
                Q_EMIT historyStateChanged();
            });
    connect(m_manager, &ChatManager::currencyChanged, this, [this] {
        if (m_manager->isCurrent(m_open))
            m_historyError.clear();
        Q_EMIT historyStateChanged();
    });
    connect(m_manager, &ChatManager::messageFailed, this,
            [this](const TempId &id, const Error &error, bool certain) {
                m_messages.setFailure(id, {ErrorText::ofMessage(error, certain),
                                           !certain || !error.isFinal(),
                                           certain && error.kind == Error::Kind::Cancelled});
            });
    connect(m_manager, &ChatManager::uploading, this,
            [this](const TempId &id, qint64 sent, qint64 total) {
                const bool out = total <= 0 || sent >= total;
                m_messages.setUploadProgress(id, out ? -1 : qreal(sent) / qreal(total));
            });
    connect(m_manager, &ChatManager::textGivenBack, this, &ChatFace::takeBack);
    connect(m_manager, &ChatManager::unsentChanged, this, &ChatFace::unsentCountChanged);
    connect(m_manager, &ChatManager::messageRecovered, this,
            [this](const TempId &id) { m_messages.setFailure(id, {}); });
    connect(&m_manager->typing(), &TypingTracker::changed, this, [this](const ConversationId &id) {
        if (id == m_open)
            Q_EMIT typingTextChanged();
    });
}

// Nothing of it was kept or sent: it is a draft again, before what was typed since.
void ChatFace::takeBack(const OutboxEntry &entry, const Error &error)
{
    const QString typed = m_manager->drafts().of(entry.conversationId);
    m_manager->setDraft(entry.conversationId,
                        typed.isEmpty() ? entry.body : entry.body + QLatin1Char('\n') + typed);
    m_notices.showError(NoticeCenter::Request, error, {}, Doing::SendMessage);
    Q_EMIT conversationChanged();
    if (entry.conversationId == m_open)
        Q_EMIT textGivenBack();
}

void ChatFace::connectLink()
{
    connect(&m_manager->link(), &RealtimeLink::stateChanged, this, &ChatFace::onLinkState);
    connect(&m_manager->link(), &RealtimeLink::subscribed, this, [this] {
        m_notices.resolveDialog(NoticeCenter::Connection);
        Q_EMIT connectionChanged();
    });
}

void ChatFace::onLinkState()
{
    const RealtimeLink::State state = m_manager->link().state();
    m_everConnected = m_everConnected || state == RealtimeLink::State::Connected;
    if (state == RealtimeLink::State::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT connectionChanged();
    Q_EMIT retryInSecondsChanged();
}

void ChatFace::onError(ChatManager::ErrorSource source, const Error &error)
{
    switch (source) {
    case ChatManager::ErrorSource::Connection:
        onConnectionFailed(error);
        break;
    case ChatManager::ErrorSource::Subscription:
        // The strip over the chat says what it means, as long as it lasts.
        Q_EMIT connectionChanged();
        break;
    case ChatManager::ErrorSource::Loading:
        // The list and the timeline say it themselves.
        break;
    case ChatManager::ErrorSource::Event:
        // One bad frame is a line in the log; nobody can do anything about it.
        break;
    case ChatManager::ErrorSource::Request:
        // The list and the history show their own errors in place while they have nothing to show.
        if (hasList() && m_manager->link().state() == RealtimeLink::State::Connected) {
            m_notices.showError(
                NoticeCenter::Request, error,
                [this] {
                    reloadConversations();
                    reloadMessages();
                },
                Doing::LoadMessages);
        }
        break;
    }
}

void ChatFace::onConnectionFailed(const Error &error)
{
    Q_EMIT connectionChanged();
    const RealtimeLink &link = m_manager->link();
    const bool refused = link.state() == RealtimeLink::State::Refused;
    // A server that is full, or the like: nobody here can do anything about it, and it may pass.
    const bool mayPass = error.kind == Error::Kind::Refused && !refused;
    // A certificate or a login at the proxy does not mend itself: somebody has to know at once.
    const bool needsSomebody = error.kind == Error::Kind::Tls ||
                               (error.kind == Error::Kind::Proxy && !error.isTransient());
    if (link.failedAttempts() == 1)
        m_outageTold = false;
    const bool tell = needsSomebody || (!mayPass && link.failedAttempts() >= attemptsBeforeDialog);
    // Without a list the dialog about that is there already, or was answered: no second one.
    if (refused || (hasList() && tell && !std::exchange(m_outageTold, true)))
        m_notices.askRetry(
            NoticeCenter::Connection, error, [this] { tryNow(); }, Doing::Connect);
}

} // namespace suhbat
