#pragma once

#include "base/Clock.h"
#include "models/TimelineRows.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QtQml/qqmlregistration.h>

namespace suhbat {

/// The open conversation for QML. Row 0 is the newest message, for a view that grows upwards.
/// Reset only when another conversation is opened; all else is rows inserted, moved, changed.
class MessageListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum State { Sending, Sent, Read, Failed, Undecided };
    Q_ENUM(State)
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString key, stable while the row lives
        IsOwnRole,
        SenderNameRole,
        SenderInitialsRole,
        SenderColorIndexRole,
        ShowSenderRole,
        EndsRunRole,
        BodyRole,
        TimeTextRole,
        FullTimeTextRole,
        MessageStateRole, ///< int, a State
        ErrorTextRole,
        RetryHelpsRole, ///< bool; sending it again unchanged may help
        StoppedRole,    ///< bool; the user stopped it: nothing is wrong
        DateHeaderRole, ///< QString, empty unless the row starts a day
        FirstUnreadRole,
        AttachmentNamesRole, ///< QStringList
        AttachmentSizesRole, ///< QStringList, as long as the names
        PictureWidthsRole,   ///< list of int: room to reserve for each file; 0: it is no picture
        PictureHeightsRole,  ///< likewise
        UploadProgressRole,  ///< qreal 0 to 1 while files go out, else negative
        EditedTextRole,      ///< QString, when it was edited last; empty when it never was
        BodyHtmlRole,        ///< QString, LinkText::html() of a body with links, else empty
        ReplyIdRole,         ///< QString, of the message that it answers; empty when none
        ReplySenderRole,     ///< QString, empty when that message is gone
        ReplyTextRole,       ///< QString, one line
    };

    /// Why a message is not on its way. Without a text: nothing keeps it.
    struct Failure
    {
        QString text;
        bool retryHelps = true;
        bool stopped = false;
    };

    explicit MessageListModel(Clock clock = {}, QObject *parent = nullptr);

    int count() const { return int(m_messages.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Shows another conversation, with the divider before that message for as long as it is open.
    void open(const QVector<Message> &messages, const UserId &self, bool isGroup,
              const MessageId &firstUnread = {});
    void clear();
    /// Shows these instead, oldest first, by the fewest steps: rows that are the same message stay.
    void show(const QVector<Message> &messages);
    /// Fixes the divider before that message.
    void placeDivider(const MessageId &firstUnread);
    /// The message that it is before; empty: there is none.
    const MessageId &divider() const { return m_divider; }
    /// The sentence under a message that failed; empty takes it away.
    void setFailure(const TempId &id, const Failure &failure);
    /// 0 to 1; any other value: nothing goes out any more.
    void setUploadProgress(const TempId &id, qreal progress);
    void setLocale(const QLocale &locale);

    /// The message with this key; nullptr when it is gone. Valid until the next change.
    const Message *find(const QString &key) const;
    /// The row of the message with that id; -1 when it is not here.
    int rowOf(const MessageId &id) const;
    static QString keyOf(const Message &message);

Q_SIGNALS:
    void countChanged();

private:
    int viewRow(qsizetype row) const { return int(m_messages.size() - 1 - row); }
    void removeOthers(QVector<int> &places);
    void put(const QVector<Message> &messages, QVector<int> &places);
    void move(int from, int to, QVector<int> &places);
    void touch(int first, int last);

    Clock m_clock;
    QLocale m_locale;
    QVector<Message> m_messages; // oldest first, as in the timeline
    QHash<TempId, Failure> m_errors;
    QHash<TempId, qreal> m_uploads;
    UserId m_self;
    MessageId m_divider;
    bool m_isGroup = false;
};

} // namespace suhbat
