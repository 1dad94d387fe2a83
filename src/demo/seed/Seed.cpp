#include "demo/seed/Seed.h"

#include "demo/seed/DataFile.h"
#include "demo/store/Storage.h"

#include <QJsonArray>

#include <algorithm>

namespace suhbat::demo {

namespace {

// Ids continue a life before the demo; they grow with time across all conversations.
constexpr qint64 firstMessageId = 1001;
constexpr qint64 firstFileId = 9;

} // namespace

Seed::Seed(Storage &storage, const QDateTime &now, quint32 seed)
    : m_storage(storage), m_now(now.toUTC()), m_random(seed)
{}

void Seed::fill()
{
    m_storage.database.begin();
    addPeople();
    const QJsonArray files =
        dataFile(QStringLiteral("index.json")).value(QLatin1String("conversations")).toArray();
    for (const QJsonValue &file : files)
        addConversation(dataFile(file.toString()));
    storeLines();
    m_storage.database.commit();
}

void Seed::addPeople()
{
    const QJsonArray people =
        dataFile(QStringLiteral("people.json")).value(QLatin1String("people")).toArray();
    for (const QJsonValue &json : people) {
        Person person;
        person.id = json[QLatin1String("id")].toInteger();
        person.name = json[QLatin1String("name")].toString();
        person.phone = json[QLatin1String("phone")].toString();
        person.email = json[QLatin1String("email")].toString();
        person.language = json[QLatin1String("language")].toString();
        person.needsCode = json[QLatin1String("needs_code")].toBool();
        person.createdAt = m_now.addDays(-320 + person.id);
        person.updatedAt = person.createdAt.addDays(1);
        m_storage.people.insert(person);
        m_nicks.insert(json[QLatin1String("nick")].toString(), person.id);
    }
}

void Seed::addConversation(const QJsonObject &json)
{
    Conversation conversation;
    conversation.id = json.value(QLatin1String("id")).toInteger();
    conversation.title = json.value(QLatin1String("title")).toString();
    conversation.direct = conversation.title.isEmpty();
    conversation.language = json.value(QLatin1String("language")).toString();
    conversation.departmentId = json.value(QLatin1String("department_id")).toInteger();
    conversation.createdAt = m_now.addDays(-300 + conversation.id);
    for (const QJsonValue &nick : json.value(QLatin1String("members")).toArray())
        conversation.members.append(idOf(nick.toString()));
    conversation.createdBy = conversation.members.first();
    m_storage.conversations.insert(conversation);
    QList<Line> lines = linesOf(json, conversation.id);
    markUnread(lines, json.value(QLatin1String("unread")).toObject());
    m_lines += lines;
}

// Talks are placed from the newest back, so that none runs into the one after it.
QList<Seed::Line> Seed::linesOf(const QJsonObject &json, qint64 conversationId)
{
    const QJsonArray talks = json.value(QLatin1String("talks")).toArray();
    QList<Line> lines;
    QDateTime latest = m_now;
    for (qsizetype i = talks.size() - 1; i >= 0; --i) {
        const QList<Line> talk = linesOfTalk(talks[i].toObject(), conversationId, latest);
        lines = talk + lines;
        latest = lines.first().message.createdAt.addSecs(-1800);
    }
    return lines;
}

QList<Seed::Line> Seed::linesOfTalk(const QJsonObject &talk, qint64 conversationId,
                                    const QDateTime &latest)
{
    QList<Line> lines;
    QList<qint64> offsets; // seconds from the first line
    std::uniform_int_distribution<int> pause(15, 150);
    for (const QJsonValue &json : talk.value(QLatin1String("lines")).toArray()) {
        Line line;
        line.message.conversationId = conversationId;
        line.message.senderId = idOf(json[0].toString());
        line.message.body = json[1].toString();
        line.files = json[2][QLatin1String("files")].toArray();
        if (const QJsonValue one = json[2][QLatin1String("file")]; one.isObject())
            line.files.append(one);
        const qint64 before = json[2][QLatin1String("pause")].toInteger() * 60;
        offsets.append(offsets.isEmpty() ? 0 : offsets.last() + before + pause(m_random));
        lines.append(line);
    }
    const QDateTime start = endOfTalk(talk, offsets.last(), latest).addSecs(-offsets.last());
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].message.createdAt = start.addSecs(offsets[i]);
    return lines;
}

// "ended": minutes before now; else "day" (days ago) with "at" (when it began, server time).
QDateTime Seed::endOfTalk(const QJsonObject &talk, qint64 length, const QDateTime &latest) const
{
    QDateTime end;
    if (talk.contains(QLatin1String("ended"))) {
        end = m_now.addSecs(-60 * talk.value(QLatin1String("ended")).toInteger());
    } else {
        const QDate day = m_now.date().addDays(-talk.value(QLatin1String("day")).toInteger());
        const QTime at =
            QTime::fromString(talk.value(QLatin1String("at")).toString(), QStringLiteral("HH:mm"));
        end = QDateTime(day, at, Qt::UTC).addSecs(-5 * 3600 + length);
    }
    return std::min(end, latest);
}

void Seed::markUnread(QList<Line> &lines, const QJsonObject &unread) const
{
    for (auto entry = unread.begin(); entry != unread.end(); ++entry) {
        const qint64 reader = idOf(entry.key());
        qint64 left = entry.value().toInteger();
        for (auto line = lines.rbegin(); line != lines.rend() && left > 0; ++line) {
            if (line->message.senderId == reader)
                continue;
            line->unreadBy.append(reader);
            --left;
        }
    }
}

void Seed::storeLines()
{
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &a, const Line &b) {
        return a.message.createdAt < b.message.createdAt;
    });
    qint64 id = firstMessageId;
    for (Line &line : m_lines) {
        line.message.id = id++;
        m_storage.messages.insert(line.message);
        for (const QJsonValue &file : std::as_const(line.files))
            storeFile(line.message.id, file.toObject());
        m_storage.messages.markReadByOthers(line.message, line.unreadBy);
    }
}

void Seed::storeFile(qint64 messageId, const QJsonObject &json)
{
    StoredFile file;
    file.messageId = messageId;
    file.name = json.value(QLatin1String("name")).toString();
    file.mimeType = json.value(QLatin1String("type")).toString();
    file.bytes =
        dataBytes(QStringLiteral("files/") + json.value(QLatin1String("source")).toString());
    const bool isFirst =
        m_storage.database.value(QStringLiteral("SELECT COUNT(*) FROM files")).toInt() == 0;
    file.id = isFirst ? firstFileId : 0;
    m_storage.messages.insertFile(file);
}

} // namespace suhbat::demo
