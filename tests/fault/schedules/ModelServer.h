#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

#include <functional>

namespace suhbat::fault {

/// A back end of the contract in a few lines, in memory: what it has is the truth.
class ModelServer
{
public:
    static constexpr qint64 self = 42;

    struct Row
    {
        qint64 id = 0;
        qint64 conversation = 0;
        qint64 sender = 0;
        QString body;
        QString tempId;
        QDateTime at;
        bool isRead = false;
    };
    struct Answer
    {
        int status = 200;
        QJsonObject json;
        QVector<Row> stored; ///< to be told to the sockets
    };
    enum class TempIds { Ignored, Kept, Unique };

    ModelServer(TempIds tempIds, std::function<QDateTime()> now);

    /// The conversations of `self`, each with one other person, whose id is its own and 100.
    static const QVector<qint64> &rooms();
    const QVector<Row> &rows() const { return m_rows; }
    TempIds tempIds() const { return m_tempIds; }

    Row store(qint64 conversation, qint64 sender, const QString &body, const QString &tempId = {});
    Answer answer(const QByteArray &method, const QString &path, const QString &query,
                  const QByteArray &body);
    QJsonObject messageJson(const Row &row) const;
    /// What the socket is told of it.
    QJsonObject eventJson(const Row &row) const;

private:
    Answer send(qint64 conversation, const QJsonObject &fields);
    QJsonObject details(qint64 conversation) const;
    QJsonObject list() const;
    void markRead(const std::function<bool(const Row &)> &which);

    TempIds m_tempIds;
    std::function<QDateTime()> m_now;
    QVector<Row> m_rows;
    qint64 m_nextId = 500;
};

} // namespace suhbat::fault
