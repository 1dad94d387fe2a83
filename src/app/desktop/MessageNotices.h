#pragma once

#include "app/desktop/NoticeBoard.h"
#include "app/desktop/NoticeGate.h"
#include "chat/ChatManager.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace suhbat {

class ChatFace;
class DesktopNotices;
class Settings;

/// Tells the desktop of what others write while the user does not look at it, and takes that back
/// when it is read here or elsewhere. What no event brought, because the socket was down, is told
/// when the list says so.
class MessageNotices : public QObject
{
    Q_OBJECT

public:
    /// From the first word to the notice: what is said in one breath is one notice.
    static constexpr Milliseconds gather{250};

    /// All of them outlive this.
    MessageNotices(Settings &settings, ChatFace &chat, QObject *parent = nullptr);
    ~MessageNotices() override;

    /// nullptr: there is nothing to show notices on. It must outlive this or be taken back.
    void setDesktop(DesktopNotices *desktop);
    /// The manager must outlive this or be taken back with nullptr.
    void setManager(ChatManager *manager);
    /// Nobody is logged in any more: nothing stays on the desktop.
    void userLeft();

Q_SIGNALS:
    /// The user wants to see that conversation; empty: the window. `token`: for raising it.
    void openWanted(const QString &conversationId, const QByteArray &token);

private:
    void onEvent(const ServerEvent &event);
    void onMessage(const Message &message);
    void onBookChanged(const ConversationId &id);
    void tellGathered();
    void tellMessages(const ConversationId &id, const QVector<Message> &messages);
    void tellOfList(const ConversationId &id, int more);
    bool isTold(const ConversationId &id, const Message &message, const QString &text) const;
    void apply(const NoticeBoard::Changes &changes);
    void show(const ConversationId &id, bool news);
    void showAll(bool news);
    void onOpened(const QString &key, const QByteArray &token);
    void onReplied(const QString &key, const QString &text);
    void onDismissed(const QString &key);
    void onChoices();
    void onLookedAt();
    NoticeFacts factsOf(const ConversationId &id) const;
    bool isRead(const Message &message) const;
    QString titleOf(const NoticeBoard::Chat &chat) const;
    QString wordsOf(const NoticeBoard::Chat &chat) const;
    static ConversationId conversationOf(const QString &key);

    Settings &m_settings;
    ChatFace &m_chat;
    QPointer<DesktopNotices> m_desktop;
    QPointer<ChatManager> m_manager;
    NoticeBoard m_board;
    QTimer m_gather; // runs only while something is to be told
    QHash<ConversationId, QVector<Message>> m_fresh;
    QHash<ConversationId, int> m_risen;  // by so many more, as the list says
    QHash<ConversationId, int> m_unread; // as last seen
    bool m_listed = false;               // what is unread from now on is news
};

} // namespace suhbat
