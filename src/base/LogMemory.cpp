#include "base/LogMemory.h"

#include <algorithm>

namespace suhbat {

void LogMemory::add(const QString &category, const QString &line)
{
    const QMutexLocker lock(&m_mutex);
    Line entry{category, line.left(longestLine)};
    if (m_ring.size() < capacity) {
        m_ring.append(std::move(entry));
        return;
    }
    m_ring[m_next] = std::move(entry);
    m_next = (m_next + 1) % capacity;
}

QStringList LogMemory::lines(const QString &category) const
{
    const QMutexLocker lock(&m_mutex);
    QStringList all;
    for (qsizetype i = 0; i < m_ring.size(); ++i) {
        const Line &line = m_ring.at((m_next + i) % m_ring.size());
        if (category.isEmpty() || line.category == category)
            all += line.text;
    }
    return all;
}

QStringList LogMemory::categories() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList names;
    for (const Line &line : m_ring) {
        if (!names.contains(line.category))
            names += line.category;
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace suhbat
