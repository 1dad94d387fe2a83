#pragma once

#include "base/Result.h"
#include "domain/User.h"

#include <QObject>
#include <QVector>

#include <functional>

namespace suhbat {

/// Who was met in one account. Answers as in ConversationStore.
class PeopleStore
{
public:
    virtual ~PeopleStore() = default;

    /// In the order of their ids.
    virtual void loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done) = 0;
    /// Inserts or replaces, by id. People without an id are not kept.
    virtual void upsertPeople(const QVector<User> &people, QObject *context = nullptr,
                              std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
