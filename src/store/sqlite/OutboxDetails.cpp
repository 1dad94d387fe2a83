#include "store/sqlite/OutboxTables.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace suhbat::sql {

namespace {

using State = Message::State;

QString nameOf(State state)
{
    return state == State::Failed      ? QStringLiteral("failed")
           : state == State::Undecided ? QStringLiteral("undecided")
                                       : QString();
}

State stateNamed(const QString &name)
{
    for (const State state : {State::Failed, State::Undecided}) {
        if (nameOf(state) == name)
            return state;
    }
    return State::Sending;
}

Error::Kind kindNamed(const QString &name)
{
    for (int kind = 0; kind <= int(Error::Kind::Storage); ++kind) {
        if (toString(Error::Kind(kind)) == name)
            return Error::Kind(kind);
    }
    return Error::Kind::BadResponse;
}

QJsonObject jsonOf(const Error &error)
{
    QJsonObject json{{QStringLiteral("kind"), toString(error.kind)},
                     {QStringLiteral("tls"), int(error.tls)},
                     {QStringLiteral("storage"), int(error.storage)},
                     {QStringLiteral("status"), error.status},
                     {QStringLiteral("detail"), error.detail},
                     {QStringLiteral("serverText"), error.serverText}};
    if (error.retryAfter)
        json.insert(QStringLiteral("retryAfter"), qint64(error.retryAfter->count()));
    QJsonObject fields;
    for (auto it = error.fields.cbegin(); it != error.fields.cend(); ++it)
        fields.insert(it.key(), QJsonArray::fromStringList(*it));
    json.insert(QStringLiteral("fields"), fields);
    return json;
}

Error errorOf(const QJsonObject &json)
{
    Error error = Error::make(kindNamed(json.value(QLatin1String("kind")).toString()),
                              json.value(QLatin1String("detail")).toString(),
                              json.value(QLatin1String("status")).toInt());
    const int tls = json.value(QLatin1String("tls")).toInt();
    if (tls >= 0 && tls <= int(TlsProblem::SelfSigned))
        error.tls = TlsProblem(tls);
    const int storage = json.value(QLatin1String("storage")).toInt();
    if (storage >= 0 && storage <= int(StorageProblem::Attachment))
        error.storage = StorageProblem(storage);
    error.serverText = json.value(QLatin1String("serverText")).toString();
    if (const QJsonValue after = json.value(QLatin1String("retryAfter")); after.isDouble())
        error.retryAfter = std::chrono::seconds(after.toInteger());
    const QJsonObject fields = json.value(QLatin1String("fields")).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        QStringList &texts = error.fields[it.key()];
        for (const QJsonValue text : it->toArray())
            texts += text.toString();
    }
    return error;
}

} // namespace

qint64 sealOf(const OutboxEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList parts{
        entry.tempId.toString(),
        entry.conversationId.toString(),
        entry.body,
        entry.createdAt.isValid() ? QString::number(entry.createdAt.toMSecsSinceEpoch())
                                  : QString(),
        entry.newestKnownId ? entry.newestKnownId->toString() : QStringLiteral("-"),
        QString::number(entry.attempts),
        detailsOf(entry)};
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return qFromBigEndian<qint64>(hash.result().constData()) | 1; // 0: not sealed
}

QString detailsOf(const OutboxEntry &entry)
{
    QJsonObject json;
    QJsonArray files;
    for (const OutboxFile &file : entry.files) {
        QJsonObject one{{QStringLiteral("path"), file.path},
                        {QStringLiteral("name"), file.name},
                        {QStringLiteral("mimeType"), file.mimeType},
                        {QStringLiteral("bytes"), file.bytes}};
        if (file.width > 0 && file.height > 0) {
            one.insert(QStringLiteral("width"), file.width);
            one.insert(QStringLiteral("height"), file.height);
        }
        files.append(one);
    }
    if (!files.isEmpty())
        json.insert(QStringLiteral("files"), files);
    if (const QString state = nameOf(entry.state); !state.isEmpty())
        json.insert(QStringLiteral("state"), state);
    if (entry.replyTo) {
        json.insert(QStringLiteral("replyTo"),
                    QJsonObject{{QStringLiteral("id"), entry.replyTo->id.toString()},
                                {QStringLiteral("senderName"), entry.replyTo->senderName},
                                {QStringLiteral("body"), entry.replyTo->body}});
    }
    QJsonArray others;
    for (const MessageId &id : entry.answersOfOthers)
        others.append(id.toString());
    if (!others.isEmpty())
        json.insert(QStringLiteral("answersOfOthers"), others);
    if (entry.stoppedBy)
        json.insert(QStringLiteral("stoppedBy"), jsonOf(*entry.stoppedBy));
    return json.isEmpty() ? QString()
                          : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void readDetails(const QString &details, OutboxEntry &entry)
{
    if (details.isEmpty())
        return;
    const QJsonObject json = QJsonDocument::fromJson(details.toUtf8()).object();
    const QJsonArray files = json.value(QLatin1String("files")).toArray();
    for (const QJsonValue value : files) {
        const QJsonObject file = value.toObject();
        entry.files.append({file.value(QLatin1String("path")).toString(),
                            file.value(QLatin1String("name")).toString(),
                            file.value(QLatin1String("mimeType")).toString(),
                            file.value(QLatin1String("bytes")).toInteger(),
                            file.value(QLatin1String("width")).toInt(),
                            file.value(QLatin1String("height")).toInt()});
    }
    entry.state = stateNamed(json.value(QLatin1String("state")).toString());
    if (const QJsonObject reply = json.value(QLatin1String("replyTo")).toObject();
        !reply.isEmpty()) {
        entry.replyTo = ReplyTo{MessageId(reply.value(QLatin1String("id")).toString()),
                                reply.value(QLatin1String("senderName")).toString(),
                                reply.value(QLatin1String("body")).toString()};
    }
    const QJsonArray others = json.value(QLatin1String("answersOfOthers")).toArray();
    for (const QJsonValue id : others)
        entry.answersOfOthers.append(MessageId(id.toString()));
    if (const QJsonValue stopped = json.value(QLatin1String("stoppedBy")); stopped.isObject())
        entry.stoppedBy = errorOf(stopped.toObject());
}

} // namespace suhbat::sql
