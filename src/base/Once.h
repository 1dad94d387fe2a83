#pragma once

#include <QSet>
#include <QString>

namespace suhbat {

/// For lines of the log that would else come with every answer. Keeps a bounded number of texts;
/// when there are more, nothing is said any more.
class Once
{
public:
    static constexpr int most = 500;

    bool isFirst(const QString &text)
    {
        if (m_said.size() >= most || m_said.contains(text))
            return false;
        m_said.insert(text);
        return true;
    }

private:
    QSet<QString> m_said;
};

} // namespace suhbat
