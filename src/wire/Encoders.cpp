#include "wire/Encoders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::wire {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString identifierKey(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return QStringLiteral("phone");
    case IdentifierKind::Email:
        return QStringLiteral("email");
    case IdentifierKind::Username:
        break;
    }
    return QStringLiteral("username");
}

template<typename IdType>
QJsonValue idValue(const IdType &id)
{
    // A number only when it comes back the same: "007" is a text.
    const auto number = id.number();
    if (number && QString::number(*number) == id.toString())
        return QJsonValue(*number);
    return QJsonValue(id.toString());
}

QJsonObject identified(IdentifierKind kind, const QString &identifier)
{
    return {{identifierKey(kind), normalisedIdentifier(kind, identifier)}};
}

} // namespace

QString normalisedIdentifier(IdentifierKind kind, const QString &typed)
{
    if (kind != IdentifierKind::Phone)
        return typed.trimmed();
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

QByteArray encodeLogin(IdentifierKind kind, const QString &identifier, const QString &password)
{
    QJsonObject object = identified(kind, identifier);
    object.insert(QStringLiteral("password"), password);
    return compact(object);
}

QByteArray encodeVerifyCode(IdentifierKind kind, const QString &identifier, const QString &code)
{
    QJsonObject object = identified(kind, identifier);
    object.insert(QStringLiteral("code"), code.trimmed());
    return compact(object);
}

QByteArray encodeResendCode(IdentifierKind kind, const QString &identifier)
{
    return compact(identified(kind, identifier));
}

QByteArray encodeTokenCheck()
{
    return QByteArrayLiteral("{}");
}

QByteArray encodeFindOrCreate(const UserId &partner)
{
    return compact({{QStringLiteral("partner_id"), idValue(partner)}});
}

QByteArray encodeEdit(const QString &body)
{
    return compact({{QStringLiteral("body"), body}});
}

QByteArray encodeGroup(const QString &title, const QVector<UserId> &people)
{
    QJsonArray ids;
    for (const UserId &person : people)
        ids.append(idValue(person));
    return compact({{QStringLiteral("type"), QStringLiteral("department")},
                    {QStringLiteral("title"), title},
                    {QStringLiteral("participant_ids"), ids}});
}

QByteArray encodeSend(const QString &body, const TempId &tempId, const MessageId &replyTo)
{
    QJsonObject object{{QStringLiteral("body"), body}};
    if (!tempId.isEmpty())
        object.insert(QStringLiteral("tempId"), tempId.toString());
    if (!replyTo.isEmpty())
        object.insert(QStringLiteral("reply_to_id"), idValue(replyTo));
    return compact(object);
}

QByteArray encodeMarkRead(const QVector<MessageId> &ids)
{
    QJsonArray array;
    for (const MessageId &id : ids)
        array.append(idValue(id));
    return compact({{QStringLiteral("message_ids"), array}});
}

QByteArray encodeChannelAuth(const QString &channel, const QString &socketId)
{
    return compact(
        {{QStringLiteral("channel_name"), channel}, {QStringLiteral("socket_id"), socketId}});
}

} // namespace suhbat::wire
