#include "app/MessageActionsFace.h"

#include "app/ChatFace.h"
#include "models/LinkText.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

#include <algorithm>

namespace suhbat {

namespace {

QString oneLine(const QString &text)
{
    constexpr qsizetype enough = 200;
    return text.left(enough * 4).simplified().left(enough);
}

} // namespace

MessageActionsFace::MessageActionsFace(ChatFace &chat, NoticeCenter &notices, QObject *parent)
    : QObject(parent), m_chat(chat), m_notices(notices), m_readers(chat)
{
    connect(&chat, &ChatFace::managerChanged, this, &MessageActionsFace::follow);
    connect(&chat, &ChatFace::conversationChanged, this, &MessageActionsFace::onConversation);
    follow();
}

MessageActionsFace::~MessageActionsFace()
{
    m_chat.disconnect(this);
    if (m_actions)
        m_actions->disconnect(this);
}

void MessageActionsFace::follow()
{
    if (m_actions)
        m_actions->disconnect(this);
    m_edits.clear();
    m_actions = m_chat.manager() ? &m_chat.manager()->actions() : nullptr;
    if (m_actions) {
        connect(m_actions, &MessageActions::capabilitiesChanged, this,
                &MessageActionsFace::abilitiesChanged);
        connect(m_actions, &MessageActions::replyChanged, this, [this](const ConversationId &id) {
            if (id == conversation())
                Q_EMIT modeChanged();
        });
    }
    Q_EMIT abilitiesChanged();
    Q_EMIT modeChanged();
    Q_EMIT savingChanged();
}

// conversationChanged() tells of anything about it; only another one changes the mode.
void MessageActionsFace::onConversation()
{
    if (std::exchange(m_shown, conversation()) == m_shown)
        return;
    if (m_chat.manager() && !m_chat.manager()->isRunning())
        m_edits.clear(); // another user
    m_readers.clear();
    Q_EMIT modeChanged();
    Q_EMIT savingChanged();
}

ConversationId MessageActionsFace::conversation() const
{
    return ConversationId(m_chat.conversationId());
}

const Message *MessageActionsFace::find(const QString &key) const
{
    return m_actions ? m_chat.messages()->find(key) : nullptr;
}

bool MessageActionsFace::isMine(const Message &message) const
{
    return !message.id.isEmpty() && message.sender.id == m_chat.manager()->self().id;
}

bool MessageActionsFace::canReply() const
{
    return m_actions && m_actions->capabilities().reply;
}

bool MessageActionsFace::canEdit() const
{
    return m_actions && m_actions->capabilities().edit;
}

bool MessageActionsFace::canDelete() const
{
    return m_actions && m_actions->capabilities().remove;
}

bool MessageActionsFace::mayReply(const QString &key) const
{
    const Message *message = find(key);
    return message != nullptr && !message->id.isEmpty() && canReply();
}

bool MessageActionsFace::mayEdit(const Message &message) const
{
    return isMine(message) && !message.body.isEmpty() && canEdit();
}

bool MessageActionsFace::mayEdit(const QString &key) const
{
    const Message *message = find(key);
    return message != nullptr && mayEdit(*message);
}

bool MessageActionsFace::mayDelete(const QString &key) const
{
    const Message *message = find(key);
    return message != nullptr && isMine(*message) && canDelete();
}

const MessageActionsFace::Edit *MessageActionsFace::current() const
{
    const auto found = m_edits.constFind(conversation());
    return found == m_edits.cend() ? nullptr : &*found;
}

QString MessageActionsFace::editingText() const
{
    const Edit *edit = current();
    return edit != nullptr ? edit->text : QString();
}

QString MessageActionsFace::editedLine() const
{
    const Edit *edit = current();
    return edit != nullptr ? oneLine(edit->before) : QString();
}

bool MessageActionsFace::saving() const
{
    const Edit *edit = current();
    return edit != nullptr && edit->saving;
}

QString MessageActionsFace::editError() const
{
    const Edit *edit = current();
    return edit != nullptr ? edit->error : QString();
}

std::optional<ReplyTo> MessageActionsFace::reply() const
{
    return m_actions ? m_actions->replyOf(conversation()) : std::nullopt;
}

QString MessageActionsFace::replySender() const
{
    const auto to = reply();
    return to ? to->senderName : QString();
}

QString MessageActionsFace::replyText() const
{
    const auto to = reply();
    return to ? to->body : QString();
}

bool MessageActionsFace::startReply(const QString &key)
{
    if (!mayReply(key))
        return false;
    const Message *message = find(key);
    QString line = oneLine(message->body);
    if (line.isEmpty() && !message->attachments.isEmpty())
        line = message->attachments.first().name;
    end(conversation());
    m_actions->setReply(conversation(), ReplyTo{message->id, message->sender.name, line});
    return true;
}

bool MessageActionsFace::startEdit(const QString &key)
{
    const Message *message = find(key);
    return message != nullptr && mayEdit(*message) && begin(*message);
}

bool MessageActionsFace::editLast()
{
    if (!m_actions)
        return false;
    const QVector<Message> &all = m_chat.manager()->messages(conversation());
    const auto mine = std::find_if(all.crbegin(), all.crend(),
                                   [this](const Message &message) { return mayEdit(message); });
    return mine != all.crend() && begin(*mine);
}

bool MessageActionsFace::begin(const Message &message)
{
    if (saving())
        return false;
    m_edits.insert(conversation(), Edit{message.id, message.body, message.body, {}, false});
    Q_EMIT modeChanged();
    Q_EMIT savingChanged();
    return true;
}

void MessageActionsFace::end(const ConversationId &conversation)
{
    if (m_edits.remove(conversation) > 0 && conversation == this->conversation()) {
        Q_EMIT modeChanged();
        Q_EMIT savingChanged();
    }
}

void MessageActionsFace::cancel()
{
    if (editing())
        end(conversation());
    else if (m_actions)
        m_actions->setReply(conversation(), std::nullopt);
}

void MessageActionsFace::textEdited(const QString &text)
{
    if (const auto found = m_edits.find(conversation()); found != m_edits.end())
        found->text = text;
}

bool MessageActionsFace::save(const QString &text)
{
    const ConversationId in = conversation();
    const auto edit = m_edits.find(in);
    const QString words = text.trimmed();
    if (!m_actions || edit == m_edits.end() || edit->saving || words.isEmpty() ||
        words.size() > m_chat.maxMessageLength())
        return false;
    if (words == edit->before.trimmed()) {
        end(in);
        return true;
    }
    edit->text = text;
    edit->error.clear();
    edit->saving = true;
    Q_EMIT savingChanged();
    m_actions->edit(in, edit->id, words, this,
                    [this, in, id = edit->id](const Result<void> &result) {
                        // Cancelled meanwhile, or another one begun: nothing here waits for it.
                        const auto still = m_edits.constFind(in);
                        if (still == m_edits.cend() || still->id != id || !still->saving)
                            return;
                        if (result)
                            end(in);
                        else
                            failed(in, result.error());
                    });
    return true;
}

void MessageActionsFace::failed(const ConversationId &conversation, const Error &error)
{
    Edit &edit = m_edits[conversation];
    edit.saving = false;
    edit.error = ErrorText::inlineText(error, Doing::EditMessage);
    if (conversation == this->conversation())
        Q_EMIT savingChanged();
}

void MessageActionsFace::remove(const QString &key)
{
    if (!mayDelete(key))
        return;
    const ConversationId in = conversation();
    m_actions->remove(in, MessageId(find(key)->id), this, [this, key, in](const auto &result) {
        if (result || result.error().kind == Error::Kind::Cancelled)
            return;
        m_notices.showError(
            NoticeCenter::Request, result.error(),
            [this, key, in] {
                if (in == conversation())
                    remove(key);
            },
            Doing::DeleteMessage);
    });
}

QString MessageActionsFace::linkOf(const QString &key) const
{
    const Message *message = find(key);
    const auto links =
        message != nullptr ? LinkText::find(message->body) : QVector<LinkText::Link>();
    return links.isEmpty() ? QString() : LinkText::shown(links.first().url);
}

void MessageActionsFace::copyText(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

bool MessageActionsFace::openLink(const QString &url) const
{
    if (!LinkText::isPlain(QUrl(url)))
        return false;
    openLinkAnyway(url);
    return true;
}

bool MessageActionsFace::isDisguised(const QString &url) const
{
    return LinkText::isDisguised(QUrl(url));
}

void MessageActionsFace::openLinkAnyway(const QString &url) const
{
    const QUrl target(url);
    if (target.scheme() == QLatin1String("https") || target.scheme() == QLatin1String("http"))
        QDesktopServices::openUrl(target);
}

} // namespace suhbat
