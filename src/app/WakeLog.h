#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace suhbat {

/// Says on stderr, each time that the event loop has slept, what woke it up: one line "woken: …" a
/// wake-up, with the timers and their owners, or the kind of the events. For `scripts/bench idle`:
/// QT_LOGGING_RULES="wakes.debug=true". Not through the log, whose page would have to be drawn.
class WakeLog : public QObject
{
    Q_OBJECT

public:
    explicit WakeLog(QObject *parent = nullptr);

    /// Whether somebody asks for it.
    static bool isWanted();
    /// "timer of Owner, 30000 ms", "socket", or the type of the event; from its receiver.
    static QString reasonOf(const QObject &receiver, const QEvent &event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void awake();
    void aboutToBlock();

    QElapsedTimer m_blocked;
    bool m_waits = false;  // for something to do
    bool m_slept = false;  // before what it does now
    QStringList m_reasons; // since it woke up
};

} // namespace suhbat
