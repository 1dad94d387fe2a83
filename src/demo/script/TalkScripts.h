#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <random>

namespace suhbat::demo {

/// One prepared talk: who says what in which conversation.
struct TalkScript
{
    struct Line
    {
        qint64 personId;
        QString text;
    };
    qint64 conversationId = 0;
    QList<Line> lines;
};

/// The talks that scripted people start by themselves, from data/starts.json.
class TalkScripts
{
public:
    explicit TalkScripts(quint32 seed);

    /// The next unused talk for which `fits` is true.
    template<typename Predicate>
    std::optional<TalkScript> take(Predicate fits)
    {
        for (qsizetype i = 0; i < m_unused.size(); ++i) {
            if (fits(m_unused[i]))
                return m_unused.takeAt(i);
        }
        return std::nullopt;
    }

private:
    QList<TalkScript> m_unused;
};

} // namespace suhbat::demo
