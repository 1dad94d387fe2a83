#include "models/MessageListModel.h"

#include "models/LinkText.h"
#include "models/People.h"
#include "models/PictureRoom.h"
#include "models/SizeText.h"
#include "models/TimeText.h"

namespace suhbat {

MessageListModel::MessageListModel(Clock clock, QObject *parent)
    : QAbstractListModel(parent), m_clock(std::move(clock))
{}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    return {{KeyRole, "key"},
            {IsOwnRole, "isOwn"},
            {SenderNameRole, "senderName"},
            {SenderInitialsRole, "senderInitials"},
            {SenderColorIndexRole, "senderColorIndex"},
            {ShowSenderRole, "showSender"},
            {EndsRunRole, "endsRun"},
            {BodyRole, "body"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {MessageStateRole, "messageState"},
            {ErrorTextRole, "errorText"},
            {RetryHelpsRole, "retryHelps"},
            {StoppedRole, "stoppedByUser"},
            {DateHeaderRole, "dateHeader"},
            {FirstUnreadRole, "firstUnread"},
            {AttachmentNamesRole, "attachmentNames"},
            {AttachmentSizesRole, "attachmentSizes"},
            {PictureWidthsRole, "pictureWidths"},
            {PictureHeightsRole, "pictureHeights"},
            {UploadProgressRole, "uploadProgress"},
            {EditedTextRole, "editedText"},
            {BodyHtmlRole, "bodyHtml"},
            {ReplyIdRole, "replyId"},
            {ReplySenderRole, "replySender"},
            {ReplyTextRole, "replyText"}};
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = viewRow(index.row());
    const Message &message = m_messages.at(row);
    const auto look = [&] { return TimelineRows::look(m_messages, row, m_divider); };
    const auto eachFile = [&](auto text) {
        QStringList texts;
        for (const Attachment &file : message.attachments)
            texts.append(text(file));
        return texts;
    };
    switch (role) {
    case KeyRole:
        return keyOf(message);
    case IsOwnRole:
        return message.sender.id == m_self;
    case SenderNameRole:
        return message.sender.name;
    case SenderInitialsRole:
        return initialsOf(message.sender.name);
    case SenderColorIndexRole:
        return colorIndexOf(message.sender.name);
    case ShowSenderRole:
        return m_isGroup && message.sender.id != m_self && look().showSender;
    case EndsRunRole:
        return look().endsRun;
    case Qt::DisplayRole:
    case BodyRole:
        return message.body;
    case TimeTextRole:
        return TimeText::ofMessage(message.createdAt, m_locale);
    case FullTimeTextRole:
        return TimeText::full(message.createdAt, m_clock.wall(), m_locale);
    case MessageStateRole:
        return int(message.state);
    case ErrorTextRole:
        return m_errors.value(message.tempId).text;
    case RetryHelpsRole:
        return m_errors.value(message.tempId).retryHelps;
    case StoppedRole:
        return m_errors.value(message.tempId).stopped;
    case DateHeaderRole:
        return look().startsDay ? TimeText::dayHeader(message.createdAt, m_clock.wall(), m_locale)
                                : QString();
    case FirstUnreadRole:
        return look().firstUnread;
    case AttachmentNamesRole:
        return eachFile([](const Attachment &file) { return file.name; });
    case AttachmentSizesRole:
        return eachFile(
            [this](const Attachment &file) { return SizeText::ofServer(file.sizeText, m_locale); });
    case PictureWidthsRole:
        return QVariant::fromValue(pictureWidths(message.attachments));
    case PictureHeightsRole:
        return QVariant::fromValue(pictureHeights(message.attachments));
    case UploadProgressRole:
        return message.id.isEmpty() ? m_uploads.value(message.tempId, -1) : -1;
    case EditedTextRole:
        return message.editedAt ? TimeText::full(*message.editedAt, m_clock.wall(), m_locale)
                                : QString();
    case BodyHtmlRole:
        return LinkText::html(message.body);
    case ReplyIdRole:
        return message.replyTo ? message.replyTo->id.toString() : QString();
    case ReplySenderRole:
        return message.replyTo ? message.replyTo->senderName : QString();
    case ReplyTextRole:
        return message.replyTo ? message.replyTo->body : QString();
    default:
        return {};
    }
}

void MessageListModel::open(const QVector<Message> &messages, const UserId &self, bool isGroup,
                            const MessageId &firstUnread)
{
    beginResetModel();
    m_messages = messages;
    m_self = self;
    m_isGroup = isGroup;
    m_divider = firstUnread;
    endResetModel();
    Q_EMIT countChanged();
}

void MessageListModel::clear()
{
    open({}, {}, false);
    m_errors.clear();
    m_uploads.clear();
}

// The look of a row hangs on its neighbours, so they are told as well.
void MessageListModel::touch(int first, int last)
{
    if (m_messages.isEmpty())
        return;
    const int lowest = std::max(first, 0);
    const int highest = std::min(last, count() - 1);
    if (lowest <= highest)
        Q_EMIT dataChanged(index(viewRow(highest)), index(viewRow(lowest)));
}

void MessageListModel::placeDivider(const MessageId &firstUnread)
{
    if (std::exchange(m_divider, firstUnread) != firstUnread && count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1),
                           {ShowSenderRole, EndsRunRole, FirstUnreadRole});
}

void MessageListModel::setFailure(const TempId &id, const Failure &failure)
{
    if (failure.text.isEmpty())
        m_errors.remove(id);
    else
        m_errors.insert(id, failure);
    for (int row = 0; row < count(); ++row) {
        if (m_messages.at(row).tempId == id)
            Q_EMIT dataChanged(index(viewRow(row)), index(viewRow(row)),
                               {ErrorTextRole, RetryHelpsRole, StoppedRole});
    }
}

void MessageListModel::setUploadProgress(const TempId &id, qreal progress)
{
    if (progress < 0 || progress > 1)
        m_uploads.remove(id);
    else
        m_uploads.insert(id, progress);
    for (int row = 0; row < count(); ++row) {
        if (m_messages.at(row).tempId == id)
            Q_EMIT dataChanged(index(viewRow(row)), index(viewRow(row)), {UploadProgressRole});
    }
}

void MessageListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (count() > 0)
        Q_EMIT dataChanged(
            index(0), index(count() - 1),
            {TimeTextRole, FullTimeTextRole, DateHeaderRole, EditedTextRole, AttachmentSizesRole});
}

const Message *MessageListModel::find(const QString &key) const
{
    for (const Message &message : m_messages) {
        if (keyOf(message) == key)
            return &message;
    }
    return nullptr;
}

int MessageListModel::rowOf(const MessageId &id) const
{
    for (int row = count() - 1; row >= 0 && !id.isEmpty(); --row) {
        if (m_messages.at(row).id == id)
            return viewRow(row);
    }
    return -1;
}

// A message of this client keeps its temp id for life, so that its bubble is the same object when
// the server's id arrives.
QString MessageListModel::keyOf(const Message &message)
{
    return message.tempId.isEmpty() ? QStringLiteral("m") + message.id.toString()
                                    : QStringLiteral("t") + message.tempId.toString();
}

} // namespace suhbat
