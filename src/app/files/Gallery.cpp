#include "app/files/Gallery.h"

#include "models/MessageListModel.h"

namespace suhbat {

Gallery::Gallery(MessageListModel &messages, QObject *parent)
    : QObject(parent), m_messages(messages)
{
    const auto again = [this] {
        if (isOpened())
            look();
    };
    connect(&messages, &QAbstractItemModel::rowsInserted, this, again);
    connect(&messages, &QAbstractItemModel::rowsRemoved, this, again);
    connect(&messages, &QAbstractItemModel::rowsMoved, this, again);
    connect(&messages, &QAbstractItemModel::modelReset, this, &Gallery::close);
}

Gallery::~Gallery()
{
    m_messages.disconnect(this);
}

int Gallery::position() const
{
    return int(m_pictures.indexOf({m_key, m_number}));
}

void Gallery::show(const QString &messageKey, int number)
{
    m_key = messageKey;
    m_number = number;
    look();
}

void Gallery::move(int step)
{
    const int to = position() + step;
    if (to >= 0 && to < count())
        show(m_pictures.at(to).first, m_pictures.at(to).second);
}

void Gallery::close()
{
    if (!isOpened())
        return;
    m_key.clear();
    m_pictures.clear();
    Q_EMIT changed();
}

void Gallery::look()
{
    m_pictures.clear();
    for (int row = m_messages.rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = m_messages.index(row);
        const auto key = index.data(MessageListModel::KeyRole).toString();
        const Message *const message = m_messages.find(key);
        for (int i = 0; message && i < message->attachments.size(); ++i) {
            if (message->attachments.at(i).isImage)
                m_pictures.append({key, i});
        }
    }
    if (position() < 0)
        return close();
    describe();
    Q_EMIT changed();
}

void Gallery::describe()
{
    const Message *const message = m_messages.find(m_key);
    m_name = message->attachments.at(m_number).name;
    m_sender = message->sender.name;
    for (int row = 0; row < m_messages.rowCount(); ++row) {
        const QModelIndex index = m_messages.index(row);
        if (index.data(MessageListModel::KeyRole).toString() == m_key)
            m_time = index.data(MessageListModel::FullTimeTextRole).toString();
    }
}

} // namespace suhbat
