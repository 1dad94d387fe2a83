#pragma once

#include "demo/store/Records.h"

#include <QHash>

namespace suhbat::demo {

class Database;

/// People and their access tokens. People never change while a server runs, so they are kept in
/// memory; tokens are stored as hashes, as Laravel Sanctum does.
class PeopleTable
{
public:
    explicit PeopleTable(const Database &database);

    void insert(const Person &person);
    /// Id 0 when there is nobody.
    Person byId(qint64 id) const { return m_people.value(id); }
    /// By phone (with or without plus and spaces), e-mail or the e-mail's first half.
    Person byLogin(const QString &login) const;
    /// In the order of their names.
    QList<Person> all() const;
    bool isEmpty() const { return m_people.isEmpty(); }

    /// A new token `ID|40 characters` for that person.
    QString issueToken(qint64 personId);
    /// Whose token that is, or 0.
    qint64 ownerOfToken(const QString &token) const;
    bool hasToken(qint64 personId) const;
    void revokeToken(const QString &token);
    /// Makes every token of that person invalid, as an administrator would.
    void revokeTokensOf(qint64 personId);

private:
    const Database &m_database;
    QHash<qint64, Person> m_people;
};

} // namespace suhbat::demo
