#include "app/desktop/MessageNotices.h"

#include "app/ChatFace.h"
#include "app/desktop/NoticePicture.h"
#include "app/platform/DesktopNotices.h"
#include "app/Settings.h"
#include "models/People.h"

#include <algorithm>

namespace suhbat {

namespace {

const auto oneChat = QStringLiteral("chat:");
const auto allChats = QStringLiteral("all");

} // namespace

MessageNotices::MessageNotices(Settings &settings, ChatFace &chat, QObject *parent)
    : QObject(parent), m_settings(settings), m_chat(chat)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gather);
    connect(&m_gather, &QTimer::timeout, this, &MessageNotices::tellGathered);
    connect(&settings, &Settings::noticesChanged, this, &MessageNotices::onChoices);
    connect(&settings, &Settings::languageChanged, this, [this] { apply(m_board.again()); });
    connect(&chat, &ChatFace::windowActiveChanged, this, &MessageNotices::onLookedAt);
    connect(&chat, &ChatFace::conversationChanged, this, &MessageNotices::onLookedAt);
}

MessageNotices::~MessageNotices()
{
    m_gather.disconnect(this);
    setManager(nullptr);
    setDesktop(nullptr);
}

void MessageNotices::setDesktop(DesktopNotices *desktop)
{
    if (m_desktop) {
        apply(m_board.clear());
        m_desktop->disconnect(this);
    }
    m_desktop = desktop;
    if (!m_desktop)
        return;
    connect(desktop, &DesktopNotices::opened, this, &MessageNotices::onOpened);
    connect(desktop, &DesktopNotices::replied, this, &MessageNotices::onReplied);
    connect(desktop, &DesktopNotices::dismissed, this, &MessageNotices::onDismissed);
}

void MessageNotices::setManager(ChatManager *manager)
{
    if (m_manager) {
        m_manager->disconnect(this);
        m_manager->conversations().disconnect(this);
    }
    userLeft();
    m_manager = manager;
    if (!m_manager)
        return;
    const ConversationBook &book = m_manager->conversations();
    connect(m_manager, &ChatManager::eventReceived, this, &MessageNotices::onEvent);
    connect(m_manager, &ChatManager::listLoaded, this, [this] { m_listed = true; });
    connect(&book, &ConversationBook::changed, this, &MessageNotices::onBookChanged);
    connect(&book, &ConversationBook::removed, this, [this](const ConversationId &id) {
        m_unread.remove(id);
        apply(m_board.read(id));
    });
}

void MessageNotices::userLeft()
{
    m_gather.stop();
    m_fresh.clear();
    m_risen.clear();
    m_unread.clear();
    m_listed = false;
    apply(m_board.clear());
}

void MessageNotices::onEvent(const ServerEvent &event)
{
    if (const auto *said = std::get_if<MessageEvent>(&event)) {
        onMessage(said->message);
    } else if (const auto *updated = std::get_if<MessageUpdatedEvent>(&event)) {
        const Message &message = updated->message;
        apply(m_board.edited(message.conversationId, message.id,
                             ConversationBook::previewOf(message)));
    } else if (const auto *gone = std::get_if<MessageDeletedEvent>(&event)) {
        const auto chats = m_board.chats(); // a change may shorten the board
        for (const NoticeBoard::Chat &chat : chats) {
            for (const MessageId &id : gone->messageIds)
                apply(m_board.deleted(chat.id, id));
        }
    }
}

void MessageNotices::onMessage(const Message &message)
{
    if (message.sender.id == m_manager->self().id)
        return;
    m_fresh[message.conversationId].append(message);
    if (!m_gather.isActive())
        m_gather.start();
}

void MessageNotices::onBookChanged(const ConversationId &id)
{
    const auto *entry = m_manager->conversations().find(id);
    const int unread = entry != nullptr ? entry->conversation.unreadCount : 0;
    const int before = m_unread.value(id);
    m_unread.insert(id, unread);
    if (unread == 0) {
        apply(m_board.read(id));
    } else if (m_listed && unread > before) {
        m_risen[id] += unread - before;
        if (!m_gather.isActive())
            m_gather.start();
    }
}

void MessageNotices::tellGathered()
{
    const auto fresh = std::exchange(m_fresh, {});
    const auto risen = std::exchange(m_risen, {});
    for (auto said = fresh.cbegin(); said != fresh.cend(); ++said)
        tellMessages(said.key(), said.value());
    for (auto more = risen.cbegin(); more != risen.cend(); ++more) {
        if (!fresh.contains(more.key()))
            tellOfList(more.key(), more.value());
    }
}

void MessageNotices::tellMessages(const ConversationId &id, const QVector<Message> &messages)
{
    QVector<NoticeBoard::Line> lines;
    for (const Message &message : messages) {
        NoticeFacts facts = factsOf(id);
        facts.mine = message.sender.id == m_manager->self().id;
        facts.read = isRead(message);
        const QString text = ConversationBook::previewOf(message);
        if (throughTheGate(facts).show && !isTold(id, message, text))
            lines.append({message.id, message.sender.name, text});
    }
    apply(m_board.said(id, lines));
}

// No event told of it: the socket was down, or the message was too large for one.
void MessageNotices::tellOfList(const ConversationId &id, int more)
{
    const auto *entry = m_manager->conversations().find(id);
    if (entry == nullptr)
        return;
    NoticeFacts facts = factsOf(id);
    facts.read = entry->conversation.unreadCount == 0;
    if (!throughTheGate(facts).show)
        return;
    QString text = entry->ownState ? QString() : entry->conversation.lastMessage; // mine is no news
    const QString named = entry->conversation.title + QStringLiteral(": ");
    if (text.startsWith(named)) // some servers name the other one of two
        text.remove(0, named.size());
    apply(m_board.said(id, {{MessageId(), QString(), text}}, more - 1));
}

NoticeFacts MessageNotices::factsOf(const ConversationId &id) const
{
    NoticeFacts facts;
    facts.wanted = m_settings.notify() && m_desktop;
    facts.doNotDisturb = m_settings.doNotDisturb();
    facts.preview = m_settings.notifyPreview();
    facts.sound = m_settings.notifySound();
    facts.muted = m_manager && m_manager->list().marks.isMuted(id);
    facts.inSight = m_chat.windowActive() && m_chat.conversationId() == id.toString();
    return facts;
}

bool MessageNotices::isRead(const Message &message) const
{
    if (message.state == Message::State::Read)
        return true;
    const QVector<Message> &all = m_manager->messages(message.conversationId);
    const auto known = std::find_if(all.crbegin(), all.crend(), [&message](const Message &one) {
        return one.id == message.id;
    });
    return known != all.crend() && known->state == Message::State::Read;
}

// The list may have been quicker than the event, or the event came twice.
bool MessageNotices::isTold(const ConversationId &id, const Message &message,
                            const QString &text) const
{
    const NoticeBoard::Chat *chat = m_board.find(id);
    if (chat == nullptr)
        return false;
    return std::any_of(chat->lines.cbegin(), chat->lines.cend(), [&](const auto &line) {
        const bool listed =
            line.id.isEmpty() &&
            (line.text == text || line.text == message.sender.name + QStringLiteral(": ") + text);
        return line.id == message.id || listed;
    });
}

void MessageNotices::onOpened(const QString &key, const QByteArray &token)
{
    if (key == allChats) {
        m_board.dismissedAll();
        Q_EMIT openWanted({}, token);
    } else {
        Q_EMIT openWanted(conversationOf(key).toString(), token);
    }
}

void MessageNotices::onReplied(const QString &key, const QString &text)
{
    const ConversationId id = conversationOf(key);
    const QString words = text.trimmed();
    if (id.isEmpty() || words.isEmpty() || !m_manager || !m_manager->isRunning())
        return;
    if (words.size() > m_chat.maxMessageLength()) {
        // Nothing typed is lost: it can be made shorter in the window.
        const QString draft = m_manager->drafts().of(id);
        m_manager->setDraft(id, draft.isEmpty() ? words : draft + QLatin1Char('\n') + words);
        Q_EMIT openWanted(id.toString(), {});
        return;
    }
    m_manager->send(id, words);
    const NoticeBoard::Chat *chat = m_board.find(id);
    const auto lines = chat != nullptr ? chat->lines : QVector<NoticeBoard::Line>();
    for (const NoticeBoard::Line &line : lines) {
        if (!line.id.isEmpty())
            m_manager->seen(id, line.id); // who answers has read it
    }
    apply(m_board.read(id));
}

void MessageNotices::onDismissed(const QString &key)
{
    if (key == allChats)
        m_board.dismissedAll();
    else
        m_board.dismissed(conversationOf(key));
}

void MessageNotices::onChoices()
{
    const bool quiet = !m_settings.notify() || m_settings.doNotDisturb();
    apply(quiet ? m_board.clear() : m_board.again());
}

void MessageNotices::onLookedAt()
{
    if (m_chat.windowActive() && !m_chat.conversationId().isEmpty())
        apply(m_board.read(ConversationId(m_chat.conversationId())));
}

ConversationId MessageNotices::conversationOf(const QString &key)
{
    return key.startsWith(oneChat) ? ConversationId(key.mid(oneChat.size())) : ConversationId();
}

void MessageNotices::apply(const NoticeBoard::Changes &changes)
{
    using Kind = NoticeBoard::Change::Kind;
    if (!m_desktop)
        return;
    for (const NoticeBoard::Change &change : changes) {
        switch (change.kind) {
        case Kind::Show:
            show(change.chat, change.news);
            break;
        case Kind::ShowAll:
            showAll(change.news);
            break;
        case Kind::Withdraw:
            m_desktop->withdraw(oneChat + change.chat.toString());
            break;
        case Kind::WithdrawAll:
            m_desktop->withdraw(allChats);
            break;
        }
    }
}

void MessageNotices::show(const ConversationId &id, bool news)
{
    const NoticeBoard::Chat *chat = m_board.find(id);
    if (chat == nullptr)
        return;
    const NoticeFacts facts = factsOf(id);
    DesktopNotice notice;
    notice.key = oneChat + id.toString();
    notice.openText = tr("Open");
    notice.silent = !news;
    notice.sound = news && facts.sound;
    if (facts.preview) {
        const QString title = titleOf(*chat);
        notice.title = chat->count > 1 ? tr("%1 (%2)").arg(title).arg(chat->count) : title;
        notice.body = wordsOf(*chat);
        notice.picture = noticePicture(initialsOf(title), colorIndexOf(title));
        notice.replyText = tr("Reply");
        notice.replyHint = tr("Message");
    } else {
        notice.title = QStringLiteral("Suhbat");
        notice.body = tr("%n new message(s)", nullptr, chat->count);
    }
    m_desktop->show(notice);
}

void MessageNotices::showAll(bool news)
{
    const NoticeFacts facts = factsOf({});
    DesktopNotice notice;
    notice.key = allChats;
    notice.openText = tr("Open");
    notice.silent = !news;
    notice.sound = news && facts.sound;
    notice.title = tr("%n new message(s)", nullptr, m_board.messages());
    QStringList names;
    for (const NoticeBoard::Chat &chat : m_board.chats())
        names.prepend(titleOf(chat)); // who wrote last stands first
    notice.body = facts.preview ? names.join(QStringLiteral(", "))
                                : tr("In %n conversation(s)", nullptr, int(names.size()));
    m_desktop->show(notice);
}

QString MessageNotices::titleOf(const NoticeBoard::Chat &chat) const
{
    const auto *entry = m_manager ? m_manager->conversations().find(chat.id) : nullptr;
    if (entry != nullptr && !entry->conversation.title.isEmpty())
        return entry->conversation.title;
    return chat.lines.isEmpty() ? QString() : chat.lines.constLast().sender;
}

QString MessageNotices::wordsOf(const NoticeBoard::Chat &chat) const
{
    const auto *entry = m_manager ? m_manager->conversations().find(chat.id) : nullptr;
    const bool group = entry != nullptr && entry->conversation.type == Conversation::Type::Group;
    QStringList words;
    for (const NoticeBoard::Line &line : chat.lines) {
        if (line.text.isEmpty())
            continue;
        words += group && !line.sender.isEmpty() ? line.sender + QStringLiteral(": ") + line.text
                                                 : line.text;
    }
    return words.isEmpty() ? tr("%n new message(s)", nullptr, chat.count)
                           : words.join(QLatin1Char('\n'));
}

} // namespace suhbat
