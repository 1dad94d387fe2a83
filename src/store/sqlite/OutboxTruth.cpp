#include "store/sqlite/OutboxTruth.h"

#include "base/Logging.h"
#include "store/sqlite/AccountFolder.h"
#include "store/sqlite/FolderSync.h"
#include "store/sqlite/SqlFailure.h"

#include <QFileInfo>

namespace suhbat::sql {

OutboxTruth::OutboxTruth(QString file, bool fresh) : m_file(std::move(file))
{
    if (fresh)
        leaveFile();
    else
        m_lost = !QFileInfo::exists(m_file);
}

void OutboxTruth::leaveFile()
{
    if (const auto made = AccountFolder::makePrivate(m_file); !made)
        qCInfo(lcStore) << made.error().detail;
}

void OutboxTruth::written(const TempId &id)
{
    if (m_unwritten.remove(id) && holds())
        leaveFile();
}

void OutboxTruth::notWritten(const TempId &id)
{
    m_unwritten.insert(id);
    if (!QFileInfo::exists(m_file))
        return;
    if (!QFile::remove(m_file))
        qCInfo(lcStore) << "a restart may send what was stopped: cannot delete" << m_file;
    folderToDisk(QFileInfo(m_file).path());
}

QVector<OutboxEntry> OutboxTruth::stopped(QVector<OutboxEntry> entries)
{
    for (OutboxEntry &entry : entries) {
        if (entry.state != Message::State::Sending)
            continue;
        entry.state = entry.attempts > 0 ? Message::State::Undecided : Message::State::Failed;
        entry.stoppedBy = storageError(StorageProblem::Other,
                                       QStringLiteral("what became of it could not be written"));
    }
    return entries;
}

void OutboxTruth::notRestored(const QVector<OutboxEntry> &entries)
{
    for (const OutboxEntry &entry : entries) {
        if (entry.state == Message::State::Sending)
            m_unwritten.insert(entry.tempId);
    }
    m_lost = m_lost && m_unwritten.isEmpty(); // from here on these say it
}

void OutboxTruth::restored()
{
    m_lost = false;
    m_unwritten.clear();
    leaveFile();
}

} // namespace suhbat::sql
