#pragma once

#include "demo/store/Records.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <random>

namespace suhbat::demo {

struct Storage;

/// Fills an empty database from src/demo/data/*.json. The talks are placed in time relative to
/// `now`, so that the newest messages are always a few minutes old; same `now` and `seed`, same
/// database.
class Seed
{
public:
    Seed(Storage &storage, const QDateTime &now, quint32 seed);

    void fill();

private:
    struct Line
    {
        Message message;
        QJsonArray files;
        QList<qint64> unreadBy;
    };

    void addPeople();
    void addConversation(const QJsonObject &json);
    QList<Line> linesOf(const QJsonObject &json, qint64 conversationId);
    QList<Line> linesOfTalk(const QJsonObject &talk, qint64 conversationId,
                            const QDateTime &latest);
    QDateTime endOfTalk(const QJsonObject &talk, qint64 length, const QDateTime &latest) const;
    void markUnread(QList<Line> &lines, const QJsonObject &unread) const;
    void storeLines();
    void storeFile(qint64 messageId, const QJsonObject &json);
    qint64 idOf(const QString &nick) const { return m_nicks.value(nick); }

    Storage &m_storage;
    QDateTime m_now;
    std::mt19937 m_random;
    QHash<QString, qint64> m_nicks; ///< the short names the data files use
    QList<Line> m_lines;
};

} // namespace suhbat::demo
