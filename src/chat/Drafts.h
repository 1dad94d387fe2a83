#pragma once

#include "base/Clock.h"
#include "store/DraftStore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace suhbat {

/// What the user has typed and not sent, by conversation. Kept on the disk while they type, so that
/// neither a crash nor an expired session costs a word.
class Drafts : public QObject
{
    Q_OBJECT

public:
    /// From a keystroke to the disk, however long the typing goes on.
    static constexpr Milliseconds debounce{400};

    /// The store must outlive this object.
    explicit Drafts(DraftStore &store, QObject *parent = nullptr);
    ~Drafts() override;

    /// Asks for what was kept; what was typed meanwhile is newer.
    void restore();
    QString of(const ConversationId &conversation) const { return m_texts.value(conversation); }
    /// An empty text removes it, at once: what has been sent must not come back as a draft.
    void set(const ConversationId &conversation, const QString &text);
    /// What waits is stored now: at a change of conversation, at the end.
    void flush();
    /// The user is gone: nothing stays in memory, everything typed stays on the disk.
    void clear();

Q_SIGNALS:
    /// What was kept is here.
    void restored();
    void changed(const suhbat::ConversationId &conversation);

private:
    DraftStore &m_store;
    QHash<ConversationId, QString> m_texts;
    QSet<ConversationId> m_touched; // since restore(): the store's word is older
    QSet<ConversationId> m_unsaved;
    QTimer m_timer;
    int m_generation = 0;
};

} // namespace suhbat
