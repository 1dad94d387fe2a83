#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace suhbat::demo {

/// Things to do later, with one timer for all of them; with nothing to do no timer runs.
class Agenda : public QObject
{
    Q_OBJECT

public:
    explicit Agenda(QObject *parent = nullptr);

    void in(int milliseconds, std::function<void()> action);
    void clear();
    bool isEmpty() const { return m_actions.empty(); }

private:
    void runDue();
    void wind();

    QElapsedTimer m_clock;
    QTimer m_timer;
    std::multimap<qint64, std::function<void()>> m_actions; ///< by due time on m_clock
};

} // namespace suhbat::demo
