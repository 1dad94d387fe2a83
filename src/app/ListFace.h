#pragma once

#include "app/ErrorText.h"
#include "app/NoticeCenter.h"
#include "chat/ChatManager.h"
#include "models/ContactListModel.h"
#include "models/ConversationFilter.h"
#include "models/SwitcherModel.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

namespace suhbat {

class ChatFace;

/// The list of conversations as QML sees it: which rows, in which order, what is done with one of
/// them, and the ways to another: next, unread, by letters, with somebody new.
class ListFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(suhbat::ConversationFilter *rows READ rows CONSTANT)
    Q_PROPERTY(suhbat::SwitcherModel *switcher READ switcher CONSTANT)
    Q_PROPERTY(suhbat::ContactListModel *contacts READ contacts CONSTANT)
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    Q_PROPERTY(suhbat::ConversationFilter::Kind kind READ kind WRITE setKind NOTIFY kindChanged)
    Q_PROPERTY(bool unreadFirst READ unreadFirst WRITE setUnreadFirst NOTIFY unreadFirstChanged)
    Q_PROPERTY(bool canCreateGroups READ canCreateGroups NOTIFY contactsChanged)
    Q_PROPERTY(bool contactsLoading READ contactsLoading NOTIFY contactsChanged)
    Q_PROPERTY(bool contactsMore READ contactsMore NOTIFY contactsChanged)
    Q_PROPERTY(QString contactsError READ contactsError NOTIFY contactsChanged)
    Q_PROPERTY(QStringList chosenNames READ chosenNames NOTIFY chosenChanged)
    Q_PROPERTY(bool starting READ starting NOTIFY startingChanged)
    Q_PROPERTY(QString startError READ startError NOTIFY startingChanged)

public:
    /// Both must outlive the face.
    ListFace(ChatFace &chat, NoticeCenter &notices, QObject *parent = nullptr);
    ~ListFace() override;

    /// After ChatFace has it; nullptr before ChatFace lets go of it.
    void setManager(ChatManager *manager);
    void userLeft();
    void retranslate();

    ConversationFilter *rows() { return &m_rows; }
    SwitcherModel *switcher() { return &m_switcher; }
    ContactListModel *contacts() { return &m_contacts; }
    int total() const;
    ConversationFilter::Kind kind() const { return m_rows.kind(); }
    void setKind(ConversationFilter::Kind kind);
    bool unreadFirst() const;
    void setUnreadFirst(bool first);
    bool canCreateGroups() const;
    bool contactsLoading() const;
    bool contactsMore() const;
    QString contactsError() const;
    QStringList chosenNames() const;
    bool starting() const { return m_starting; }
    /// Why the conversation could not be started.
    QString startError() const { return m_startError; }

    Q_INVOKABLE void setText(const QString &text) { m_rows.setText(text); }
    /// The row after (1) or before (-1) the open one; the first or last when none is open.
    Q_INVOKABLE void openNext(int by);
    /// The next unread one in that direction, around the end as well.
    Q_INVOKABLE void openNextUnread(int by);
    /// The nth row, from 0.
    Q_INVOKABLE void openNth(int row);
    Q_INVOKABLE void setPinned(const QString &conversationId, bool pinned);
    Q_INVOKABLE void setMuted(const QString &conversationId, bool muted);
    Q_INVOKABLE void markRead(const QString &conversationId);
    Q_INVOKABLE void markUnread(const QString &conversationId);
    /// What the switcher shows for these letters.
    Q_INVOKABLE void lookFor(const QString &letters);

    Q_INVOKABLE void searchContacts(const QString &text);
    Q_INVOKABLE void moreContacts();
    Q_INVOKABLE void choose(const QString &personId, bool chosen);
    Q_INVOKABLE void chooseNobody();
    /// Opens the conversation with that person, a new one if need be.
    Q_INVOKABLE void startWith(const QString &personId);
    /// With those who are chosen.
    Q_INVOKABLE void startGroup(const QString &title);
    Q_INVOKABLE void clearStartError();

Q_SIGNALS:
    void totalChanged();
    void kindChanged();
    void unreadFirstChanged();
    void contactsChanged();
    void chosenChanged();
    void startingChanged();
    /// The conversation that was asked for is open.
    void started();

private:
    void mark(ListMarks::Mark mark, const QString &conversationId, bool on);
    void onStarted(const Result<Conversation> &made);

    ChatFace &m_chat;
    NoticeCenter &m_notices;
    QPointer<ChatManager> m_manager;
    ConversationFilter m_rows;
    SwitcherModel m_switcher;
    ContactListModel m_contacts;
    QString m_startError;
    bool m_starting = false;
};

} // namespace suhbat
