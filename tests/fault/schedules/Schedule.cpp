#include "Schedule.h"

#include <QCoreApplication>

#include <algorithm>

namespace suhbat::fault {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const QVector<QString> &phrases()
{
    // Few, because people repeat themselves, and equal texts are the hard part.
    static const QVector<QString> all{QStringLiteral("ok"), QStringLiteral("Yes"),
                                      QStringLiteral("Thanks")};
    return all;
}

ConversationId idOf(qint64 room)
{
    return ConversationId(room);
}

ModelServer::TempIds kindOf(quint64 seed)
{
    using Kind = ModelServer::TempIds;
    static const QVector<Kind> kinds{Kind::Ignored, Kind::Kept, Kind::Unique};
    return kinds.at(int(seed % 3));
}

} // namespace

Schedule::Schedule(VirtualTime &time, quint64 seed, bool detailed)
    : m_detailed(detailed)
    , m_time(time)
    , m_chance(seed)
    , m_server(kindOf(seed), [&time] { return time.wall(); })
    , m_network(m_server, m_chance, m_weather)
    , m_peer(m_chance)
{
    QObject::connect(&m_network, &ModelNetwork::stored, &m_peer,
                     [this](const ModelServer::Row &row, const QByteArray &socket) {
                         if (m_detailed)
                             tell(QStringLiteral("stored %1 in %2: %3")
                                      .arg(row.id)
                                      .arg(row.conversation)
                                      .arg(row.body));
                         m_peer.publish(m_server.eventJson(row), socket);
                     });
}

Schedule::~Schedule()
{
    if (m_life)
        m_life->kill();
    m_life.reset();
    m_peer.cut();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Schedule::tell(const QString &what)
{
    const auto now = std::chrono::duration_cast<Milliseconds>(m_time.now().time_since_epoch());
    m_story.append(QStringLiteral("%1 %2").arg(now.count()).arg(what));
}

void Schedule::tellOf(const ConversationId &id, const Timeline::Changes &changes)
{
    static const QVector<const char *> kinds{"inserted", "updated", "moved", "removed"};
    for (const Timeline::Change &change : changes) {
        QString line = QStringLiteral("%1 %2 at %3")
                           .arg(id.toString(), QLatin1String(kinds.at(int(change.kind))))
                           .arg(change.row);
        for (const Message &message : change.messages)
            line += QStringLiteral(" [%1 %2 %3 state %4]")
                        .arg(message.id.toString(), message.tempId.toString().left(4), message.body)
                        .arg(int(message.state));
        tell(line);
    }
}

void Schedule::live()
{
    m_life = std::make_unique<Life>(m_time, m_chance, m_network, m_server.tempIds(), m_peer.port(),
                                    m_disk, m_unwritten);
    m_life->store().full = m_full;
    m_life->store().onOutbox = [this](const OutboxEntry &entry) {
        if (entry.attempts == 1 && !entry.newestKnownId)
            m_unbounded.insert(entry.tempId, entry);
    };
    ChatManager &chat = m_life->chat();
    QObject::connect(&chat, &ChatManager::timelineChanged, &m_life->store(),
                     [this, &chat](const ConversationId &id, const Timeline::Changes &changes) {
                         m_books.see(chat.messages(id));
                         if (m_detailed)
                             tellOf(id, changes);
                     });
}

void Schedule::kill()
{
    tell(QStringLiteral("killed"));
    ++m_kills;
    m_life->kill();
    m_life.reset();
    m_peer.cut();
    live();
    m_time.runFor(m_chance.time(0, 3000));
    if (m_open != 0)
        m_life->chat().open(idOf(m_open));
}

bool Schedule::begin()
{
    live();
    bool listed = false;
    QObject whileWaiting;
    QObject::connect(&m_life->chat(), &ChatManager::listLoaded, &whileWaiting,
                     [&listed] { listed = true; });
    if (!m_time.runUntil([&] { return listed && m_life->link().isSubscribed(); }, minutes(2)))
        return false;
    for (const qint64 room : ModelServer::rooms())
        openRoom(room);
    return true;
}

void Schedule::openRoom(qint64 room)
{
    m_open = room;
    ChatManager &chat = m_life->chat();
    chat.open(idOf(room));
    if (m_chance.happens(0.7))
        m_time.runUntil([&] { return !chat.isLoading(idOf(room)); }, seconds(2));
}

Books::Outcome Schedule::run()
{
    if (!begin()) {
        Books::Outcome outcome;
        outcome.lost = 1;
        outcome.problems.append(QStringLiteral("never got started"));
        return outcome;
    }
    if (m_chance.happens(0.7))
        changeWeather();
    m_weather.slowest = std::max(m_weather.slowest, 400); // all on their way at one time
    for (int i = 0; i < 6 && m_books.peak() < 20; ++i) {
        burst(24);
        m_time.runFor(Milliseconds(m_chance.between(60, 120)));
    }
    const int steps = m_chance.between(4, 10);
    for (int i = 0; i < steps; ++i) {
        step();
        m_time.runFor(m_chance.happens(0.2) ? m_chance.time(1000, 60000) : m_chance.time(0, 400));
    }
    return verify();
}

void Schedule::step()
{
    switch (m_chance.between(0, 9)) {
    case 0:
        burst(m_chance.between(1, 6));
        break;
    case 1:
    case 2:
        others();
        break;
    case 3:
        changeWeather();
        break;
    case 4:
        tell(QStringLiteral("socket cut"));
        m_peer.cut();
        break;
    case 5:
        m_peer.trouble.silent = !m_peer.trouble.silent;
        tell(QStringLiteral("socket silent: %1").arg(m_peer.trouble.silent));
        break;
    case 6:
        m_peer.trouble.refusing = !m_peer.trouble.refusing;
        m_peer.cut();
        tell(QStringLiteral("socket refusing: %1").arg(m_peer.trouble.refusing));
        break;
    case 7:
        if (m_chance.happens(0.5)) {
            // In the middle of sending: some of it is not on the disk yet.
            burst(m_chance.between(4, 8));
            m_time.runFor(m_chance.time(0, 20));
            kill();
        }
        break;
    case 9:
        m_full = !m_full && m_chance.happens(0.3);
        m_fulls += m_full ? 1 : 0;
        m_life->store().full = m_full;
        tell(QStringLiteral("disk full: %1").arg(m_full));
        break;
    case 8:
        openRoom(m_chance.oneOf(ModelServer::rooms()));
        break;
    }
}

void Schedule::burst(int count)
{
    tell(QStringLiteral("burst of %1").arg(count));
    ChatManager &chat = m_life->chat();
    for (int i = 0; i < count; ++i) {
        const qint64 room = ModelServer::rooms().at(i % int(ModelServer::rooms().size()));
        const QString body = m_chance.oneOf(phrases());
        m_books.write(chat.send(idOf(room), body), room, body);
    }
}

void Schedule::others()
{
    const int count = m_chance.between(1, 4);
    tell(QStringLiteral("%1 of others").arg(count));
    for (int i = 0; i < count; ++i) {
        const qint64 room = m_chance.oneOf(ModelServer::rooms());
        // Sometimes it is me, on another device.
        const qint64 sender = m_chance.happens(0.15) ? ModelServer::self : room + 100;
        const QString body =
            sender == ModelServer::self ? Books::elsewhere : m_chance.oneOf(phrases());
        m_peer.publish(m_server.eventJson(m_server.store(room, sender, body)), {});
    }
}

void Schedule::changeWeather()
{
    m_weather = {};
    m_weather.offline = m_chance.happens(0.15);
    for (double Weather::*chance :
         {&Weather::neverThere, &Weather::late, &Weather::replyLost, &Weather::cutBefore,
          &Weather::cutAfter, &Weather::errorBefore, &Weather::errorAfter}) {
        if (m_chance.happens(0.35))
            m_weather.*chance = m_chance.number() * 0.25;
    }
    m_weather.slowest = m_chance.happens(0.2) ? 4000 : 40;
    m_peer.trouble.lost = m_chance.happens(0.4) ? m_chance.number() * 0.5 : 0;
    m_peer.trouble.doubled = m_chance.happens(0.4) ? m_chance.number() * 0.5 : 0;
    m_peer.trouble.slowest = m_chance.happens(0.3) ? 3000 : 40;
    tell(QStringLiteral("weather: offline %1, errors %2, lost %3")
             .arg(m_weather.offline)
             .arg(m_weather.errorBefore)
             .arg(m_weather.replyLost));
}

// Good weather; the (re)subscription brings what was lost.
void Schedule::calm()
{
    tell(QStringLiteral("calm"));
    m_full = false;
    m_life->store().full = false;
    m_weather = {};
    m_peer.trouble = {};
    m_peer.cut();
}

QVector<ModelServer::Row> Schedule::rowsOf(qint64 room) const
{
    QVector<ModelServer::Row> rows;
    for (const ModelServer::Row &row : m_server.rows()) {
        if (row.conversation == room)
            rows.append(row);
    }
    return rows;
}

QStringList Schedule::unboundedIn(qint64 room) const
{
    QStringList texts;
    for (const OutboxEntry &entry : m_unbounded) {
        if (entry.conversationId == idOf(room))
            texts.append(entry.body);
    }
    return texts;
}

// The open conversation, with nobody asking; and what is said there now comes over the socket, long
// before anybody would ask for it.
void Schedule::verifyLive(Books::Outcome &outcome)
{
    if (!m_peer.hasSubscriber()) {
        ++outcome.lost;
        outcome.problems.append(QStringLiteral("the socket is not subscribed any more"));
    }
    m_peer.publish(m_server.eventJson(m_server.store(m_open, m_open + 100, QStringLiteral("?"))),
                   {});
    m_time.runFor(seconds(1));
    Books::compareRows(outcome, m_open, m_life->chat().messages(idOf(m_open)), rowsOf(m_open));
    if (!outcome.problems.isEmpty())
        tell(QStringLiteral("that was before the end of the program"));
}

Books::Outcome Schedule::verify()
{
    Books::Outcome outcome;
    calm();
    m_time.runUntil([this] { return m_books.onTheirWay() == 0; }, minutes(20));
    m_time.runFor(minutes(3));
    verifyLive(outcome);
    // Restarted: what counts is what it shows then.
    kill();
    m_time.runUntil([this] { return m_life->link().isSubscribed(); }, minutes(2));
    m_time.runFor(minutes(3));
    ChatManager &chat = m_life->chat();
    for (const qint64 room : ModelServer::rooms()) {
        chat.open(idOf(room));
        m_time.runUntil([&] { return chat.isLoaded(idOf(room)) && !chat.isLoading(idOf(room)); },
                        minutes(1));
        m_time.runFor(minutes(2));
        Books::compareRows(outcome, room, chat.messages(idOf(room)), rowsOf(room));
        m_books.compareSent(outcome, room, chat.messages(idOf(room)), rowsOf(room),
                            unboundedIn(room));
    }
    m_books.compareStopped(outcome);
    outcome.sent = m_books.accepted();
    return outcome;
}

} // namespace suhbat::fault
