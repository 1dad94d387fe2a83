#pragma once

#include "base/Ids.h"
#include "store/OutboxEntry.h"

#include <QHash>
#include <QStringList>
#include <QVector>

namespace suhbat {

/// The files that wait in the composers, kept over the end of the program: a list of where they
/// lie, and those that lie nowhere else (pasted pictures). In a folder of the account, for this
/// user alone. Not of any thread, but of one at a time.
class DraftFiles
{
public:
    using All = QHash<ConversationId, QVector<OutboxFile>>;
    struct Kept
    {
        All files;
        QHash<ConversationId, QStringList> gone; ///< names of those that are not there any more
    };

    explicit DraftFiles(QString folder) : m_folder(std::move(folder)) {}

    /// What an earlier run has left; pictures that nothing refers to go.
    Kept read() const;
    /// False: the disk does not take it; what was there before is still there.
    bool write(const All &files) const;
    void remove() const;

private:
    QString listPath() const { return m_folder + QStringLiteral("/waiting.json"); }

    QString m_folder;
};

} // namespace suhbat
