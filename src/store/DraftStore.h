#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace suhbat {

/// What people have typed and not sent, of one account. Answers as in ConversationStore; `done` of
/// a change means that it survives a crash.
class DraftStore
{
public:
    using Drafts = QHash<ConversationId, QString>;

    virtual ~DraftStore() = default;

    virtual void loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done) = 0;
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
