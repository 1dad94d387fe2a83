#include "app/RestingCaret.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

namespace suhbat {

RestingCaret::RestingCaret(Milliseconds after, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, &RestingCaret::rest);
    qGuiApp->installEventFilter(this);
    m_timer.start();
}

RestingCaret::~RestingCaret()
{
    m_timer.disconnect(this);
    if (m_resting && qGuiApp)
        wake();
}

bool RestingCaret::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
    case QEvent::FocusIn:
    case QEvent::WindowActivate:
        wake();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void RestingCaret::rest()
{
    m_resting = true;
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    Q_EMIT rested();
}

void RestingCaret::wake()
{
    m_timer.start();
    if (!std::exchange(m_resting, false))
        return;
    // What the system says counts again.
    QGuiApplication::styleHints()->setCursorFlashTime(-1);
}

} // namespace suhbat
