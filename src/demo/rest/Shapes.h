#pragma once

#include "demo/rest/Language.h"
#include "demo/store/Records.h"

#include <QJsonArray>
#include <QJsonObject>

namespace suhbat::demo {

/// The back end's JSON shapes (contract, sections 1.4 and 5), without `data` wrapping.
/// Pure functions; `origin` is "http://host:port" for absolute links.
namespace shapes {

/// 5.2: the user of a login reply; times "YYYY-MM-DD HH:MM:SS".
QJsonObject loginUser(const Person &person);
/// 5.5: the profile; times ISO with six decimals, picture under "avatar".
QJsonObject profile(const Person &person);
/// 5.6
QJsonObject contact(const Person &person);
/// 5.9: a partner or a message's sender.
QJsonObject partner(const Person &person);
/// 5.10
QJsonObject message(const Message &message, const Person &sender, const QString &origin);
/// edited_at and reply_to, where there is something to say.
void addExtras(QJsonObject &object, const Message &message);
/// 1.4 File
QJsonObject file(const StoredFile &file, const QString &origin);
/// "128.5 KB"
QString formattedSize(qint64 bytes);
/// "2026-02-01T08:15:00.000000Z"
QString isoTime(const QDateTime &time);

struct ListRow
{
    Conversation conversation;
    QString title;
    Message newest;       ///< id 0 when there is no message yet
    QString newestAuthor; ///< already "Siz" / "Вы" / "You" for the viewer's own
    int unread = 0;
};

/// 5.7: a row of the conversation list.
QJsonObject listRow(const ListRow &row, const QDateTime &now, Language language);

/// 5.6: one page of rows with Laravel's `links` and `meta`. Pages count from 1.
QJsonObject page(const QJsonArray &allRows, int page, int perPage, const QString &url);

/// 5.14: the conversation inside a message event.
QJsonObject eventConversation(const Conversation &conversation, const QList<Person> &members);

} // namespace shapes

} // namespace suhbat::demo
