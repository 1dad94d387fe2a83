#pragma once

#include "app/ErrorText.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace suhbat {

/// Where errors become visible: a snackbar for what can be tried again, one dialog at a time for
/// what wants a decision. Typed errors in, translated sentences out.
class NoticeCenter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool snackbarVisible READ snackbarVisible NOTIFY snackbarChanged)
    Q_PROPERTY(Kind snackbarKind READ snackbarKind NOTIFY snackbarChanged)
    Q_PROPERTY(QString snackbarText READ snackbarText NOTIFY snackbarChanged)
    Q_PROPERTY(bool snackbarCanRetry READ snackbarCanRetry NOTIFY snackbarChanged)
    Q_PROPERTY(bool dialogVisible READ dialogVisible NOTIFY dialogChanged)
    Q_PROPERTY(Kind dialogKind READ dialogKind NOTIFY dialogChanged)
    Q_PROPERTY(QString dialogTitle READ dialogTitle NOTIFY dialogChanged)
    Q_PROPERTY(QString dialogText READ dialogText NOTIFY dialogChanged)
    Q_PROPERTY(QString dialogDetails READ dialogDetails NOTIFY dialogChanged)
    Q_PROPERTY(bool dialogCanRetry READ dialogCanRetry NOTIFY dialogChanged)
    Q_PROPERTY(bool dialogCanContinue READ dialogCanContinue NOTIFY dialogChanged)

public:
    enum Kind { Connection, Storage, Event, Request };
    Q_ENUM(Kind)
    enum class Continue { NotOffered, Offered };
    /// What has happened and wants no decision.
    enum class News {
        CacheRebuilt,    ///< what was kept of the messages was damaged and is fetched anew
        OutboxRepaired,  ///< outbox and drafts were damaged; what could be read is there again
        MessageGone,     ///< what was to be jumped to is not there any more
        MessageNotLoaded ///< the server could not be asked for it
    };
    using Retry = std::function<void()>;

    explicit NoticeCenter(QObject *parent = nullptr);

    /// A snackbar. One after the other: what comes while one is on screen waits for a moment. The
    /// same error again is not news: only its retry is taken over. Without `retry` it has no Retry
    /// button.
    void showError(Kind kind, const Error &error, Retry retry = {},
                   Doing doing = Doing::Unspecified);
    /// A snackbar without Retry that stays long enough to be read.
    void tell(News news);
    /// A dialog; waits while another kind's is open. What the user has dismissed comes back only
    /// after resolveDialog(kind), or as another error.
    void askRetry(Kind kind, const Error &error, Retry retry, Doing doing = Doing::Unspecified,
                  Continue goOn = Continue::Offered);
    /// It works again: closes or withdraws the dialog of that kind.
    void resolveDialog(Kind kind);
    /// Everything goes, nothing is remembered (logout).
    void clear();
    /// The words anew after the language changed.
    void retranslate();
    /// For tests; 6 s unless told. News stay three times as long.
    void setSnackbarDuration(std::chrono::milliseconds duration);

    bool snackbarVisible() const { return m_snackbar.has_value(); }
    Kind snackbarKind() const { return m_snackbar ? m_snackbar->kind : Request; }
    QString snackbarText() const { return m_snackbar ? m_snackbar->text : QString(); }
    bool snackbarCanRetry() const { return m_snackbar && m_snackbar->retry; }
    bool dialogVisible() const { return m_dialog.has_value(); }
    Kind dialogKind() const { return m_dialog ? m_dialog->kind : Connection; }
    QString dialogTitle() const { return m_dialog ? m_dialog->title : QString(); }
    QString dialogText() const { return m_dialog ? m_dialog->text : QString(); }
    QString dialogDetails() const;
    bool dialogCanRetry() const { return m_dialog && m_dialog->retry; }
    bool dialogCanContinue() const { return m_dialog && m_dialog->goOn == Continue::Offered; }

    Q_INVOKABLE void retrySnackbar();
    Q_INVOKABLE void dismissSnackbar();
    Q_INVOKABLE void retryDialog();
    Q_INVOKABLE void dismissDialog();
    /// Puts dialogDetails on the clipboard.
    Q_INVOKABLE void copyDetails() const;

Q_SIGNALS:
    void snackbarChanged();
    void dialogChanged();

private:
    struct Notice
    {
        Kind kind = Request;
        Error error;
        Doing doing = Doing::Unspecified;
        Retry retry;
        Continue goOn = Continue::NotOffered;
        QString title;
        QString text;
        std::optional<News> news; ///< instead of an error

        bool saysTheSameAs(const Notice &other) const;
        /// Title and text of a dialog, in the language of now.
        void translate();
        /// The text of a snackbar, in the language of now.
        QString snackbarWords() const;
    };

    static QString wordsOf(News news);
    void showSnackbar(Notice notice, std::chrono::milliseconds duration);
    void showNextSnackbar();
    void dropStorageSnackbars();
    void showNextDialog();

    /// More of them tell nobody anything.
    static constexpr std::size_t mostWaiting = 4;
    /// So long a snackbar stays at most once another one waits, as a part of its time.
    static constexpr int hurry = 2;

    std::optional<Notice> m_snackbar;
    std::deque<std::pair<Notice, std::chrono::milliseconds>> m_queue; ///< behind the one on screen
    QTimer m_snackbarTimer;
    std::chrono::milliseconds m_snackbarDuration = std::chrono::seconds(6);
    std::optional<Notice> m_dialog;
    std::map<Kind, Notice> m_waiting;   ///< dialogs behind the open one
    std::map<Kind, Notice> m_dismissed; ///< what the user does not want to see again
};

} // namespace suhbat
