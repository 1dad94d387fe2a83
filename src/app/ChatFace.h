#pragma once

#include "app/NoticeCenter.h"
#include "app/SearchFace.h"
#include "app/TimelineFace.h"
#include "chat/ChatManager.h"
#include "models/ConversationListModel.h"
#include "models/MessageListModel.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

#include <memory>

namespace suhbat {

/// The chat as QML sees it: connection, list, the open conversation.
class ChatFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged)
    Q_PROPERTY(bool everConnected READ everConnected NOTIFY connectionChanged)
    Q_PROPERTY(int retryInSeconds READ retryInSeconds NOTIFY retryInSecondsChanged)
    Q_PROPERTY(QString connectionProblem READ connectionProblem NOTIFY connectionChanged)
    Q_PROPERTY(
        suhbat::ConversationListModel *conversations READ conversations NOTIFY managerChanged)
    Q_PROPERTY(suhbat::MessageListModel *messages READ messages CONSTANT)
    Q_PROPERTY(suhbat::TimelineFace *timeline READ timeline CONSTANT)
    Q_PROPERTY(suhbat::SearchFace *search READ search CONSTANT)
    Q_PROPERTY(int unreadTotal READ unreadTotal NOTIFY unreadTotalChanged)
    Q_PROPERTY(bool loadingConversations READ loadingConversations NOTIFY listStateChanged)
    Q_PROPERTY(QString conversationsError READ conversationsError NOTIFY listStateChanged)
    Q_PROPERTY(bool loadingMessages READ loadingMessages NOTIFY historyStateChanged)
    Q_PROPERTY(QString messagesError READ messagesError NOTIFY historyStateChanged)
    Q_PROPERTY(bool messagesIncomplete READ messagesIncomplete NOTIFY historyStateChanged)
    Q_PROPERTY(bool messagesMissing READ messagesMissing NOTIFY historyStateChanged)
    Q_PROPERTY(QString conversationId READ conversationId NOTIFY conversationChanged)
    Q_PROPERTY(QString conversationTitle READ conversationTitle NOTIFY conversationChanged)
    Q_PROPERTY(QString conversationSubtitle READ conversationSubtitle NOTIFY conversationChanged)
    Q_PROPERTY(QString conversationInitials READ conversationInitials NOTIFY conversationChanged)
    Q_PROPERTY(QString conversationAvatarUrl READ conversationAvatarUrl NOTIFY conversationChanged)
    Q_PROPERTY(int conversationColorIndex READ conversationColorIndex NOTIFY conversationChanged)
    Q_PROPERTY(bool conversationIsGroup READ conversationIsGroup NOTIFY conversationChanged)
    Q_PROPERTY(int conversationUnread READ conversationUnread NOTIFY conversationChanged)
    Q_PROPERTY(QString typingText READ typingText NOTIFY typingTextChanged)
    Q_PROPERTY(QString draft READ draft NOTIFY conversationChanged)
    Q_PROPERTY(int unsentCount READ unsentCount NOTIFY unsentCountChanged)
    Q_PROPERTY(int maxMessageLength READ maxMessageLength CONSTANT)
    Q_PROPERTY(bool windowActive READ windowActive WRITE setWindowActive NOTIFY windowActiveChanged)

public:
    /// Unheard: connected, but the server does not send us the user's events; polling goes on.
    enum Connection { Disconnected, Connecting, Connected, Unheard, Waiting, Refused };
    Q_ENUM(Connection)

    explicit ChatFace(NoticeCenter &notices, Clock clock = {}, QObject *parent = nullptr);
    ~ChatFace() override;

    /// The manager must outlive the face or be taken back with nullptr.
    void setManager(ChatManager *manager);
    ChatManager *manager() const { return m_manager; }
    void setLocale(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }
    QDateTime now() const { return m_clock.wall(); }
    /// The session is over: nothing of the user stays in sight.
    void userLeft();

    Connection connection() const;
    bool everConnected() const { return m_everConnected; }
    int retryInSeconds() const;
    QString connectionProblem() const;
    ConversationListModel *conversations() const { return m_conversations.get(); }
    MessageListModel *messages() { return &m_messages; }
    TimelineFace *timeline() { return &m_timeline; }
    SearchFace *search() { return &m_search; }
    int unreadTotal() const;
    bool loadingConversations() const;
    QString conversationsError() const { return m_listError; }
    bool loadingMessages() const;
    QString messagesError() const { return m_historyError; }
    /// There are messages, but newer ones may be missing: they are being looked for.
    bool messagesIncomplete() const;
    /// They are being looked for no longer: the server does not give them.
    bool messagesMissing() const { return m_manager && m_manager->hasHole(m_open); }
    QString conversationId() const { return m_open.toString(); }
    QString conversationTitle() const;
    QString conversationSubtitle() const;
    QString conversationInitials() const;
    QString conversationAvatarUrl() const;
    int conversationColorIndex() const;
    bool conversationIsGroup() const;
    int conversationUnread() const;
    QString typingText() const;
    QString draft() const;
    /// Messages that the server is not known to have, failed ones too: a log-out loses them.
    int unsentCount() const { return m_manager ? m_manager->unsent() : 0; }
    /// In UTF-16 units. Longer texts would be refused by the server anyway.
    int maxMessageLength() const { return 4000; }
    bool windowActive() const { return m_windowActive; }
    void setWindowActive(bool active);

    Q_INVOKABLE void open(const QString &conversationId);
    Q_INVOKABLE void close();
    Q_INVOKABLE bool send(const QString &text);
    Q_INVOKABLE void retry(const QString &key);
    Q_INVOKABLE void discard(const QString &key);
    Q_INVOKABLE void stopSending(const QString &key);
    Q_INVOKABLE void textEdited(const QString &text);
    Q_INVOKABLE void seen(const QString &key);
    Q_INVOKABLE void tryNow();
    Q_INVOKABLE void reloadConversations();
    Q_INVOKABLE void reloadMessages();
    /// Everything in the open conversation is read; what the server refuses stays unread.
    Q_INVOKABLE void readAll();
    /// Brings a message of the open conversation, by the server's id, before the reader's eyes.
    Q_INVOKABLE void jumpTo(const QString &messageId) { m_timeline.jumpTo(messageId); }

Q_SIGNALS:
    void managerChanged();
    void connectionChanged();
    void retryInSecondsChanged();
    void unreadTotalChanged();
    void unsentCountChanged();
    void listStateChanged();
    void historyStateChanged();
    void conversationChanged();
    /// What could not be kept is the draft again, even where that reads as it did before.
    void textGivenBack();
    void typingTextChanged();
    void windowActiveChanged();

private:
    /// So many failed attempts in a row call for a dialog; before that the banner is enough.
    static constexpr int attemptsBeforeDialog = 5;

    void connectList();
    void connectTimeline();
    void connectLink();
    void onLinkState();
    void onConnectionFailed(const Error &error);
    void onError(ChatManager::ErrorSource source, const Error &error);
    const ConversationBook::Entry *openEntry() const;
    /// From the server or from the disk.
    bool hasList() const;
    void placeDivider();
    void takeBack(const OutboxEntry &entry, const Error &error);

    NoticeCenter &m_notices;
    QPointer<ChatManager> m_manager;
    std::unique_ptr<ConversationListModel> m_conversations;
    MessageListModel m_messages;
    TimelineFace m_timeline;
    SearchFace m_search;
    Clock m_clock;
    QLocale m_locale;
    QTimer m_countdown; // runs only while a countdown is shown
    ConversationId m_open;
    QString m_listError;
    QString m_historyError;
    bool m_listLoadedOnce = false;
    bool m_outageTold = false; // by a dialog, once an outage
    bool m_everConnected = false;
    bool m_windowActive = true;
};

} // namespace suhbat
