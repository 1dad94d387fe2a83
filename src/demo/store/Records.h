#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace suhbat::demo {

/// Rows of the demo database as plain values. Times are UTC; id 0 means "no such row".

struct Person
{
    qint64 id = 0;
    QString name;
    QString phone; ///< digits only, with country code
    QString email;
    QString language;       ///< uz, ru or en: what this person writes
    bool needsCode = false; ///< logs in with password and SMS code
    QDateTime createdAt;
    QDateTime updatedAt;
};

struct Conversation
{
    qint64 id = 0;
    bool direct = true;
    QString title; ///< empty for direct ones
    QString language;
    qint64 departmentId = 0;
    qint64 createdBy = 0;
    QDateTime createdAt;
    QList<qint64> members;
};

struct StoredFile
{
    qint64 id = 0;
    qint64 messageId = 0;
    QString name;
    QString mimeType;
    qint64 size = 0;
    QByteArray bytes; ///< filled only by MessageTable::fileWithBytes()
    int width = 0;    ///< of a picture, in pixels; 0 where nobody can tell
    int height = 0;

    bool isImage() const { return mimeType.startsWith(QLatin1String("image/")); }
};

/// What a message answers; name and text are empty when that message is gone.
struct Quote
{
    qint64 id = 0; ///< 0: it answers nothing
    QString senderName;
    QString body;
};

struct Read
{
    qint64 personId = 0;
    QDateTime at; ///< invalid when nobody noted it
};

struct Message
{
    qint64 id = 0;
    qint64 conversationId = 0;
    qint64 senderId = 0;
    QString body;
    QString tempId;
    QDateTime createdAt;
    bool isRead = false; ///< by somebody else (own message) or by the one who asks
    QList<StoredFile> files;
    Quote quote = {};
    QDateTime editedAt = {};
};

} // namespace suhbat::demo
