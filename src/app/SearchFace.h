#pragma once

#include "app/TimelineFace.h"
#include "chat/ConversationSearch.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

#include <chrono>

namespace suhbat {

/// The search within the open conversation, as its bar shows it.
class SearchFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.chat")
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int current READ current NOTIFY changed)

public:
    /// From the last keystroke to the search.
    static constexpr std::chrono::milliseconds pause{200};

    explicit SearchFace(TimelineFace &timeline, QObject *parent = nullptr);
    ~SearchFace() override;

    /// nullptr: nobody is logged in.
    void setSearch(ConversationSearch *search);
    /// Another conversation is open; the search of the one before is over.
    void setConversation(const ConversationId &id);
    void retranslate() { Q_EMIT changed(); }

    bool isActive() const { return m_active; }
    QString text() const { return m_text; }
    void setText(const QString &text);
    /// "3 of 17", "Nothing found", …; empty while nothing is looked for. Translated.
    QString resultText() const;
    int count() const { return m_search ? int(m_search->hits().size()) : 0; }
    /// Counted from 1, the newest hit; 0: none yet.
    int current() const { return m_current; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    /// The next older hit, and the next newer one; from the last one it goes on at the first.
    Q_INVOKABLE void next() { go(1); }
    Q_INVOKABLE void previous() { go(-1); }

Q_SIGNALS:
    void activeChanged();
    void changed();

private:
    void start();
    void onChanged();
    void go(int by);

    TimelineFace &m_timeline;
    QPointer<ConversationSearch> m_search;
    QTimer m_pause;
    ConversationId m_conversation;
    MessageId m_hit; ///< the one that was jumped to; hits may come before it
    QString m_text;
    int m_current = 0;
    bool m_active = false;
};

} // namespace suhbat
