#pragma once

#include <QObject>

#include <functional>
#include <utility>

namespace suhbat {

/// The end of every single answer: calls `done(value)` on the thread of `context`, from its event
/// loop, unless the context dies before. Without a context or without `done` nobody wants to know.
template<typename T>
void deliver(QObject *context, std::function<void(T)> done, T value)
{
    if (!context || !done)
        return;
    QMetaObject::invokeMethod(
        context,
        [done = std::move(done), value = std::move(value)]() mutable { done(std::move(value)); },
        Qt::QueuedConnection);
}

} // namespace suhbat
