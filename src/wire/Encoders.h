#pragma once

#include "base/Ids.h"
#include "domain/Session.h"

#include <QByteArray>
#include <QVector>

// Request bodies, as compact JSON.

namespace suhbat::wire {

/// "+998 90 123-45-67" -> "998901234567": digits only, for Phone; trimmed, for the others.
QString normalisedIdentifier(IdentifierKind kind, const QString &typed);

QByteArray encodeLogin(IdentifierKind kind, const QString &identifier, const QString &password);
QByteArray encodeVerifyCode(IdentifierKind kind, const QString &identifier, const QString &code);
QByteArray encodeResendCode(IdentifierKind kind, const QString &identifier);
QByteArray encodeTokenCheck();
QByteArray encodeFindOrCreate(const UserId &partner);
/// An empty tempId or replyTo is left out: not every server knows the fields.
QByteArray encodeSend(const QString &body, const TempId &tempId, const MessageId &replyTo = {});
QByteArray encodeEdit(const QString &body);
QByteArray encodeGroup(const QString &title, const QVector<UserId> &people);
/// Numeric ids are sent as numbers, as the contract has them.
QByteArray encodeMarkRead(const QVector<MessageId> &ids);
QByteArray encodeChannelAuth(const QString &channel, const QString &socketId);

} // namespace suhbat::wire
