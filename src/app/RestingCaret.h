#pragma once

#include "base/Clock.h"

#include <QObject>
#include <QTimer>

namespace suhbat {

/// Lets the caret of whatever field has the keyboard stand still once nobody has typed or clicked
/// for a while: a blinking one draws a frame twice a second for as long as the program runs. The
/// next key, click or letter of an input method sets it blinking again, as the system has it.
class RestingCaret : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds untilRest{10'000};

    explicit RestingCaret(Milliseconds after = untilRest, QObject *parent = nullptr);
    ~RestingCaret() override;

    bool isResting() const { return m_resting; }

Q_SIGNALS:
    /// Nobody has been at the keyboard or the mouse for that long.
    void rested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rest();
    void wake();

    QTimer m_timer{this};
    bool m_resting = false;
};

} // namespace suhbat
