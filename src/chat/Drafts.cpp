#include "chat/Drafts.h"

#include "base/Logging.h"

namespace suhbat {

Drafts::Drafts(DraftStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &Drafts::flush);
}

Drafts::~Drafts()
{
    m_timer.disconnect(this);
}

void Drafts::restore()
{
    const int generation = m_generation;
    m_store.loadDrafts(this, [this, generation](const Result<DraftStore::Drafts> &kept) {
        if (generation != m_generation)
            return;
        if (!kept) {
            qCInfo(lcChat) << "drafts not read:" << kept.error().detail;
            return;
        }
        for (auto it = kept->cbegin(); it != kept->cend(); ++it) {
            if (!m_touched.contains(it.key()))
                m_texts.insert(it.key(), it.value());
        }
        Q_EMIT restored();
        for (auto it = kept->cbegin(); it != kept->cend(); ++it)
            Q_EMIT changed(it.key());
    });
}

void Drafts::set(const ConversationId &conversation, const QString &text)
{
    m_touched.insert(conversation);
    if (m_texts.value(conversation) == text)
        return;
    if (text.isEmpty())
        m_texts.remove(conversation);
    else
        m_texts.insert(conversation, text);
    m_unsaved.insert(conversation);
    Q_EMIT changed(conversation);
    if (text.isEmpty()) {
        flush();
        return;
    }
    // Not restarted: somebody who never pauses is to lose no more than this.
    if (!m_timer.isActive())
        m_timer.start();
}

void Drafts::flush()
{
    m_timer.stop();
    const auto unsaved = std::exchange(m_unsaved, {});
    for (const ConversationId &conversation : unsaved) {
        m_store.saveDraft(conversation, m_texts.value(conversation), this,
                          [](const Result<void> &saved) {
                              if (!saved)
                                  qCInfo(lcChat) << "draft not kept:" << saved.error().detail;
                          });
    }
}

void Drafts::clear()
{
    flush();
    ++m_generation;
    m_texts.clear();
    m_touched.clear();
}

} // namespace suhbat
