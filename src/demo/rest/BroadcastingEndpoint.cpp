#include "demo/rest/BroadcastingEndpoint.h"

#include "demo/broadcast/Signatures.h"
#include "demo/chat/Chat.h"
#include "demo/store/Storage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace suhbat::demo {

namespace {

bool isPresence(const QString &channel)
{
    return channel.startsWith(QLatin1String("presence-"));
}

QString channelDataFor(const Person &person)
{
    const QJsonObject info{{QStringLiteral("id"), person.id},
                           {QStringLiteral("name"), person.name}};
    const QJsonObject data{{QStringLiteral("user_id"), QString::number(person.id)},
                           {QStringLiteral("user_info"), info}};
    return QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
}

} // namespace

BroadcastingEndpoint::BroadcastingEndpoint(Chat &chat, const Faults &faults,
                                           const Capabilities &capabilities,
                                           const AppCredentials &app)
    : m_chat(chat), m_faults(faults), m_capabilities(capabilities), m_app(app)
{}

void BroadcastingEndpoint::addTo(Router &router)
{
    router.add("POST", QStringLiteral("/api/broadcasting/auth"), Router::Access::Token,
               [this](const ApiCall &call) { return authorize(call, AuthRoute::ApiOnly); });
    router.add("POST", QStringLiteral("/broadcasting/auth"), Router::Access::Token,
               [this](const ApiCall &call) { return authorize(call, AuthRoute::OriginOnly); });
}

ApiAnswer BroadcastingEndpoint::authorize(const ApiCall &call, AuthRoute route) const
{
    if (m_faults.authRoute != AuthRoute::Both && m_faults.authRoute != route) {
        return problem(
            404, QStringLiteral("The route %1 could not be found.").arg(call.request.path.mid(1)));
    }
    const QJsonObject fields = call.fields();
    const QString channel = fields.value(QLatin1String("channel_name")).toString();
    const QString socketId = fields.value(QLatin1String("socket_id")).toString();
    if (!mayListen(call.person, channel))
        return problem(403, QString());
    static const QRegularExpression socketIdForm(QStringLiteral("^\\d+\\.\\d+$"));
    if (!socketIdForm.match(socketId).hasMatch())
        return problem(500, QStringLiteral("Invalid socket ID %1").arg(socketId));
    QJsonObject answer;
    QString channelData;
    if (isPresence(channel)) {
        channelData = channelDataFor(call.person);
        answer.insert(QStringLiteral("channel_data"), channelData);
    }
    AppCredentials app = m_app;
    if (m_faults.wrongSignatures)
        app.secret += "-wrong";
    answer.insert(QStringLiteral("auth"),
                  signatures::channelAuth(app, socketId, channel, channelData));
    return {HttpReply::json(200, answer), {}};
}

bool BroadcastingEndpoint::mayListen(const Person &person, const QString &channel) const
{
    if (isPresence(channel) && !m_capabilities.presence)
        return false;
    static const QRegularExpression forms(
        QStringLiteral("^(?:private-user\\.(?<user>\\d+)"
                       "|private-chat\\.(?<chat>\\d+)\\.(?<member>\\d+)"
                       "|(?:private|presence)-conversation\\.(?<conversation>\\d+))$"));
    const QRegularExpressionMatch match = forms.match(channel);
    if (!match.hasMatch())
        return false;
    const auto number = [&match](const char *name) {
        return match.captured(QLatin1String(name)).toLongLong();
    };
    if (number("user") > 0)
        return number("user") == person.id;
    if (number("chat") > 0 && number("member") != person.id)
        return false;
    const qint64 conversation = number("chat") > 0 ? number("chat") : number("conversation");
    return m_chat.storage().conversations.byId(conversation).members.contains(person.id);
}

} // namespace suhbat::demo
