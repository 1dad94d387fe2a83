// How GapFiller fetches gaps page by page, where the server can; the rest of it is in
// GapFiller.cpp.
#include "chat/GapPages.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "chat/GapFiller.h"

#include <algorithm>

namespace suhbat {

MessageId newestOf(const QVector<Message> &messages)
{
    MessageId newest;
    for (const Message &message : messages) {
        if (!message.id.isEmpty() && (newest.isEmpty() || newest < message.id))
            newest = message.id;
    }
    return newest;
}

int rowIn(const QVector<Message> &messages, const MessageId &id)
{
    if (id.isEmpty())
        return -1;
    const auto at = std::lower_bound(messages.cbegin(), messages.cend(), id,
                                     [](const Message &message, const MessageId &wanted) {
                                         return !message.id.isEmpty() && message.id < wanted;
                                     });
    return at != messages.cend() && at->id == id ? int(at - messages.cbegin()) : -1;
}

MessageId oldestOf(const QVector<Message> &messages)
{
    MessageId oldest;
    for (const Message &message : messages) {
        if (!message.id.isEmpty() && (oldest.isEmpty() || message.id < oldest))
            oldest = message.id;
    }
    return oldest;
}

bool GapFiller::canPage() const
{
    return m_api.capabilities().paging && !m_pagesRefused;
}

void GapFiller::askWhole(const ConversationId &id)
{
    const int generation = m_generation;
    m_api.conversation(id, this, [this, id, generation](const Result<ConversationDetails> &result) {
        if (generation == m_generation)
            finishConversation(id, result);
    });
}

void GapFiller::askAfter(const ConversationId &id, const MessageId &from, int page)
{
    const auto onPage = [=, this, generation = m_generation,
                         epoch = m_epoch](const Result<ConversationDetails> &result) {
        if (generation != m_generation)
            return;
        if (!result) {
            if (mayPass(result.error()) || result.error().kind == Error::Kind::Unauthorized) {
                finishConversation(id, result);
                return;
            }
            qCInfo(lcChat) << "no pages after all:" << result.error().detail;
            m_pagesRefused = true;
            askWhole(id);
            return;
        }
        if (!result->hasMore.value_or(false)) {
            ConversationDetails last = *result;
            last.conversation.id = id;
            last.hasMore = false; // a page, whatever it says of itself: not the whole history
            if (page > 1)         // goes on where the page before ended: no hole between them
                Q_EMIT pageLoaded(id, last.messages);
            if (generation == m_generation)
                finishConversation(id, last);
            return;
        }
        // More is said to come, but nothing new does, or no end.
        const MessageId newest = newestOf(result->messages);
        if (newest.isEmpty() || !(from < newest) || page == mostGapPages) {
            askWhole(id);
            return;
        }
        if (m_live && epoch == m_epoch)
            m_completeUpTo.insert(id, newest);
        Q_EMIT pageLoaded(id, result->messages);
        if (generation == m_generation)
            askAfter(id, newest, page + 1);
    };
    m_api.messages(id, ChatApi::Side::After, from, gapPage, this, onPage);
}

bool GapFiller::fillHole(const ConversationId &id, const MessageId &of, const MessageId &until)
{
    if (!canPage())
        return false;
    if (const auto filling = m_filling.constFind(id); filling != m_filling.cend()) {
        if (*filling < of)
            m_laterHole.insert(id, of);
        return true;
    }
    m_filling.insert(id, of);
    askBefore(id, of, until, 1);
    return true;
}

void GapFiller::askBefore(const ConversationId &id, const MessageId &of, const MessageId &until,
                          int page)
{
    const auto onPage = [=, this,
                         generation = m_generation](const Result<ConversationDetails> &result) {
        if (generation != m_generation)
            return;
        const MessageId oldest = result ? oldestOf(result->messages) : MessageId();
        const bool end = result && !result->hasMore.value_or(false);
        if (!result || (!end && (oldest.isEmpty() || !(oldest < of) || page == mostGapPages))) {
            m_filling.remove(id);
            m_laterHole.remove(id);
            const Error error = result ? Error::make(Error::Kind::BadResponse,
                                                     QStringLiteral("pages that never end"))
                                       : result.error();
            qCInfo(lcChat) << "hole not filled:" << error.detail;
            if (!mayPass(error))
                m_pagesRefused = true;
            doubt(id);
            m_owed.insert(id);
            armRetry(error);
            return;
        }
        Q_EMIT pageLoaded(id, result->messages);
        if (generation != m_generation)
            return;
        if (!end && until < oldest) {
            askBefore(id, oldest, until, page + 1);
            return;
        }
        const MessageId filledFrom = m_filling.take(id);
        if (const MessageId later = m_laterHole.take(id); later.isEmpty())
            Q_EMIT holeFilled(id);
        else
            fillHole(id, later, filledFrom);
    };
    m_api.messages(id, ChatApi::Side::Before, of, gapPage, this, onPage);
}

} // namespace suhbat
