#include "demo/rest/RestApi.h"

#include "demo/chat/Chat.h"
#include "demo/chat/EventForms.h"
#include "demo/rest/FailureReplies.h"
#include "demo/store/Storage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace suhbat::demo {

namespace {

QString bearerToken(const HttpRequest &request)
{
    const QByteArray value = request.header("Authorization");
    return value.startsWith("Bearer ") ? QString::fromLatin1(value.mid(7).trimmed()) : QString();
}

QString originOf(const HttpRequest &request)
{
    return QStringLiteral("http://") + QString::fromLatin1(request.header("Host"));
}

ApiAnswer methodNotAllowed(const HttpRequest &request, const QStringList &methods)
{
    const QString supported = methods.join(QStringLiteral(", "));
    ApiAnswer answer =
        problem(405, QStringLiteral("The %1 method is not supported for route %2. "
                                    "Supported methods: %3.")
                         .arg(QString::fromLatin1(request.method), request.path.mid(1), supported));
    answer.reply.headers.emplaceBack("Allow", supported.toLatin1());
    return answer;
}

} // namespace

RestApi::RestApi(Chat &chat, Faults &faults, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_chat(chat)
    , m_faults(faults)
    , m_settings(settings)
    , m_auth(chat.storage().people, faults)
    , m_conversations(chat, faults, m_settings.capabilities, settings.perPage)
    , m_messages(chat, m_settings.capabilities)
    , m_extensions(chat, m_settings.capabilities, settings.perPage)
    , m_broadcasting(chat, faults, m_settings.capabilities, settings.app)
{
    m_auth.addTo(m_router);
    m_conversations.addTo(m_router);
    m_messages.addTo(m_router);
    m_broadcasting.addTo(m_router);
    m_extensions.addTo(m_router);
    connect(&m_auth, &AuthEndpoints::loggedIn, this, &RestApi::loggedIn);
    connect(&m_auth, &AuthEndpoints::loggedOut, this, &RestApi::loggedOut);
}

void RestApi::handle(const HttpRequest &request, const HttpResponder &responder)
{
    const auto failure = m_faults.takeFailure(request.method, request.path);
    if (failure == Failure::CutBefore) {
        responder.cut();
    } else if (failure == Failure::CutAfter || failure == Failure::SilentAfter) {
        const ApiAnswer done = answer(request);
        if (done.afterwards)
            done.afterwards();
        if (failure == Failure::CutAfter)
            responder.cut();
    } else if (failure == Failure::NoAnswer) {
        return;
    } else if (failure) {
        deliver({failureReply(*failure, m_faults.retryAfterSeconds), {}}, responder);
    } else {
        deliver(answer(request), responder);
    }
}

ApiAnswer RestApi::answer(const HttpRequest &request)
{
    const Router::Match match = m_router.match(request.method, request.path);
    if (!match.handler && !match.methods.isEmpty())
        return methodNotAllowed(request, match.methods);
    if (!match.handler) {
        return problem(404,
                       QStringLiteral("The route %1 could not be found.").arg(request.path.mid(1)));
    }
    ApiCall call{request, originOf(request),    languageOf(request),
                 {},      bearerToken(request), match.parameters};
    if (match.access == Router::Access::Token) {
        PeopleTable &people = m_chat.storage().people;
        call.person = people.byId(people.ownerOfToken(call.token));
        if (call.person.id == 0)
            return problem(401, QStringLiteral("Unauthenticated."));
    }
    return (*match.handler)(call);
}

HttpReply RestApi::reshaped(const HttpReply &original) const
{
    HttpReply reply = original;
    if (!m_faults.avatarUrl.isEmpty()) {
        for (const QByteArray name : {"avatar_url", "avatar"})
            reply.body.replace('"' + name + "\":null",
                               '"' + name + "\":\"" + m_faults.avatarUrl + '"');
    }
    if (!m_faults.stringIds && !m_faults.bareReplies)
        return reply;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return reply;
    QJsonValue value = document.object();
    const QJsonValue data = value[QLatin1String("data")];
    const bool isList = document.object().contains(QLatin1String("meta"));
    if (m_faults.bareReplies && reply.status < 300 && !data.isUndefined() && !isList)
        value = data;
    if (m_faults.stringIds)
        value = events::withStringIds(value);
    HttpReply changed = HttpReply::json(reply.status, value);
    changed.headers = reply.headers;
    return changed;
}

void RestApi::deliver(const ApiAnswer &answer, const HttpResponder &responder)
{
    const HttpReply reply = reshaped(answer.reply);
    const auto afterwards = answer.afterwards ? answer.afterwards : [] {};
    if (m_faults.eventBeforeReply) {
        afterwards();
        const int delay = m_faults.replyDelayMs > 0 ? m_faults.replyDelayMs : 100;
        QTimer::singleShot(delay, this, [responder, reply] { responder.send(reply); });
    } else if (m_faults.replyDelayMs > 0) {
        QTimer::singleShot(m_faults.replyDelayMs, this, [responder, reply, afterwards] {
            responder.send(reply);
            afterwards();
        });
    } else {
        responder.send(reply);
        afterwards();
    }
}

} // namespace suhbat::demo
