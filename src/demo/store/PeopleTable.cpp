#include "demo/store/PeopleTable.h"

#include "demo/store/Database.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace suhbat::demo {

namespace {

// The contract's example token is number 7; lower numbers were "somebody else's".
constexpr qint64 firstTokenId = 7;

QString hashOf(const QString &secret)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString randomSecret()
{
    const QLatin1String letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString secret;
    for (int i = 0; i < 40; ++i)
        secret += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    return secret;
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](QChar c) { return c.isDigit(); });
    return digits;
}

} // namespace

PeopleTable::PeopleTable(const Database &database) : m_database(database)
{
    QSqlQuery rows = database.run(QStringLiteral(
        "SELECT id, name, phone, email, language, needs_code, created_at, updated_at FROM people"));
    while (rows.next()) {
        Person person{rows.value(0).toLongLong(),
                      rows.value(1).toString(),
                      rows.value(2).toString(),
                      rows.value(3).toString(),
                      rows.value(4).toString(),
                      rows.value(5).toBool(),
                      {},
                      {}};
        person.createdAt = QDateTime::fromMSecsSinceEpoch(rows.value(6).toLongLong(), Qt::UTC);
        person.updatedAt = QDateTime::fromMSecsSinceEpoch(rows.value(7).toLongLong(), Qt::UTC);
        m_people.insert(person.id, person);
    }
}

void PeopleTable::insert(const Person &person)
{
    m_database.run(QStringLiteral("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                   {person.id, person.name, person.phone, person.email, person.language,
                    person.needsCode, person.createdAt.toMSecsSinceEpoch(),
                    person.updatedAt.toMSecsSinceEpoch()});
    m_people.insert(person.id, person);
}

Person PeopleTable::byLogin(const QString &login) const
{
    const QString digits = digitsOf(login);
    const QString text = login.trimmed().toLower();
    for (const Person &person : m_people) {
        if (person.phone == digits || person.email == text ||
            person.email.section(QLatin1Char('@'), 0, 0) == text)
            return person;
    }
    return {};
}

QList<Person> PeopleTable::all() const
{
    QList<Person> people = m_people.values();
    std::sort(people.begin(), people.end(), [](const Person &a, const Person &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    return people;
}

QString PeopleTable::issueToken(qint64 personId)
{
    const QString secret = randomSecret();
    const qint64 id =
        m_database
            .value(QStringLiteral("SELECT COALESCE(MAX(id) + 1, ?) FROM tokens"), {firstTokenId})
            .toLongLong();
    m_database.run(QStringLiteral("INSERT INTO tokens VALUES (?, ?, ?)"),
                   {id, hashOf(secret), personId});
    return QString::number(id) + QLatin1Char('|') + secret;
}

qint64 PeopleTable::ownerOfToken(const QString &token) const
{
    return m_database
        .value(QStringLiteral("SELECT person_id FROM tokens WHERE id = ? AND hash = ?"),
               {token.section(QLatin1Char('|'), 0, 0).toLongLong(),
                hashOf(token.section(QLatin1Char('|'), 1))})
        .toLongLong();
}

bool PeopleTable::hasToken(qint64 personId) const
{
    return m_database
               .value(QStringLiteral("SELECT COUNT(*) FROM tokens WHERE person_id = ?"), {personId})
               .toInt() > 0;
}

void PeopleTable::revokeToken(const QString &token)
{
    m_database.run(QStringLiteral("DELETE FROM tokens WHERE id = ? AND hash = ?"),
                   {token.section(QLatin1Char('|'), 0, 0).toLongLong(),
                    hashOf(token.section(QLatin1Char('|'), 1))});
}

void PeopleTable::revokeTokensOf(qint64 personId)
{
    m_database.run(QStringLiteral("DELETE FROM tokens WHERE person_id = ?"), {personId});
}

} // namespace suhbat::demo
