#include "chat/ListMarks.h"

#include "base/Logging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace suhbat {

namespace {

const QString marksKey = QStringLiteral("list-marks");

struct MarkKind
{
    ListMarks::Mark mark;
    QLatin1String name;
    int most;
};
const std::array markKinds{
    MarkKind{ListMarks::Mark::Pinned, QLatin1String("pinned"), ListMarks::mostPinned},
    MarkKind{ListMarks::Mark::Muted, QLatin1String("muted"), ListMarks::mostMuted},
    MarkKind{ListMarks::Mark::ToRead, QLatin1String("to-read"), ListMarks::mostToRead}};

QJsonArray arrayOf(const QVector<ConversationId> &ids)
{
    QJsonArray array;
    for (const ConversationId &id : ids)
        array.append(id.toString());
    return array;
}

// Behind those that are there already, none twice.
QVector<ConversationId> joined(QVector<ConversationId> first, const QJsonArray &kept, int most)
{
    for (const auto &value : kept) {
        const ConversationId id(value.toString());
        if (!id.isEmpty() && !first.contains(id) && first.size() < most)
            first.append(id);
    }
    return first;
}

} // namespace

ListMarks::ListMarks(StateStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &ListMarks::save);
}

ListMarks::~ListMarks()
{
    m_timer.disconnect(this);
}

void ListMarks::saveSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void ListMarks::restore()
{
    m_running = true;
    m_read = m_changedBefore = false;
    ++m_generation;
    read();
}

void ListMarks::read()
{
    m_reading = true;
    m_store.loadState(marksKey, this, [this, g = m_generation](const Result<QString> &kept) {
        if (g != m_generation)
            return;
        m_reading = false;
        m_read = kept.ok();
        if (kept)
            take(*kept);
        else
            qCInfo(lcChat) << "pins and mutes not read:" << kept.error().detail;
    });
}

void ListMarks::take(const QString &kept)
{
    const QJsonObject object = QJsonDocument::fromJson(kept.toUtf8()).object();
    for (const MarkKind &kind : markKinds) {
        auto &marked = m_marked[int(kind.mark)];
        marked = joined(marked, object.value(kind.name).toArray(), kind.most);
    }
    m_recent = joined(m_recent, object.value(QLatin1String("recent")).toArray(), mostRecent);
    if (object.value(QLatin1String("order")).toString() == QLatin1String("unread"))
        setOrder(Order::UnreadFirst);
    if (m_changedBefore)
        saveSoon();
    for (const auto &marked : std::as_const(m_marked)) {
        const auto ids = marked; // who hears of it may mark
        for (const ConversationId &id : ids)
            Q_EMIT changed(id);
    }
}

void ListMarks::clear()
{
    m_running = false;
    if (m_timer.isActive())
        save();
    ++m_generation;
    for (auto &marked : m_marked)
        marked.clear();
    m_recent.clear();
    m_order = Order::Recent;
}

void ListMarks::set(Mark mark, const ConversationId &id, bool on)
{
    auto &marked = m_marked[int(mark)];
    if (!m_running || id.isEmpty() || marked.contains(id) == on)
        return;
    if (on) {
        if (marked.size() == markKinds[std::size_t(mark)].most) {
            const ConversationId oldest = marked.takeFirst();
            Q_EMIT changed(oldest);
        }
        marked.append(id);
    } else {
        marked.removeOne(id);
    }
    saveSoon();
    Q_EMIT changed(id);
}

void ListMarks::setOrder(Order order)
{
    if (!m_running || m_order == order)
        return;
    m_order = order;
    saveSoon();
    Q_EMIT orderChanged();
}

void ListMarks::visited(const ConversationId &id)
{
    if (!m_running || id.isEmpty() || (!m_recent.isEmpty() && m_recent.first() == id))
        return;
    m_recent.removeOne(id);
    m_recent.prepend(id);
    if (m_recent.size() > mostRecent)
        m_recent.removeLast();
    saveSoon();
}

void ListMarks::save()
{
    m_timer.stop();
    m_changedBefore = !m_read;
    if (!m_read) {
        if (m_running && !m_reading)
            read(); // it may go better now
        return;
    }
    QJsonObject object{{QLatin1String("recent"), arrayOf(m_recent)}};
    for (const MarkKind &kind : markKinds)
        object.insert(kind.name, arrayOf(list(kind.mark)));
    if (m_order == Order::UnreadFirst)
        object.insert(QLatin1String("order"), QLatin1String("unread"));
    m_store.saveState(marksKey,
                      QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), this,
                      [](const Result<void> &saved) {
                          if (!saved)
                              qCInfo(lcChat) << "pins and mutes not kept:" << saved.error().detail;
                      });
}

} // namespace suhbat
