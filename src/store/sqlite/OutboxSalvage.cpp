#include "store/sqlite/OutboxTables.h"
#include "store/sqlite/SqlSchema.h"

#include <QSet>
#include <QSqlRecord>

namespace suhbat::sql {

namespace {

/// Between a damaged page and the next sound one: more keys are not tried one by one.
constexpr qint64 maxProbes = 20000;

/// The rows of one table, by key, as far as they can be read: from both ends towards the damage,
/// then one by one in between.
class Salvage
{
public:
    Salvage(SqlDatabase &damaged, QString table) : m_damaged(damaged), m_table(std::move(table)) {}

    QMap<qint64, QSqlRecord> rows()
    {
        read(QStringLiteral("ORDER BY key"));
        const qint64 low = m_rows.isEmpty() ? 0 : m_rows.lastKey();
        if (m_complete)
            return m_rows;
        const qsizetype before = m_rows.size();
        read(QStringLiteral("ORDER BY key DESC"));
        if (m_rows.isEmpty())
            return m_rows; // not even a table is left
        const qint64 high = m_rows.size() > before ? lowestAbove(low) : low + maxProbes;
        for (qint64 key = low + 1; key < high && key < low + maxProbes; ++key)
            read(QStringLiteral("WHERE key = %1").arg(key));
        return m_rows;
    }

private:
    qint64 lowestAbove(qint64 key) const
    {
        const auto next = m_rows.upperBound(key);
        return next == m_rows.cend() ? key : next.key();
    }

    void read(const QString &which)
    {
        m_complete = false;
        // NOT INDEXED: the index over the temp ids may be damaged on its own.
        m_damaged.eachRow(QStringLiteral("SELECT * FROM %1 NOT INDEXED %2").arg(m_table, which),
                          [this](const QSqlRecord &row) {
                              const qint64 key = row.value(QStringLiteral("key")).toLongLong();
                              m_rows.insert(key, row);
                          });
        m_complete = !m_damaged.takeFailure();
    }

    SqlDatabase &m_damaged;
    QString m_table;
    QMap<qint64, QSqlRecord> m_rows;
    bool m_complete = false;
};

QString textIn(const QSqlRecord &row, const char *column)
{
    return row.value(QString::fromLatin1(column)).toString();
}

OutboxEntry entryIn(const QSqlRecord &row)
{
    OutboxEntry entry;
    entry.tempId = TempId(textIn(row, "temp_id"));
    entry.conversationId = ConversationId(textIn(row, "conversation"));
    entry.body = textIn(row, "body");
    if (const QVariant time = row.value(QStringLiteral("created_at")); !time.isNull())
        entry.createdAt = QDateTime::fromMSecsSinceEpoch(time.toLongLong(), Qt::UTC);
    if (!row.value(QStringLiteral("newest_known_id")).isNull())
        entry.newestKnownId = MessageId(textIn(row, "newest_known_id"));
    entry.attempts = row.value(QStringLiteral("attempts")).toInt();
    readDetails(textIn(row, "details"), entry);
    return entry;
}

} // namespace

int salvageOutbox(SqlDatabase &damaged, SqlDatabase &sound)
{
    int saved = 0;
    SqlTransaction transaction(sound);
    for (const QSqlRecord &row : Salvage(damaged, QStringLiteral("outbox")).rows()) {
        const OutboxEntry entry = entryIn(row);
        const qint64 seal = row.value(QStringLiteral("seal")).toLongLong();
        if (entry.tempId.isEmpty() || (seal != 0 && seal != sealOf(entry)))
            continue;
        addOutbox(sound, entry);
        ++saved;
    }
    for (const QSqlRecord &row : Salvage(damaged, QStringLiteral("drafts")).rows()) {
        saveDraft(sound, ConversationId(textIn(row, "conversation")), textIn(row, "body"));
        ++saved;
    }
    transaction.commit();
    return sound.ok() ? saved : 0;
}

} // namespace suhbat::sql
