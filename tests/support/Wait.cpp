#include "support/Wait.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

namespace suhbat::test {

bool waitUntil(const std::function<bool()> &condition, int patience)
{
    const QDeadlineTimer deadline(patience);
    // Some conditions come true without an event: an elapsed time, another process.
    QTimer tick;
    tick.start(10);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace suhbat::test
