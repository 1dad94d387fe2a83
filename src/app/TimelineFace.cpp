#include "app/TimelineFace.h"

#include <utility>

namespace suhbat {

TimelineFace::TimelineFace(MessageListModel &rows, QObject *parent) : QObject(parent), m_rows(rows)
{
    m_light.setSingleShot(true);
    m_light.setInterval(lightTime);
    connect(&m_light, &QTimer::timeout, this, [this] { light({}); });
    connect(&rows, &QAbstractItemModel::modelReset, this, [this] { light({}); });
}

TimelineFace::~TimelineFace()
{
    m_light.disconnect(this);
    m_rows.disconnect(this);
}

void TimelineFace::jumpTo(const QString &messageId)
{
    const int row = m_rows.rowOf(MessageId(messageId));
    if (row < 0)
        return;
    Q_EMIT rowWanted(row);
    light(m_rows.index(row).data(MessageListModel::KeyRole).toString());
}

void TimelineFace::light(const QString &key)
{
    if (key.isEmpty())
        m_light.stop();
    else
        m_light.start();
    if (std::exchange(m_litKey, key) != key)
        Q_EMIT litKeyChanged();
}

} // namespace suhbat
