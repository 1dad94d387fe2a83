#pragma once

#include "base/Result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace suhbat {

/// Small named values of one account, such as the conversation that was open last. They may be lost
/// with the cache. Answers as in ConversationStore.
class StateStore
{
public:
    /// A longer key or value is refused with Error::Kind::TooLarge; UTF-16 units.
    static constexpr int maxState = 65536;

    virtual ~StateStore() = default;

    /// Empty when there is none.
    virtual void loadState(const QString &key, QObject *context,
                           std::function<void(Result<QString>)> done) = 0;
    /// An empty value removes it.
    virtual void saveState(const QString &key, const QString &value, QObject *context = nullptr,
                           std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
