#include "demo/rest/AuthEndpoints.h"

#include "demo/Faults.h"
#include "demo/rest/Shapes.h"
#include "demo/store/PeopleTable.h"

namespace suhbat::demo {

namespace {

ApiAnswer refused(int status, const Words &words)
{
    return {HttpReply::json(status, QJsonObject{{QStringLiteral("success"), false},
                                                {QStringLiteral("message"), words.json()}}),
            {}};
}

QString loginIn(const QJsonObject &fields)
{
    for (const char *name : {"phone", "email", "username", "login"}) {
        const QString value = fields.value(QLatin1String(name)).toString();
        if (!value.trimmed().isEmpty())
            return value;
    }
    return {};
}

// A misspelt login field shows up as a missing phone, as in the real back end.
QList<std::pair<QString, QString>> missing(const QJsonObject &fields, const char *second)
{
    QList<std::pair<QString, QString>> errors;
    if (loginIn(fields).isEmpty())
        errors.append(required(QStringLiteral("phone")));
    if (fields.value(QLatin1String(second)).toString().trimmed().isEmpty())
        errors.append(required(QLatin1String(second)));
    return errors;
}

} // namespace

AuthEndpoints::AuthEndpoints(PeopleTable &people, const Faults &faults, QObject *parent)
    : QObject(parent), m_people(people), m_faults(faults)
{}

void AuthEndpoints::addTo(Router &router)
{
    using Access = Router::Access;
    router.add("POST", QStringLiteral("/api/auth/login"), Access::Public,
               [this](const ApiCall &call) { return login(call); });
    router.add("POST", QStringLiteral("/api/auth/verify"), Access::Public,
               [this](const ApiCall &call) { return verify(call); });
    router.add("POST", QStringLiteral("/api/auth/resend-sms"), Access::Public,
               [this](const ApiCall &call) { return resend(call); });
    router.add("POST", QStringLiteral("/api/auth/logout"), Access::Token,
               [this](const ApiCall &call) { return logout(call); });
    router.add("GET", QStringLiteral("/api/profile"), Access::Token,
               [this](const ApiCall &call) { return profile(call); });
}

ApiAnswer AuthEndpoints::login(const ApiCall &call)
{
    const QJsonObject fields = call.fields();
    if (const auto errors = missing(fields, "password"); !errors.isEmpty())
        return invalid(errors);
    const Person person = m_people.byLogin(loginIn(fields));
    if (person.id == 0 ||
        fields.value(QLatin1String("password")).toString() != QLatin1String("demo-pass")) {
        return refused(m_faults.wrongLoginStatus,
                       {QStringLiteral("Telefon raqami yoki parol notoʻgʻri"),
                        QStringLiteral("Неверный номер телефона или пароль"),
                        QStringLiteral("Wrong phone number or password")});
    }
    if (!person.needsCode)
        return session(person);
    m_awaitingCode.insert(person.id);
    return {
        HttpReply::json(200, QJsonObject{{QStringLiteral("success"), true},
                                         {QStringLiteral("message"), QStringLiteral("Code sent")}}),
        {}};
}

// Two endpoints share this path: with a code it finishes a login, else it checks the token.
ApiAnswer AuthEndpoints::verify(const ApiCall &call)
{
    const QJsonObject fields = call.fields();
    if (fields.contains(QLatin1String("code")) || !loginIn(fields).isEmpty())
        return verifyCode(call);
    return checkToken(call);
}

ApiAnswer AuthEndpoints::verifyCode(const ApiCall &call)
{
    const QJsonObject fields = call.fields();
    if (const auto errors = missing(fields, "code"); !errors.isEmpty())
        return invalid(errors);
    const Person person = m_people.byLogin(loginIn(fields));
    const bool right = fields.value(QLatin1String("code")).toString() == QLatin1String("482915");
    if (!right || !m_awaitingCode.remove(person.id)) {
        return refused(422, {QStringLiteral("Kod notoʻgʻri. Tekshirib, qayta kiriting."),
                             QStringLiteral("Неверный код. Проверьте и введите ещё раз."),
                             QStringLiteral("Wrong code. Check it and type it again.")});
    }
    return session(person);
}

ApiAnswer AuthEndpoints::checkToken(const ApiCall &call)
{
    const Person person = m_people.byId(m_people.ownerOfToken(call.token));
    if (person.id == 0)
        return problem(401, QStringLiteral("Unauthenticated."));
    const Words words{QStringLiteral("Yaroqli"), QStringLiteral("Действителен"),
                      QStringLiteral("Valid")};
    const QJsonObject user{{QStringLiteral("id"), person.id},
                           {QStringLiteral("name"), person.name}};
    return {HttpReply::json(200, QJsonObject{{QStringLiteral("message"), words.json()},
                                             {QStringLiteral("token_valid"), true},
                                             {QStringLiteral("user"), user}}),
            [this, id = person.id] { Q_EMIT loggedIn(id); }};
}

ApiAnswer AuthEndpoints::resend(const ApiCall &call)
{
    const QString login = loginIn(call.fields());
    if (login.isEmpty())
        return invalid({required(QStringLiteral("phone"))});
    if (!m_awaitingCode.contains(m_people.byLogin(login).id)) {
        return refused(422, {QStringLiteral("Avval parol bilan kiring"),
                             QStringLiteral("Сначала войдите с паролем"),
                             QStringLiteral("Sign in with the password first")});
    }
    const Words words{QStringLiteral("Yuborildi"), QStringLiteral("Отправлено"),
                      QStringLiteral("Sent")};
    return {HttpReply::json(200, QJsonObject{{QStringLiteral("success"), true},
                                             {QStringLiteral("message"), words.json()}}),
            {}};
}

ApiAnswer AuthEndpoints::logout(const ApiCall &call)
{
    m_people.revokeToken(call.token);
    const Words words{QStringLiteral("Chiqildi"), QStringLiteral("Выход выполнен"),
                      QStringLiteral("Signed out")};
    return {HttpReply::json(200, QJsonObject{{QStringLiteral("message"), words.json()}}),
            [this, id = call.person.id] { Q_EMIT loggedOut(id); }};
}

ApiAnswer AuthEndpoints::profile(const ApiCall &call)
{
    return {
        HttpReply::json(200, QJsonObject{{QStringLiteral("data"), shapes::profile(call.person)}}),
        {}};
}

ApiAnswer AuthEndpoints::session(const Person &person)
{
    const Words words{QStringLiteral("Kirildi"), QStringLiteral("Вход выполнен"),
                      QStringLiteral("Signed in")};
    return {
        HttpReply::json(200, QJsonObject{{QStringLiteral("success"), true},
                                         {QStringLiteral("message"), words.json()},
                                         {QStringLiteral("token"), m_people.issueToken(person.id)},
                                         {QStringLiteral("user"), shapes::loginUser(person)}}),
        [this, id = person.id] { Q_EMIT loggedIn(id); }};
}

} // namespace suhbat::demo
