#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QObject>

#include <functional>

namespace suhbat {

/// What people have typed and not sent, of one account. Answers as in ConversationStore.
class DraftStore
{
public:
    virtual ~DraftStore() = default;

    /// Empty when there is none.
    virtual void loadDraft(const ConversationId &conversation, QObject *context,
                           std::function<void(Result<QString>)> done) = 0;
    /// An empty text removes it.
    virtual void saveDraft(const ConversationId &conversation, const QString &text,
                           QObject *context = nullptr,
                           std::function<void(Result<void>)> done = {}) = 0;
    virtual void removeDraft(const ConversationId &conversation, QObject *context = nullptr,
                             std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
