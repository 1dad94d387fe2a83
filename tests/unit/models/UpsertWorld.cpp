#include "UpsertWorld.h"

#include "chat/OutboxBubble.h"

namespace suhbat::test {

using namespace outbox;

namespace {

const ConversationId room(QStringLiteral("12"));
constexpr Milliseconds requestTimeout(30000);
const QStringList texts{QStringLiteral("ok"), QStringLiteral("yes"), QStringLiteral("see you")};

User person(int id)
{
    User user;
    user.id = UserId(qint64(id));
    user.name = QStringLiteral("Person %1").arg(id);
    return user;
}

} // namespace

UpsertWorld::UpsertWorld(unsigned seed, bool serverKeepsTempIds)
    : m_random(seed)
    , m_keepsTempIds(serverKeepsTempIds)
    , m_now(std::chrono::hours(1))
    , m_me(person(42))
    , m_kim(person(43))
    , m_timeline(m_me.id)
    , m_machine({[this] { return double(roll(1000)) / 1000; }, requestTimeout,
                 [this](const ConversationId &) { return std::optional(m_timeline.newestId()); }})
{
    m_model.open({}, m_me.id, false);
}

void UpsertWorld::run(int steps)
{
    for (int i = 0; i < steps; ++i)
        step();
    m_healthy = true;
    // Bounded: whoever is not quiet by then never will be, and the verdict says so.
    for (int i = 0; i < 2000 && (!m_parcels.isEmpty() || m_machine.wakeAt()); ++i) {
        if (m_parcels.isEmpty() && m_machine.wakeAt())
            m_now = std::max(m_now, *m_machine.wakeAt());
        advance();
        if (!m_parcels.isEmpty())
            deliver(roll(int(m_parcels.size())));
    }
    upsert(m_server); // a last page: what events did not bring
}

void UpsertWorld::step()
{
    advance();
    switch (roll(10)) {
    case 0:
    case 1:
        userSends();
        break;
    case 2:
        someoneElseWrites();
        break;
    case 3: // a page, as after a reconnect
        m_parcels.append({Parcel::Kind::AskPage, 0, {}, Error(), {}, {}});
        break;
    case 4:
        perform(m_machine.networkUp(m_now));
        break;
    case 5: // the user tries again what stopped
        for (const Message &message : QVector<Message>(m_timeline.messages())) {
            if (message.id.isEmpty() && message.state != Message::State::Sending && roll(4) == 0)
                perform(m_machine.retry(message.tempId, m_now));
        }
        break;
    default:
        if (!m_parcels.isEmpty())
            deliver(roll(int(m_parcels.size())));
    }
}

void UpsertWorld::advance()
{
    m_now += Milliseconds(roll(m_healthy ? 50 : 4000));
    // Behind the deadline the client has given up, and so has the server.
    for (qsizetype i = m_parcels.size() - 1; i >= 0; --i) {
        const Parcel parcel = m_parcels.at(i);
        if (parcel.kind != Parcel::Kind::Request || m_now < parcel.deadline)
            continue;
        m_parcels.removeAt(i);
        perform(m_machine.answered(parcel.ticket, Error::make(Error::Kind::Timeout, {}), m_now));
    }
    if (const auto at = m_machine.wakeAt(); at && *at <= m_now)
        perform(m_machine.tick(m_now));
}

void UpsertWorld::userSends()
{
    OutboxEntry entry;
    entry.tempId = TempId(QStringLiteral("t%1").arg(++m_sent));
    entry.conversationId = room;
    entry.body = texts.at(roll(int(texts.size())));
    ++m_sentTexts[entry.body];
    perform(m_machine.add(entry));
}

void UpsertWorld::someoneElseWrites()
{
    const Message message = commit(m_kim, texts.at(roll(int(texts.size()))), {});
    for (int copies = roll(3); copies > 0; --copies) // none: too large for the socket
        m_parcels.append({Parcel::Kind::Event, 0, {}, Error(), {message}, {}});
}

Message UpsertWorld::commit(const User &from, const QString &text, const TempId &temp)
{
    Message message;
    message.id = MessageId(qint64(m_server.size() + 1));
    message.conversationId = room;
    message.sender = from;
    message.body = text;
    message.tempId = m_keepsTempIds ? temp : TempId();
    message.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC).addSecs(m_server.size());
    m_server.append(message);
    return message;
}

void UpsertWorld::send(Parcel::Kind kind, Ticket ticket, const Result<Message> &answer)
{
    m_parcels.append({kind, ticket, {}, answer, {}, {}});
}

void UpsertWorld::deliver(qsizetype index)
{
    // A disk keeps the order.
    if (m_parcels.at(index).kind == Parcel::Kind::DiskAnswer) {
        const auto first =
            std::find_if(m_parcels.cbegin(), m_parcels.cend(), [](const Parcel &parcel) {
                return parcel.kind == Parcel::Kind::DiskAnswer;
            });
        index = first - m_parcels.cbegin();
    }
    const Parcel parcel = m_parcels.takeAt(index);
    switch (parcel.kind) {
    case Parcel::Kind::Request:
        onRequest(parcel);
        break;
    case Parcel::Kind::Answer:
        perform(m_machine.answered(parcel.ticket, parcel.answer, m_now));
        break;
    case Parcel::Kind::AskPage:
        m_parcels.append({Parcel::Kind::Page, 0, {}, Error(), m_server, {}});
        break;
    case Parcel::Kind::AskLook:
        m_parcels.append({Parcel::Kind::LookAnswer, parcel.ticket, {}, Error(), m_server, {}});
        break;
    case Parcel::Kind::Event:
    case Parcel::Kind::Page:
        upsert(parcel.messages);
        break;
    case Parcel::Kind::LookAnswer:
        onLookAnswer(parcel);
        break;
    case Parcel::Kind::DiskAnswer:
        onDisk(parcel);
        break;
    }
}

void UpsertWorld::onRequest(const Parcel &parcel)
{
    using Kind = Error::Kind;
    const auto refuse = [&](Kind kind) {
        send(Parcel::Kind::Answer, parcel.ticket, Error::make(kind, {}));
    };
    const int fate = m_healthy ? 100 : roll(12);
    if (fate < 4) {
        constexpr Kind kinds[] = {Kind::Validation, Kind::RateLimited, Kind::Unreachable,
                                  Kind::Timeout};
        refuse(kinds[fate]); // the server has not seen it, or did not want it
        return;
    }
    if (fate == 4 && parcel.ticket != 0) {
        refuse(Kind::Timeout); // the client believes it cut, and the server gets it later
        Parcel ghost = parcel;
        ghost.ticket = 0;
        m_parcels.append(ghost);
        return;
    }
    const Message message = commit(m_me, parcel.entry.body, parcel.entry.tempId);
    for (int copies = m_healthy ? 1 : roll(3); copies > 0; --copies)
        m_parcels.append({Parcel::Kind::Event, 0, {}, Error(), {message}, {}});
    if (fate == 5 || fate == 6)
        refuse(fate == 5 ? Kind::Timeout : Kind::Server); // the answer is lost
    else
        send(Parcel::Kind::Answer, parcel.ticket, message);
}

void UpsertWorld::onLookAnswer(const Parcel &parcel)
{
    if (!m_healthy && roll(4) == 0) {
        const auto kind = roll(2) == 0 ? Error::Kind::Timeout : Error::Kind::Unreachable;
        perform(m_machine.looked(parcel.ticket, Error::make(kind, {}), m_now));
        return;
    }
    upsert(parcel.messages);
    Seen seen;
    seen.complete = true;
    if (!parcel.messages.isEmpty()) {
        seen.oldest = parcel.messages.first().id;
        seen.newest = parcel.messages.last().id;
    }
    perform(m_machine.looked(parcel.ticket, seen, m_now));
}

void UpsertWorld::onDisk(const Parcel &parcel)
{
    const bool full = !m_healthy && roll(40) == 0;
    const Result<void> result =
        full ? Result<void>(Error::make(Error::Kind::Storage, {})) : Result<void>();
    perform(m_machine.stored(parcel.ticket, result, m_now));
}

void UpsertWorld::perform(const Actions &actions)
{
    m_todo += actions;
    if (std::exchange(m_performing, true))
        return;
    while (!m_todo.isEmpty())
        std::visit([this](const auto &action) { run(action); }, m_todo.takeFirst());
    m_performing = false;
}

void UpsertWorld::run(const StoreRow &action)
{
    send(Parcel::Kind::DiskAnswer, action.ticket, Error());
}

void UpsertWorld::run(const RemoveRow &action)
{
    send(Parcel::Kind::DiskAnswer, action.ticket, Error());
}

void UpsertWorld::run(const Post &action)
{
    m_parcels.append(
        {Parcel::Kind::Request, action.ticket, action.entry, Error(), {}, m_now + requestTimeout});
}

void UpsertWorld::run(const Abort &) {}

void UpsertWorld::run(const Look &action)
{
    send(Parcel::Kind::AskLook, action.ticket, Error());
}

void UpsertWorld::run(const Show &action)
{
    apply(showInTimeline(m_timeline, action, m_me));
}

void UpsertWorld::run(const Delivered &action)
{
    upsert({action.message});
}

void UpsertWorld::run(const Release &action)
{
    apply(m_timeline.release(action.id));
}

void UpsertWorld::run(const GiveBack &action)
{
    --m_sentTexts[action.entry.body]; // the user has it again
}

void UpsertWorld::run(const Forget &action)
{
    apply(m_timeline.discard(action.id));
}

void UpsertWorld::apply(const Timeline::Changes &changes)
{
    if (!changes.isEmpty())
        m_model.show(m_timeline.messages());
}

void UpsertWorld::upsert(const QVector<Message> &messages)
{
    apply(m_timeline.upsert(messages));
    const QVector<Message> rows = m_timeline.messages();
    for (const Message &row : rows) {
        if (!row.id.isEmpty() && m_machine.contains(row.tempId))
            perform(m_machine.confirmed(row.tempId, row.id, m_now));
    }
}

int UpsertWorld::undecided() const
{
    const auto &rows = m_timeline.messages();
    return int(std::count_if(rows.cbegin(), rows.cend(), [](const Message &row) {
        return row.state == Message::State::Undecided;
    }));
}

QString UpsertWorld::verdict() const
{
    const auto &rows = m_timeline.messages();
    if (m_model.count() != rows.size())
        return QStringLiteral("the model has other rows than the timeline");
    for (int row = 0; row < rows.size(); ++row) {
        const QModelIndex index = m_model.index(int(rows.size()) - 1 - row);
        if (m_model.data(index, MessageListModel::BodyRole).toString() != rows.at(row).body)
            return QStringLiteral("the model shows another text in row %1").arg(row);
    }
    QHash<QString, int> there;
    QHash<QString, int> left;
    for (int row = 0; row < rows.size(); ++row) {
        const Message &message = rows.at(row);
        if (row < m_server.size()) {
            if (message.id != m_server.at(row).id || message.body != m_server.at(row).body)
                return QStringLiteral("row %1 is not the server's").arg(row);
            there[message.body] += message.sender.id == m_me.id ? 1 : 0;
            continue;
        }
        if (!message.id.isEmpty() || message.state == Message::State::Sending)
            return QStringLiteral("row %1 is one too many").arg(row);
        ++left[message.body];
    }
    if (rows.size() < m_server.size())
        return QStringLiteral("rows are missing");
    if (rows.size() != m_server.size() + m_machine.unsent() || m_machine.wakeAt())
        return QStringLiteral("the outbox is not at rest");
    for (const QString &text : texts) {
        const int sent = m_sentTexts.value(text);
        if (sent > there.value(text) + left.value(text))
            return QStringLiteral("lost: ") + text;
        if (sent < there.value(text))
            return QStringLiteral("doubled: ") + text;
    }
    return {};
}

QString UpsertWorld::describe() const
{
    const auto line = [](const Message &message) {
        return QStringLiteral("%1/%2 %3 %4")
            .arg(message.id.toString(), message.tempId.toString(), message.sender.id.toString(),
                 message.body);
    };
    QStringList lines{QStringLiteral("server:")};
    for (const Message &message : m_server)
        lines.append(line(message));
    lines.append(QStringLiteral("client:"));
    for (const Message &message : m_timeline.messages())
        lines.append(line(message));
    return lines.join(u'\n');
}

} // namespace suhbat::test
