#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>

namespace suhbat {

/// One thread for what takes long, work after work; it goes when there is nothing to do. Answers
/// come to the thread that this object lives on, unless their context has died.
class FileWorker
{
public:
    /// How long its thread waits for more; then it goes, and wakes nobody up any more.
    static constexpr std::chrono::milliseconds goesAfter{2000};

    FileWorker()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(int(goesAfter.count()));
    }
    /// Waits for all work; its answers do not come any more.
    ~FileWorker() { m_pool.waitForDone(); }
    Q_DISABLE_COPY_MOVE(FileWorker)

    /// What has not begun is not done, nor answered.
    void dropWaiting() { m_pool.clear(); }

    template<typename Value>
    void run(QObject *context, std::function<void(Value)> done, std::function<Value()> work)
    {
        m_pool.start([answers = &m_answers, context = QPointer<QObject>(context),
                      done = std::move(done), work = std::move(work)] {
            auto value = std::make_shared<Value>(work());
            QMetaObject::invokeMethod(
                answers,
                [context, done, value] {
                    if (context && done)
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
    }

private:
    QObject m_answers; // what the thread posts answers to; lives here
    QThreadPool m_pool;
};

} // namespace suhbat
