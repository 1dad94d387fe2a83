#include "demo/script/Agenda.h"

#include <algorithm>

namespace suhbat::demo {

Agenda::Agenda(QObject *parent) : QObject(parent)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Agenda::runDue);
}

void Agenda::in(int milliseconds, std::function<void()> action)
{
    m_actions.emplace(m_clock.elapsed() + std::max(milliseconds, 0), std::move(action));
    wind();
}

void Agenda::clear()
{
    m_actions.clear();
    m_timer.stop();
}

void Agenda::runDue()
{
    const qint64 now = m_clock.elapsed();
    while (!m_actions.empty() && m_actions.begin()->first <= now) {
        // Taken out first: the action may plan others or clear everything.
        auto node = m_actions.extract(m_actions.begin());
        node.mapped()();
    }
    wind();
}

void Agenda::wind()
{
    if (m_actions.empty())
        m_timer.stop();
    else
        m_timer.start(int(std::max<qint64>(m_actions.begin()->first - m_clock.elapsed(), 0)));
}

} // namespace suhbat::demo
