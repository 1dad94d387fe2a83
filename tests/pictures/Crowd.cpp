#include "pictures/Crowd.h"

#include "demo/store/Storage.h"

namespace suhbat::test {

namespace {

constexpr qint64 kims = 43;
constexpr int orders = 997;
constexpr qint64 firstOrder = 4000;

void addPeople(demo::Storage &storage)
{
    qint64 id = Crowd::me;
    for (const QString &name : Crowd::names().mid(0, 3)) {
        demo::Person person;
        person.id = id;
        person.name = name;
        person.phone = QStringLiteral("998900000%1").arg(id);
        person.email = QStringLiteral("%1@example.test").arg(id);
        person.language = QStringLiteral("en");
        storage.people.insert(person);
        ++id;
    }
    demo::Person kim;
    kim.id = kims;
    kim.name = QStringLiteral("Kim Ito");
    kim.phone = QStringLiteral("998900000002");
    kim.email = QStringLiteral("kim@example.test");
    kim.language = QStringLiteral("en");
    storage.people.insert(kim);
}

/// Each with one message, a minute apart from the next; of every seventh it is not read.
void addOrders(demo::Storage &storage, qint64 now)
{
    const QString numbers =
        QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ") +
        QString::number(orders) + QStringLiteral(") ");
    const auto run = [&](const QString &sql, const QVariantList &values) {
        storage.database.run(numbers + sql, values);
    };
    run(QStringLiteral("INSERT INTO conversations SELECT i, 0, 'Order ' || (? + i), 'en', 0, ?, 0"
                       " FROM n"),
        {firstOrder, Crowd::me});
    run(QStringLiteral("INSERT INTO members SELECT i, ? FROM n UNION SELECT i, ? FROM n"),
        {Crowd::me, kims});
    run(QStringLiteral("INSERT INTO messages SELECT i, i, ?, ?, NULL, ? + i * 60000 FROM n"),
        {kims, Crowd::lines().last(), now - qint64(orders + 60) * 60000});
    run(QStringLiteral("INSERT INTO reads SELECT i, ? FROM n WHERE i % 7 <> 0"), {Crowd::me});
}

} // namespace

const QString Crowd::phone = QStringLiteral("998900000900");

const QStringList &Crowd::names()
{
    static const QStringList all = {
        QStringLiteral("Abdurahmonqulov Muhammadrasulbek Zokirjon oʻgʻli Toshkentlik"),
        QStringLiteral("Александра Константиновна Преображенская-Белозёрская-Волкова"),
        QStringLiteral("Maximiliane Katharina Schmidt-Rottluff von Hohenstauffenberg"),
        QStringLiteral("Delivery, customs and paperwork for the second half of 2026!")};
    return all;
}

const QStringList &Crowd::lines()
{
    static const QStringList all = {
        QStringLiteral("Who has the list of the pallets?"),
        QStringLiteral("Второй ящик, зелёная папка."),
        QStringLiteral("Got it, and here is the plan for Friday."),
        QStringLiteral("The old price list: http://prices.example/2025"),
        QStringLiteral("Delivered at gate 2")};
    return all;
}

QStringList Crowd::orderNames()
{
    QStringList all;
    for (int i = 1; i <= orders; ++i)
        all.append(QStringLiteral("Order %1").arg(firstOrder + i));
    return all;
}

demo::DemoOptions Crowd::filled(demo::DemoOptions options)
{
    demo::Storage storage(options.databaseFile);
    const QDateTime now = options.now();
    storage.database.begin();
    addPeople(storage);
    addOrders(storage, now.toMSecsSinceEpoch());
    const auto room = [&](qint64 id, const QList<qint64> &members, const QString &title) {
        demo::Conversation made;
        made.id = id;
        made.direct = title.isEmpty();
        made.title = title;
        made.language = QStringLiteral("en");
        made.createdBy = me;
        made.createdAt = now;
        made.members = members;
        storage.conversations.insert(made);
    };
    qint64 last = 5000;
    const auto say = [&](qint64 conversation, qint64 who, const QString &text, int minutesAgo) {
        demo::Message message;
        message.id = ++last;
        message.conversationId = conversation;
        message.senderId = who;
        message.body = text;
        message.createdAt = now.addSecs(-60 * minutesAgo);
        storage.messages.insert(message);
    };
    room(7000, {me, maximiliane}, QLatin1String(""));
    say(7000, maximiliane, lines()[0], 44);
    room(7001, {me, aleksandra}, QLatin1String(""));
    say(7001, me, lines()[0], 31);
    say(7001, aleksandra, lines()[1], 30);
    room(group, {me, aleksandra, maximiliane}, names()[3]);
    say(group, maximiliane, lines()[0], 12);
    say(group, aleksandra, lines()[1], 11);
    say(group, maximiliane, lines()[2], 10);
    say(group, aleksandra, lines()[3], 9);
    storage.database.commit();
    options.perPage = orders + 3; // one page: what is pictured is the list, not its coming
    return options;
}

Crowd::Crowd(demo::DemoOptions options) : m_server(filled(std::move(options))) {}

bool Crowd::listen()
{
    if (!m_server.listen())
        return false;
    m_door = std::make_unique<SlowDoor>(m_server.port());
    return m_door->isListening();
}

} // namespace suhbat::test
