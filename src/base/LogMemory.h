#pragma once

#include <QMutex>
#include <QString>
#include <QStringList>
#include <QVector>

namespace suhbat {

/// The newest lines of the log, for whoever looks into the running program. Any thread writes.
class LogMemory
{
public:
    static constexpr qsizetype capacity = 500;
    static constexpr qsizetype longestLine = 600; ///< UTF-16 units; what is longer is cut

    /// `line` is one line without secrets, as it is written to the log.
    void add(const QString &category, const QString &line);
    /// Oldest first; of one category, or of all where that is empty.
    QStringList lines(const QString &category = {}) const;
    /// Those that there are lines of, by name.
    QStringList categories() const;

private:
    struct Line
    {
        QString category;
        QString text;
    };

    mutable QMutex m_mutex;
    QVector<Line> m_ring;
    qsizetype m_next = 0; // where the oldest one stands once the ring is full
};

} // namespace suhbat
