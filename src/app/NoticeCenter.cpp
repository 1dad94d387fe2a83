#include "app/NoticeCenter.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace suhbat {

bool NoticeCenter::Notice::saysTheSameAs(const Notice &other) const
{
    return news == other.news && kind == other.kind && doing == other.doing &&
           error.kind == other.error.kind && error.status == other.error.status &&
           error.serverText == other.error.serverText;
}

void NoticeCenter::Notice::translate()
{
    const ErrorWords words = ErrorText::words(error, doing);
    title = words.title;
    text = words.hint.isEmpty() ? words.sentence : words.sentence + QLatin1Char('\n') + words.hint;
}

QString NoticeCenter::Notice::snackbarWords() const
{
    return news ? wordsOf(*news) : ErrorText::oneLine(error, doing);
}

QString NoticeCenter::wordsOf(News news)
{
    switch (news) {
    case News::CacheRebuilt:
        return tr("The messages kept on this computer were damaged and are loaded again from the "
                  "server. Unsent messages and drafts were not touched.");
    case News::OutboxRepaired:
        return tr("The unsent messages and drafts kept on this computer were damaged. What could "
                  "be read of them is back; look through them before you send anything again.");
    case News::MessageGone:
        return tr("That message is no longer here.");
    case News::MessageNotLoaded:
        return tr("That message could not be loaded. Try again when you are connected.");
    }
    return {};
}

NoticeCenter::NoticeCenter(QObject *parent) : QObject(parent)
{
    m_snackbarTimer.setSingleShot(true);
    connect(&m_snackbarTimer, &QTimer::timeout, this, &NoticeCenter::dismissSnackbar);
}

void NoticeCenter::showError(Kind kind, const Error &error, Retry retry, Doing doing)
{
    Notice notice{kind, error, doing, std::move(retry), Continue::NotOffered, {}, {}, {}};
    // A dialog that says it already is enough.
    if (m_dialog && m_dialog->saysTheSameAs(notice))
        return;
    // So is one that says why nothing can be kept at all.
    if (m_dialog && m_dialog->kind == Storage && error.kind == Error::Kind::Storage)
        return;
    if (m_snackbar && m_snackbar->saysTheSameAs(notice)) {
        const bool couldRetry = snackbarCanRetry();
        m_snackbar->retry = std::move(notice.retry);
        if (snackbarCanRetry() != couldRetry)
            Q_EMIT snackbarChanged();
        return;
    }
    for (auto &[waiting, duration] : m_queue) {
        if (waiting.saysTheSameAs(notice)) {
            waiting.retry = std::move(notice.retry);
            return;
        }
    }
    showSnackbar(std::move(notice), m_snackbarDuration);
}

void NoticeCenter::tell(News news)
{
    Notice notice;
    notice.news = news;
    const bool isShort = news == News::MessageGone || news == News::MessageNotLoaded;
    showSnackbar(std::move(notice), isShort ? m_snackbarDuration : 3 * m_snackbarDuration);
}

void NoticeCenter::showSnackbar(Notice notice, std::chrono::milliseconds duration)
{
    m_queue.emplace_back(std::move(notice), duration);
    if (!m_snackbar)
        return showNextSnackbar();
    if (m_queue.size() > mostWaiting)
        m_queue.pop_front();
    const auto left =
        std::min(m_snackbarTimer.remainingTimeAsDuration(), m_snackbarDuration / hurry);
    m_snackbarTimer.start(left);
}

void NoticeCenter::showNextSnackbar()
{
    m_snackbar.reset();
    if (!m_queue.empty()) {
        auto [notice, duration] = std::move(m_queue.front());
        m_queue.pop_front();
        m_snackbar = std::move(notice);
        m_snackbar->text = m_snackbar->snackbarWords();
        m_snackbarTimer.start(m_queue.empty() ? duration : m_snackbarDuration / hurry);
    }
    Q_EMIT snackbarChanged();
}

void NoticeCenter::askRetry(Kind kind, const Error &error, Retry retry, Doing doing, Continue goOn)
{
    Notice notice{kind, error, doing, std::move(retry), goOn, {}, {}, {}};
    if (m_dialog && m_dialog->saysTheSameAs(notice)) {
        m_dialog->retry = std::move(notice.retry);
        return;
    }
    const auto dismissed = m_dismissed.find(kind);
    if (dismissed != m_dismissed.end() && dismissed->second.saysTheSameAs(notice))
        return;
    m_waiting[kind] = std::move(notice);
    if (kind == Storage)
        dropStorageSnackbars();
    // Newer words for the open dialog replace it; another kind waits for its turn.
    if (m_dialog && m_dialog->kind == kind)
        m_dialog.reset();
    if (!m_dialog)
        showNextDialog();
}

// They came a moment earlier, and the dialog says the same and more.
void NoticeCenter::dropStorageSnackbars()
{
    std::erase_if(m_queue, [](const auto &waiting) {
        return !waiting.first.news && waiting.first.error.kind == Error::Kind::Storage;
    });
    if (m_snackbar && !m_snackbar->news && m_snackbar->error.kind == Error::Kind::Storage)
        dismissSnackbar();
}

void NoticeCenter::resolveDialog(Kind kind)
{
    m_dismissed.erase(kind);
    m_waiting.erase(kind);
    if (m_dialog && m_dialog->kind == kind) {
        m_dialog.reset();
        showNextDialog();
    }
}

void NoticeCenter::clear()
{
    m_waiting.clear();
    m_dismissed.clear();
    m_queue.clear();
    dismissSnackbar();
    if (m_dialog) {
        m_dialog.reset();
        Q_EMIT dialogChanged();
    }
}

void NoticeCenter::retranslate()
{
    if (m_snackbar) {
        m_snackbar->text = m_snackbar->snackbarWords();
        Q_EMIT snackbarChanged();
    }
    if (m_dialog) {
        m_dialog->translate();
        Q_EMIT dialogChanged();
    }
}

void NoticeCenter::setSnackbarDuration(std::chrono::milliseconds duration)
{
    m_snackbarDuration = duration;
}

QString NoticeCenter::dialogDetails() const
{
    return m_dialog ? ErrorText::details(m_dialog->error) : QString();
}

void NoticeCenter::retrySnackbar()
{
    if (!m_snackbar)
        return;
    // Gone before the retry runs: it may fail at once and show itself anew.
    const Retry retry = std::exchange(m_snackbar->retry, {});
    dismissSnackbar();
    if (retry)
        retry();
}

void NoticeCenter::dismissSnackbar()
{
    m_snackbarTimer.stop();
    if (m_snackbar)
        showNextSnackbar();
}

void NoticeCenter::retryDialog()
{
    if (!m_dialog)
        return;
    const Retry retry = std::exchange(m_dialog->retry, {});
    m_dismissed.erase(m_dialog->kind);
    m_dialog.reset();
    showNextDialog();
    if (retry)
        retry();
}

void NoticeCenter::dismissDialog()
{
    if (!m_dialog)
        return;
    Notice dismissed = *std::exchange(m_dialog, std::nullopt);
    const Kind kind = dismissed.kind;
    dismissed.retry = {};
    m_dismissed.insert_or_assign(kind, std::move(dismissed));
    showNextDialog();
}

void NoticeCenter::copyDetails() const
{
    if (m_dialog)
        QGuiApplication::clipboard()->setText(dialogDetails());
}

void NoticeCenter::showNextDialog()
{
    // Kinds come in the order of their weight: without a connection nothing else matters.
    if (!m_waiting.empty()) {
        m_dialog = std::move(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        m_dialog->translate();
    }
    Q_EMIT dialogChanged();
}

} // namespace suhbat
