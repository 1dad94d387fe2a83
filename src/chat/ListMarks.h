#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "store/StateStore.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

namespace suhbat {

/// What the user has made of single conversations in their list: pinned, muted, to be read again;
/// and which were open last. Kept per account on this computer; the server knows nothing of it.
class ListMarks : public QObject
{
    Q_OBJECT

public:
    enum class Mark { Pinned, Muted, ToRead };
    enum class Order { Recent, UnreadFirst };

    /// More of each are not kept; the oldest go. All of them fit into one state of the store.
    static constexpr int mostPinned = 100;
    static constexpr int mostMuted = 1000;
    static constexpr int mostToRead = 200;
    static constexpr int mostRecent = 30;

    /// From a change to the disk; what comes meanwhile goes along.
    static constexpr Milliseconds debounce{50};

    /// The store must outlive this object.
    explicit ListMarks(StateStore &store, QObject *parent = nullptr);
    ~ListMarks() override;

    /// Asks for what was kept; what was marked meanwhile stays.
    void restore();
    /// The user is gone: nothing stays in memory, everything stays on the disk.
    void clear();

    bool has(Mark mark, const ConversationId &id) const { return list(mark).contains(id); }
    bool isPinned(const ConversationId &id) const { return has(Mark::Pinned, id); }
    bool isMuted(const ConversationId &id) const { return has(Mark::Muted, id); }
    /// Marked as unread by hand; opening the conversation takes it away.
    bool isToRead(const ConversationId &id) const { return has(Mark::ToRead, id); }
    void set(Mark mark, const ConversationId &id, bool on);
    const QVector<ConversationId> &muted() const { return list(Mark::Muted); }

    Order order() const { return m_order; }
    void setOrder(Order order);

    /// It is open now.
    void visited(const ConversationId &id);
    /// Last visited first.
    const QVector<ConversationId> &recent() const { return m_recent; }

Q_SIGNALS:
    void changed(const suhbat::ConversationId &id);
    void orderChanged();

private:
    const QVector<ConversationId> &list(Mark mark) const { return m_marked[int(mark)]; }
    void read();
    void take(const QString &kept);
    void saveSoon();
    void save();

    StateStore &m_store;
    QVector<ConversationId> m_marked[3]; // by Mark, the oldest first
    QVector<ConversationId> m_recent;
    QTimer m_timer; // runs while something waits to be kept
    Order m_order = Order::Recent;
    int m_generation = 0;
    bool m_running = false;
    bool m_reading = false;
    bool m_changedBefore = false; // waits for that
    bool m_read = false;          // before that, writing would take away what is kept
};

} // namespace suhbat
