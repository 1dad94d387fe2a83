#include "app/ChatFace.h"

#include "app/ErrorText.h"
#include "models/People.h"

namespace suhbat {

ChatFace::ChatFace(NoticeCenter &notices, Clock clock, QObject *parent)
    : QObject(parent)
    , m_notices(notices)
    , m_messages(clock)
    , m_timeline(m_messages, notices)
    , m_search(m_timeline)
    , m_clock(std::move(clock))
{
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, [this] {
        if (retryInSeconds() <= 0)
            m_countdown.stop();
        Q_EMIT retryInSecondsChanged();
    });
}

ChatFace::~ChatFace()
{
    m_countdown.disconnect(this);
    setManager(nullptr);
}

void ChatFace::setManager(ChatManager *manager)
{
    if (m_manager) {
        m_manager->disconnect(this);
        m_manager->link().disconnect(this);
        m_manager->conversations().disconnect(this);
        m_manager->typing().disconnect(this);
        m_manager->drafts().disconnect(this);
    }
    userLeft();
    // The old list model reads the old manager: QML lets go of it first.
    const auto old = std::move(m_conversations);
    m_manager = manager;
    m_timeline.setHistory(manager ? &manager->history() : nullptr);
    m_search.setSearch(manager ? &manager->history().search() : nullptr);
    if (m_manager) {
        m_conversations = std::make_unique<ConversationListModel>(
            m_manager->conversations(), m_manager->typing(), m_clock, nullptr,
            &m_manager->list().marks, &m_manager->drafts());
        m_conversations->setLocale(m_locale);
        connectList();
        connectTimeline();
        connectLink();
    }
    Q_EMIT managerChanged();
    Q_EMIT unsentCountChanged();
    Q_EMIT connectionChanged();
}

void ChatFace::userLeft()
{
    m_countdown.stop();
    m_open = {};
    m_search.setConversation({});
    m_messages.clear();
    m_listError.clear();
    m_historyError.clear();
    m_listLoadedOnce = false;
    m_everConnected = false;
    Q_EMIT conversationChanged();
    Q_EMIT listStateChanged();
    Q_EMIT historyStateChanged();
    Q_EMIT unreadTotalChanged();
    Q_EMIT typingTextChanged();
}

void ChatFace::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_messages.setLocale(locale);
    m_timeline.retranslate();
    m_search.retranslate();
    if (m_conversations)
        m_conversations->setLocale(locale);
    Q_EMIT conversationChanged();
    Q_EMIT typingTextChanged();
    Q_EMIT connectionChanged();
}

ChatFace::Connection ChatFace::connection() const
{
    if (!m_manager)
        return Disconnected;
    switch (m_manager->link().state()) {
    case RealtimeLink::State::Disconnected:
        return Disconnected;
    case RealtimeLink::State::Connecting:
        return Connecting;
    case RealtimeLink::State::Connected:
        return m_manager->link().channelProblem() ? Unheard : Connected;
    case RealtimeLink::State::Waiting:
        return Waiting;
    case RealtimeLink::State::Refused:
        return Refused;
    }
    return Disconnected;
}

int ChatFace::retryInSeconds() const
{
    if (connection() != Waiting)
        return -1;
    const auto left = m_manager->link().nextAttempt() - m_clock.steady();
    return std::max(0, int(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

QString ChatFace::connectionProblem() const
{
    if (!m_manager || !m_manager->link().problem())
        return {};
    return ErrorText::words(*m_manager->link().problem(), Doing::Connect).sentence;
}

int ChatFace::unreadTotal() const
{
    if (!m_manager)
        return 0;
    const ConversationBook &book = m_manager->conversations();
    int total = book.unreadTotal();
    for (const ConversationId &id : m_manager->list().marks.muted()) {
        if (const auto *entry = book.find(id))
            total -= entry->conversation.unreadCount;
    }
    return total;
}

bool ChatFace::loadingConversations() const
{
    return m_manager && m_manager->isRunning() && !m_listLoadedOnce && m_listError.isEmpty();
}

bool ChatFace::loadingMessages() const
{
    return m_manager && !m_open.isEmpty() && !m_manager->isLoaded(m_open) &&
           m_historyError.isEmpty();
}

bool ChatFace::messagesIncomplete() const
{
    return m_manager && !m_open.isEmpty() && m_messages.count() > 0 &&
           !m_manager->isCurrent(m_open);
}

bool ChatFace::hasList() const
{
    return m_listLoadedOnce || (m_manager && !m_manager->conversations().isEmpty());
}

const ConversationBook::Entry *ChatFace::openEntry() const
{
    return m_manager ? m_manager->conversations().find(m_open) : nullptr;
}

QString ChatFace::conversationTitle() const
{
    const auto *entry = openEntry();
    return entry != nullptr ? entry->conversation.title : QString();
}

QString ChatFace::conversationSubtitle() const
{
    return conversationIsGroup() ? tr("Group") : QString();
}

QString ChatFace::conversationInitials() const
{
    return initialsOf(conversationTitle());
}

QString ChatFace::conversationAvatarUrl() const
{
    const auto *entry = openEntry();
    return entry != nullptr ? entry->conversation.avatarUrl : QString();
}

int ChatFace::conversationColorIndex() const
{
    return colorIndexOf(conversationTitle());
}

bool ChatFace::conversationIsGroup() const
{
    const auto *entry = openEntry();
    return entry != nullptr && entry->conversation.type == Conversation::Type::Group;
}

QString ChatFace::draft() const
{
    return m_manager ? m_manager->drafts().of(m_open) : QString();
}

QString ChatFace::typingText() const
{
    if (!m_manager || m_open.isEmpty())
        return {};
    return ConversationListModel::typingText(m_manager->typing().namesIn(m_open));
}

void ChatFace::setWindowActive(bool active)
{
    if (m_windowActive == active)
        return;
    m_windowActive = active;
    if (active && m_manager)
        m_manager->userIsBack();
    Q_EMIT windowActiveChanged();
}

void ChatFace::open(const QString &conversationId)
{
    const ConversationId id(conversationId);
    if (!m_manager || id.isEmpty() || id == m_open || !m_manager->conversations().contains(id))
        return;
    m_open = id;
    m_search.setConversation(id);
    m_historyError.clear();
    m_manager->open(id);
    m_messages.open(m_manager->history().rows(), m_manager->self().id, conversationIsGroup());
    Q_EMIT conversationChanged();
    placeDivider();
    Q_EMIT historyStateChanged();
    Q_EMIT typingTextChanged();
}

void ChatFace::close()
{
    if (m_open.isEmpty())
        return;
    m_open = {};
    m_search.setConversation({});
    m_historyError.clear();
    m_messages.open({}, {}, false); // why something was not sent is told when it is opened again
    if (m_manager)
        m_manager->close();
    Q_EMIT conversationChanged();
    Q_EMIT historyStateChanged();
    Q_EMIT typingTextChanged();
}

bool ChatFace::send(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!m_manager || m_open.isEmpty() || trimmed.isEmpty() || trimmed.size() > maxMessageLength())
        return false;
    m_manager->send(m_open, trimmed);
    m_manager->setDraft(m_open, {}); // after it, so that no crash finds neither
    return true;
}

void ChatFace::retry(const QString &key)
{
    if (const Message *message = m_messages.find(key); m_manager && message != nullptr)
        m_manager->retry(TempId(message->tempId));
}

void ChatFace::discard(const QString &key)
{
    if (const Message *message = m_messages.find(key); m_manager && message != nullptr)
        m_manager->discard(TempId(message->tempId));
}

void ChatFace::stopSending(const QString &key)
{
    if (const Message *message = m_messages.find(key); m_manager && message != nullptr)
        m_manager->stopSending(TempId(message->tempId));
}

void ChatFace::textEdited(const QString &text)
{
    if (!m_manager || m_open.isEmpty() || draft() == text)
        return;
    m_manager->setDraft(m_open, text);
    if (!text.trimmed().isEmpty())
        m_manager->typed(m_open);
}

void ChatFace::seen(const QString &key)
{
    if (!m_windowActive || !m_manager)
        return;
    if (const Message *message = m_messages.find(key))
        m_manager->seen(m_open, MessageId(message->id));
}

void ChatFace::tryNow()
{
    if (!m_manager)
        return;
    m_manager->link().retryNow();
    m_manager->refresh();
}

void ChatFace::reloadConversations()
{
    if (!m_manager)
        return;
    m_listError.clear();
    m_manager->refresh();
    Q_EMIT listStateChanged();
}

void ChatFace::reloadMessages()
{
    if (!m_manager || m_open.isEmpty())
        return;
    m_historyError.clear();
    m_manager->reloadConversation(m_open);
    Q_EMIT historyStateChanged();
}

void ChatFace::readAll()
{
    if (m_manager && conversationUnread() > 0)
        m_manager->markAllRead(m_open, this, [](const Result<void> &) {});
}

// Fixed for as long as the conversation is open: one that is in sight already stays.
void ChatFace::placeDivider()
{
    const auto &known = m_manager->messages(m_open);
    const UserId &self = m_manager->self().id;
    const MessageId first = TimelineRows::firstUnread(known, self);
    // It stays for this visit, but what was heard before the history came need not begin there.
    const MessageId &divider = m_messages.divider();
    if (!divider.isEmpty() && (first.isEmpty() || !(first < divider)))
        return;
    const auto *entry = openEntry();
    const MessageId read = entry != nullptr ? entry->readUpTo : MessageId();
    // Of a long absence only the end is in memory: what was read last lies on the disk.
    if (!first.isEmpty() && !read.isEmpty() && read < known.first().id) {
        m_timeline.showUnreadAfter(read, first, self);
        return;
    }
    m_messages.placeDivider(first);
    if (!first.isEmpty())
        m_timeline.showFirstUnread(first);
}

int ChatFace::conversationUnread() const
{
    const auto *entry = openEntry();
    return entry != nullptr ? entry->conversation.unreadCount : 0;
}

} // namespace suhbat
