#pragma once

#include "Books.h"
#include "Life.h"

#include <memory>

namespace suhbat::fault {

/// One seeded story: people write, everything goes wrong, the program is killed and started again;
/// in the end what is shown is compared with what the server has.
class Schedule
{
public:
    /// `detailed`: the story tells of every row.
    Schedule(VirtualTime &time, quint64 seed, bool detailed);
    ~Schedule();

    Books::Outcome run();
    int fired() const { return m_network.fired() + m_peer.fired() + m_kills + m_fulls; }
    int peak() const { return m_books.peak(); }
    int kills() const { return m_kills; }
    /// What happened, one line each; for a run that failed.
    const QStringList &story() const { return m_story; }

private:
    void live();
    void kill();
    bool begin();
    void step();
    void burst(int count);
    void others();
    void changeWeather();
    void openRoom(qint64 room);
    void calm();
    void verifyLive(Books::Outcome &outcome);
    Books::Outcome verify();
    void tell(const QString &what);
    void tellOf(const ConversationId &id, const Timeline::Changes &changes);
    QStringList unboundedIn(qint64 room) const;
    QVector<ModelServer::Row> rowsOf(qint64 room) const;

    const bool m_detailed;
    VirtualTime &m_time;
    Chance m_chance;
    ModelServer m_server;
    Weather m_weather;
    ModelNetwork m_network;
    SocketPeer m_peer;
    MemoryStore m_disk;
    QSet<TempId> m_unwritten; // see CrashStore
    bool m_full = false;
    int m_fulls = 0;
    Books m_books;
    std::unique_ptr<Life> m_life;
    QHash<TempId, OutboxEntry> m_unbounded; // posted without knowing the newest message there
    qint64 m_open = 0;
    int m_kills = 0;
    QStringList m_story;
};

} // namespace suhbat::fault
