#include "demo/script/TalkScripts.h"

#include "demo/seed/DataFile.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace suhbat::demo {

TalkScripts::TalkScripts(quint32 seed)
{
    QHash<QString, qint64> nicks;
    const QJsonArray people =
        dataFile(QStringLiteral("people.json")).value(QLatin1String("people")).toArray();
    for (const QJsonValue &person : people) {
        nicks.insert(person[QLatin1String("nick")].toString(),
                     person[QLatin1String("id")].toInteger());
    }
    const QJsonArray starts =
        dataFile(QStringLiteral("starts.json")).value(QLatin1String("starts")).toArray();
    for (const QJsonValue &start : starts) {
        TalkScript script{start[QLatin1String("conversation")].toInteger(), {}};
        for (const QJsonValue &line : start[QLatin1String("lines")].toArray())
            script.lines.append({nicks.value(line[0].toString()), line[1].toString()});
        m_unused.append(script);
    }
    std::mt19937 random(seed);
    std::shuffle(m_unused.begin(), m_unused.end(), random);
}

} // namespace suhbat::demo
