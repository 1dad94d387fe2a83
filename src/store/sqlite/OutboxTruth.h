#pragma once

#include "store/OutboxEntry.h"

#include <QSet>

namespace suhbat::sql {

/// Whether outbox.db says what the window shows. When it cannot be written that a message has ended
/// (failed, undecided, discarded), the row still says that it is on its way, and the next start
/// would send it. Then a small file beside outbox.db goes, which takes no room on a full disk, and
/// nothing is sent by itself at a start without that file. It comes back when all was written.
class OutboxTruth
{
public:
    OutboxTruth() = default;
    /// `fresh`: there was no outbox.db before.
    OutboxTruth(QString file, bool fresh);

    bool holds() const { return !m_lost && m_unwritten.isEmpty(); }
    void written(const TempId &id);
    /// The end of this message, on the disk (fsync) when it returns, as far as a disk can.
    void notWritten(const TempId &id);
    /// The same entries, none of them on its way.
    static QVector<OutboxEntry> stopped(QVector<OutboxEntry> entries);
    /// Whatever was on its way is written as stopped.
    void restored();
    /// It could not be written: until each of these `entries` is, on the disk they are on their
    /// way.
    void notRestored(const QVector<OutboxEntry> &entries);

private:
    void leaveFile();

    QString m_file;
    QSet<TempId> m_unwritten;
    bool m_lost = false; // an earlier run could not write something
};

} // namespace suhbat::sql
