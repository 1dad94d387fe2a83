#include "chat/ConversationSearch.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "chat/CacheKeeper.h"
#include "store/AccountStore.h"
#include "store/MessageSearch.h"

#include <algorithm>

namespace suhbat {

ConversationSearch::ConversationSearch(ChatApi &api, AccountStore &store, CacheKeeper &cache,
                                       QObject *parent)
    : QObject(parent), m_api(api), m_store(store), m_cache(cache)
{}

ConversationSearch::~ConversationSearch() = default;

void ConversationSearch::start(const ConversationId &conversation, const QString &text)
{
    stop();
    if (conversation.isEmpty() || search::words(text).isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_conversation = conversation;
    m_text = text;
    m_waiting = 1;
    m_cache.flush(); // what was heard a moment ago is looked through too
    MessageQuery query;
    query.text = text;
    query.conversation = conversation;
    query.count = mostHits;
    m_store.search(query, this,
                   [this, generation = m_generation](const Result<QVector<Message>> &found) {
                       if (generation != m_generation)
                           return;
                       if (found)
                           add(*found);
                       else
                           qCInfo(lcChat) << "messages not searched:" << found.error().detail;
                       finish();
                   });
    if (m_api.capabilities().search) {
        ++m_waiting;
        askServer(1);
    }
    Q_EMIT changed();
}

void ConversationSearch::stop()
{
    ++m_generation;
    m_hits.clear();
    m_known.clear();
    m_waiting = 0;
    m_incomplete = false;
}

void ConversationSearch::askServer(int page)
{
    const auto onPage = [this, page,
                         generation = m_generation](const Result<Page<Message>> &found) {
        if (generation != m_generation)
            return;
        if (!found) {
            m_incomplete = true;
            finish();
            return;
        }
        const auto before = m_known.size();
        QVector<Message> here;
        for (const Message &message : found->items) {
            if (message.conversationId == m_conversation)
                here.append(message);
        }
        add(here);
        const bool worthIt = !found->moreIsGuess || m_known.size() > before;
        if (found->hasMore && worthIt && page < mostPages && m_hits.size() < mostHits) {
            askServer(page + 1);
            Q_EMIT changed();
        } else {
            m_incomplete = found->hasMore && worthIt;
            finish();
        }
    };
    m_api.search(m_text, page, this, onPage);
}

void ConversationSearch::add(const QVector<Message> &messages)
{
    for (const Message &message : messages) {
        if (message.id.isEmpty() || m_known.contains(message.id) || m_hits.size() >= mostHits)
            continue;
        m_known.insert(message.id);
        const auto at = std::upper_bound(m_hits.cbegin(), m_hits.cend(), message.id,
                                         [](const auto &a, const auto &b) { return b < a; });
        m_hits.insert(at - m_hits.cbegin(), message.id);
    }
}

void ConversationSearch::finish()
{
    --m_waiting;
    Q_EMIT changed();
}

} // namespace suhbat
