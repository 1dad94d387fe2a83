#pragma once

#include "base/Result.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace suhbat {

/// A file on its way here, watched by whoever shows it. Made and owned by FileService; gone soon
/// after ended().
class Transfer : public QObject
{
    Q_OBJECT

public:
    struct Wanted
    {
        QUrl url;
        qint64 mostBytes = 0;
        /// The user asked for it: never dropped to make room in the queue.
        bool asked = false;
        /// It may come from a host that is not the server's own.
        bool elsewhere = false;
    };

    Transfer(Wanted wanted, QObject *parent) : QObject(parent), m_wanted(std::move(wanted)) {}

    const Wanted &wanted() const { return m_wanted; }
    /// 0 to 1; negative while nobody knows how much is to come.
    qreal progress() const { return m_total > 0 ? qreal(m_got) / qreal(m_total) : -1; }

    // For FileService.
    void setBytes(qint64 got, qint64 total)
    {
        m_got = got;
        m_total = total;
        Q_EMIT progressed();
    }
    void end(const Result<QString> &path) { Q_EMIT ended(path); }
    void join(const Wanted &other)
    {
        m_wanted.asked = m_wanted.asked || other.asked;
        m_wanted.mostBytes = std::max(m_wanted.mostBytes, other.mostBytes);
    }

Q_SIGNALS:
    void progressed();
    /// Once: where it lies now, in the cache.
    void ended(const suhbat::Result<QString> &path);

private:
    Wanted m_wanted;
    qint64 m_got = 0;
    qint64 m_total = -1;
};

} // namespace suhbat
