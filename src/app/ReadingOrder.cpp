#include "app/ReadingOrder.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <utility>

namespace suhbat {

namespace {

int indexOf(const QQuickItem *row)
{
    const QVariant index = row->property("index");
    return index.isValid() ? index.toInt() : -1;
}

} // namespace

ReadingOrder::ReadingOrder(QObject *parent) : QObject(parent)
{
    QAccessible::installActivationObserver(this);
}

ReadingOrder::~ReadingOrder()
{
    QAccessible::removeActivationObserver(this);
}

void ReadingOrder::componentComplete()
{
    if (QAccessible::isActive())
        follow();
}

void ReadingOrder::accessibilityActiveChanged(bool active)
{
    if (active && m_view)
        follow();
}

void ReadingOrder::follow()
{
    m_rows = m_view->property("contentItem").value<QQuickItem *>();
    m_model = m_view->property("model").value<QObject *>();
    if (m_rows)
        connect(m_rows, &QQuickItem::childrenChanged, this, &ReadingOrder::later,
                Qt::UniqueConnection);
    // A row that is used again is no new one. By name: Qt's ListView is no class for others.
    for (const char *const moved :
         {SIGNAL(contentYChanged()), SIGNAL(contentHeightChanged()), SIGNAL(originYChanged())})
        connect(m_view, moved, this, SLOT(later()), Qt::UniqueConnection);
    if (const auto *const model = qobject_cast<QAbstractItemModel *>(m_model)) {
        connect(model, &QAbstractItemModel::rowsMoved, this, &ReadingOrder::later,
                Qt::UniqueConnection);
        connect(model, &QAbstractItemModel::rowsInserted, this, &ReadingOrder::later,
                Qt::UniqueConnection);
    }
    later();
}

/// When the view has put its rows in their places.
void ReadingOrder::later()
{
    if (!std::exchange(m_waits, true))
        QMetaObject::invokeMethod(this, &ReadingOrder::sort, Qt::QueuedConnection);
}

void ReadingOrder::sort()
{
    m_waits = false;
    if (!m_rows)
        return;
    QList<QQuickItem *> rows = m_rows->childItems();
    rows.removeIf([](const QQuickItem *row) { return indexOf(row) < 0; });
    const QList<QQuickItem *> before = rows;
    std::stable_sort(rows.begin(), rows.end(), [this](const QQuickItem *a, const QQuickItem *b) {
        return m_reversed ? indexOf(a) > indexOf(b) : indexOf(a) < indexOf(b);
    });
    if (rows == before)
        return;
    for (int i = 1; i < rows.size(); ++i)
        rows.at(i)->stackAfter(rows.at(i - 1));
}

} // namespace suhbat
