#include "app/SearchFace.h"

#include <utility>

namespace suhbat {

SearchFace::SearchFace(TimelineFace &timeline, QObject *parent)
    : QObject(parent), m_timeline(timeline)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SearchFace::start);
}

SearchFace::~SearchFace()
{
    m_pause.disconnect(this);
    setSearch(nullptr);
}

void SearchFace::setSearch(ConversationSearch *search)
{
    if (m_search)
        m_search->disconnect(this);
    close();
    m_search = search;
    if (m_search)
        connect(m_search, &ConversationSearch::changed, this, &SearchFace::onChanged);
}

void SearchFace::setConversation(const ConversationId &id)
{
    close();
    m_conversation = id;
}

void SearchFace::open()
{
    if (m_conversation.isEmpty() || std::exchange(m_active, true))
        return;
    Q_EMIT activeChanged();
}

void SearchFace::close()
{
    m_pause.stop();
    m_text.clear();
    m_hit = {};
    m_current = 0;
    if (m_search)
        m_search->stop();
    Q_EMIT changed();
    if (std::exchange(m_active, false))
        Q_EMIT activeChanged();
}

void SearchFace::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_pause.start();
    Q_EMIT changed();
}

void SearchFace::start()
{
    m_pause.stop();
    m_hit = {};
    m_current = 0;
    if (m_search)
        m_search->start(m_conversation, m_text);
}

// The newest hit is shown as soon as it is known; then the one that was gone to stays it.
void SearchFace::onChanged()
{
    const auto &hits = m_search->hits();
    m_current = m_hit.isEmpty() ? 0 : int(hits.indexOf(m_hit)) + 1;
    if (m_active && m_current == 0 && !hits.isEmpty() && !m_search->isRunning())
        go(1);
    Q_EMIT changed();
}

void SearchFace::go(int by)
{
    if (m_pause.isActive())
        start(); // Enter does not wait
    const int all = count();
    if (all == 0)
        return;
    const int from = m_current == 0 ? (by > 0 ? -1 : all) : m_current - 1;
    const int to = (from + by + all) % all;
    m_hit = m_search->hits().at(to);
    m_current = to + 1;
    m_timeline.jumpTo(m_hit.toString());
    Q_EMIT changed();
}

QString SearchFace::resultText() const
{
    if (!m_search || m_text.trimmed().isEmpty())
        return {};
    if (count() > 0)
        return tr("%1 of %2").arg(m_current).arg(count());
    if (m_pause.isActive() || m_search->isRunning())
        return tr("Searching…");
    return m_search->isIncomplete() ? tr("Nothing found here; the server did not answer")
                                    : tr("Nothing found");
}

} // namespace suhbat
