#include "pusher/UserSignIn.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::pusher {

void UserSignIn::request(Actions &out)
{
    m_wanted = true;
    const bool idle = m_phase == Phase::None || m_phase == Phase::Failed;
    if (idle && !m_socketId.isEmpty())
        start(out);
}

void UserSignIn::forget()
{
    m_wanted = false;
    m_userId.clear();
    m_phase = Phase::None;
    m_isAsked = false;
}

void UserSignIn::connectionUp(const QString &socketId, Actions &out)
{
    m_socketId = socketId;
    if (m_wanted)
        start(out);
}

void UserSignIn::connectionDown()
{
    m_socketId.clear();
    m_userId.clear();
    m_phase = Phase::None;
    m_isAsked = false;
}

void UserSignIn::start(Actions &out)
{
    m_phase = Phase::Asking;
    m_isAsked = false;
    out.push_back(AuthenticateUser{m_socketId, ++m_generation});
}

void UserSignIn::authenticated(quint64 generation, const Result<UserAuthentication> &answer,
                               Instant now, Actions &out)
{
    if (m_phase != Phase::Asking || generation != m_generation)
        return;
    if (!answer) {
        fail(answer.error(), out);
        return;
    }
    if (answer->userData.isEmpty()) {
        fail(Error::make(Error::Kind::BadResponse, QStringLiteral("no user_data in the answer")),
             out);
        return;
    }
    const QJsonObject frame{
        {QStringLiteral("event"), QStringLiteral("pusher:signin")},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("auth"), answer->auth},
                                             {QStringLiteral("user_data"), answer->userData}}}};
    const QByteArray text = QJsonDocument(frame).toJson(QJsonDocument::Compact);
    if (text.size() > m_maxFrameSize) {
        fail(Error::make(Error::Kind::TooLarge, QStringLiteral("the frame is too long")), out);
        return;
    }
    m_phase = Phase::Sent;
    m_isAsked = true;
    m_answerBy = now + m_timeout;
    out.push_back(SendText{text});
}

void UserSignIn::succeeded(const Frame &frame, Actions &out)
{
    // Failed: the answer came after our patience ended, and is as good as one in time.
    if (m_phase != Phase::Sent && m_phase != Phase::Failed)
        return;
    const auto text = frame.data["user_data"].string();
    const auto user = JsonValue::parse(text.value_or(QString()).toUtf8());
    const QString id = user ? (*user)["id"].string().value_or(QString()) : QString();
    if (id.isEmpty()) {
        fail(Error::make(Error::Kind::BadResponse, QStringLiteral("signed in without a user id")),
             out);
        return;
    }
    m_phase = Phase::Done;
    m_userId = id;
    out.push_back(SignedIn{id, *user});
}

void UserSignIn::fail(const Error &error, Actions &out)
{
    m_phase = Phase::Failed;
    out.push_back(SignInFailed{error});
    const QJsonObject data{{QStringLiteral("type"), QStringLiteral("AuthError")},
                           {QStringLiteral("error"), error.detail},
                           {QStringLiteral("status"), error.status}};
    const auto json = JsonValue::parse(QJsonDocument(data).toJson(QJsonDocument::Compact));
    out.push_back(EventReceived{
        {}, QStringLiteral("pusher:signin_error"), json ? *json : JsonValue(), {}, 0});
}

void UserSignIn::timePassed(Instant now, Actions &out)
{
    if (m_phase == Phase::Sent && m_answerBy <= now)
        fail(Error::make(Error::Kind::Timeout,
                         QStringLiteral("the server does not answer the sign-in")),
             out);
}

std::optional<Instant> UserSignIn::deadline() const
{
    return m_phase == Phase::Sent ? std::optional(m_answerBy) : std::nullopt;
}

void readWatchlist(const Frame &frame, Actions &out)
{
    const QVector<JsonValue> events = frame.data["events"].items();
    for (const JsonValue &event : events) {
        const QString name = event["name"].string().value_or(QString());
        QStringList ids;
        const QVector<JsonValue> list = event["user_ids"].items();
        for (const JsonValue &entry : list) {
            if (const auto id = entry.id())
                ids.append(*id);
        }
        if (!name.isEmpty())
            out.push_back(WatchlistChanged{name, ids});
    }
}

} // namespace suhbat::pusher
