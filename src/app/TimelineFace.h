#pragma once

#include "chat/HistoryWindow.h"
#include "models/MessageListModel.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

#include <chrono>

namespace suhbat {

class NoticeCenter;

/// Where in the open conversation the reader is, and how to get elsewhere in it.
class TimelineFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.chat")
    Q_PROPERTY(Edge older READ older NOTIFY edgesChanged)
    Q_PROPERTY(Edge newer READ newer NOTIFY edgesChanged)
    Q_PROPERTY(QString olderError READ olderError NOTIFY edgesChanged)
    Q_PROPERTY(bool live READ isLive NOTIFY edgesChanged)
    Q_PROPERTY(bool following READ isFollowing WRITE setFollowing NOTIFY followingChanged)
    Q_PROPERTY(bool asPlaced MEMBER m_asPlaced NOTIFY asPlacedChanged)
    Q_PROPERTY(QString litKey READ litKey NOTIFY litKeyChanged)

public:
    /// How the history goes on beyond the rows: End is its beginning or its newest message.
    enum Edge { More, Loading, Failed, End };
    Q_ENUM(Edge)

    /// So long a row that was jumped to is lit.
    static constexpr std::chrono::milliseconds lightTime{1600};

    TimelineFace(MessageListModel &rows, NoticeCenter &notices, QObject *parent = nullptr);
    ~TimelineFace() override;

    /// nullptr: nobody is logged in.
    void setHistory(HistoryWindow *history);
    /// Where reading goes on: brings it before the reader's eyes, unless he has gone elsewhere.
    void showFirstUnread(const MessageId &id);
    /// Reading ended at `read`, which lies before what is in memory: the divider and the view go to
    /// what follows it; to `known` where it cannot be found.
    void showUnreadAfter(const MessageId &read, const MessageId &known, const UserId &self);
    void retranslate() { Q_EMIT edgesChanged(); }

    Edge older() const;
    Edge newer() const;
    /// Why older messages could not be loaded; translated.
    QString olderError() const;
    /// The newest rows are the newest messages.
    bool isLive() const { return !m_history || m_history->isLive(); }
    /// The reader is at the newest message.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// The key of the row that is lit; empty when none is.
    QString litKey() const { return m_litKey; }

    /// The reader comes near the oldest row, or the newest one.
    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer();
    /// Back to the newest messages; the rows change at once.
    Q_INVOKABLE void goLive();
    /// Brings the message with that id (the server's) before the reader's eyes and lights it.
    Q_INVOKABLE void jumpTo(const QString &messageId);

Q_SIGNALS:
    void edgesChanged();
    void followingChanged();
    void asPlacedChanged();
    void litKeyChanged();
    /// The view is to show this row of the model, in its middle.
    void rowWanted(int row);
    /// The view is to show this row of the model and what comes after it.
    void readingWanted(int row);

private:
    /// The reader has not gone elsewhere.
    bool mayPlace() const { return m_history && (m_following || m_asPlaced); }
    void light(const QString &key);
    void arrived(const MessageId &id, HistoryWindow::Reached reached);

    MessageListModel &m_rows;
    NoticeCenter &m_notices;
    QPointer<HistoryWindow> m_history;
    QTimer m_light;
    QString m_litKey;
    bool m_following = true;
    bool m_asPlaced = false; // the view stands where readingWanted() brought it
};

} // namespace suhbat
