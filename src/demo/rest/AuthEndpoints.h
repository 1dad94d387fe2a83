#pragma once

#include "demo/rest/Router.h"

#include <QObject>
#include <QSet>

namespace suhbat::demo {

class Faults;
class PeopleTable;

/// Login with password and SMS code, token check, logout and the profile (endpoints 1-4 and 7).
/// Everybody's password is `demo-pass`, every SMS code `482915`.
class AuthEndpoints : public QObject
{
    Q_OBJECT

public:
    AuthEndpoints(PeopleTable &people, const Faults &faults, QObject *parent = nullptr);

    void addTo(Router &router);

Q_SIGNALS:
    void loggedIn(qint64 personId);
    void loggedOut(qint64 personId);

private:
    ApiAnswer login(const ApiCall &call);
    ApiAnswer verify(const ApiCall &call);
    ApiAnswer verifyCode(const ApiCall &call);
    ApiAnswer checkToken(const ApiCall &call);
    ApiAnswer resend(const ApiCall &call);
    ApiAnswer logout(const ApiCall &call);
    ApiAnswer profile(const ApiCall &call);
    ApiAnswer session(const Person &person);

    PeopleTable &m_people;
    const Faults &m_faults;
    QSet<qint64> m_awaitingCode; ///< who gave the right password and owes the code
};

} // namespace suhbat::demo
