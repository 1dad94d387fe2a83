#include "Books.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace suhbat::fault {

const QString Books::elsewhere = QStringLiteral("from my telephone");

void Books::write(const TempId &id, qint64 conversation, const QString &body)
{
    m_rows.insert(id, int(m_written.size()));
    m_written.append({id, conversation, body, false, false, {}});
}

void Books::see(const QVector<Message> &messages)
{
    for (const Message &message : messages) {
        const auto row = m_rows.constFind(message.tempId);
        if (row == m_rows.cend())
            continue;
        Written &written = m_written[*row];
        const bool stopped =
            written.state == Message::State::Failed || written.state == Message::State::Undecided;
        written.revived = written.revived || (stopped && message.state == Message::State::Sending);
        written.state = message.state;
        written.accepted =
            written.accepted || message.state == Message::State::Sending || !message.id.isEmpty();
    }
    m_peak = std::max(m_peak, onTheirWay());
}

void Books::giveUp(const TempId &id)
{
    if (const auto row = m_rows.constFind(id); row != m_rows.cend())
        m_written[*row].givenUp = true;
}

int Books::onTheirWay() const
{
    return int(std::count_if(m_written.cbegin(), m_written.cend(), [](const Written &one) {
        return one.state == Message::State::Sending && !one.givenUp;
    }));
}

void Books::compareStopped(Outcome &outcome) const
{
    for (const Written &one : m_written) {
        if (!one.revived)
            continue;
        ++outcome.doubled;
        outcome.problems.append(
            QStringLiteral("was shown as stopped and sent all the same: %1 in %2")
                .arg(one.body)
                .arg(one.conversation));
    }
}

int Books::accepted() const
{
    return int(std::count_if(m_written.cbegin(), m_written.cend(),
                             [](const Written &one) { return one.accepted && !one.givenUp; }));
}

void Books::compareRows(Outcome &outcome, qint64 conversation, const QVector<Message> &shown,
                        const QVector<ModelServer::Row> &server)
{
    QStringList have;
    for (const ModelServer::Row &row : server) {
        if (row.conversation == conversation)
            have.append(QString::number(row.id));
    }
    QStringList ids;
    for (const Message &message : shown) {
        if (!message.id.isEmpty())
            ids.append(message.id.toString());
    }
    if (ids == have)
        return;
    const QSet<QString> once(ids.cbegin(), ids.cend());
    int missing = 0;
    for (const QString &id : std::as_const(have))
        missing += once.contains(id) ? 0 : 1;
    const int twice = int(ids.size() - once.size());
    outcome.lost += missing;
    outcome.doubled += twice;
    if (missing == 0 && twice == 0)
        ++outcome.lost; // not in order, or not the server's
    outcome.problems.append(QStringLiteral("conversation %1 shows %2 instead of %3")
                                .arg(conversation)
                                .arg(ids.join(QLatin1Char(' ')), have.join(QLatin1Char(' '))));
}

void Books::compareSent(Outcome &outcome, qint64 conversation, const QVector<Message> &shown,
                        const QVector<ModelServer::Row> &server, const QStringList &unbounded) const
{
    struct Count
    {
        int wanted = 0;
        int maybe = 0; ///< killed before anything was said of it, or given up: may be there
        int kept = 0;
        int marked = 0;
    };
    QMap<QString, Count> counts; // equal texts are counted together
    for (const Written &one : m_written) {
        if (one.conversation == conversation)
            ++(one.accepted && !one.givenUp ? counts[one.body].wanted : counts[one.body].maybe);
    }
    const auto first = std::find_if(server.cbegin(), server.cend(), [](const auto &row) {
        return row.id >= 500 + 2 * ModelServer::rooms().size();
    });
    for (auto row = first; row != server.cend(); ++row) {
        const bool own = row->sender == ModelServer::self && row->body != elsewhere;
        if (row->conversation == conversation && own)
            ++counts[row->body].kept;
    }
    for (const Message &message : shown) {
        if (!message.id.isEmpty())
            continue;
        if (message.state == Message::State::Sending) {
            ++outcome.lost;
            outcome.problems.append(QStringLiteral("still sending: %1").arg(message.body));
        }
        if (message.state == Message::State::Undecided || message.state == Message::State::Failed) {
            ++counts[message.body].marked;
            ++outcome.undecided;
        }
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        int there = it->kept + it->marked;
        const int most = it->wanted + it->maybe;
        const int excused = std::clamp(there - most, 0, int(unbounded.count(it.key())));
        outcome.unbounded += excused;
        there -= excused;
        if (there >= it->wanted && there <= most)
            continue;
        outcome.lost += std::max(0, it->wanted - there);
        outcome.doubled += std::max(0, there - most);
        outcome.problems.append(
            QStringLiteral("conversation %1: \"%2\" was sent %3 times (maybe %4 more), the server "
                           "has it %5 times, %6 are marked")
                .arg(conversation)
                .arg(it.key())
                .arg(it->wanted)
                .arg(it->maybe)
                .arg(it->kept)
                .arg(it->marked));
    }
}

} // namespace suhbat::fault
