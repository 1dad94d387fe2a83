#pragma once

#include "base/Clock.h"
#include "domain/User.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVector>

namespace suhbat {

/// Who is typing where. There is no "stopped" event: a notice counts for 6 s, or until that
/// person's message arrives.
class TypingTracker : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds expiry{6000};
    /// At most one outgoing notice in this time and conversation.
    static constexpr Milliseconds throttle{3000};
    /// A notice that comes so soon after that person's message was overtaken by it.
    static constexpr Milliseconds overtaken{1000};
    /// More people typing at once in one conversation, or conversations in which somebody types,
    /// than anybody can follow: what comes beyond is dropped.
    static constexpr int mostTypists = 20;
    static constexpr int mostConversations = 200;

    explicit TypingTracker(Clock clock = {}, QObject *parent = nullptr);
    ~TypingTracker() override;

    void typing(const ConversationId &conversation, const User &user);
    void messageArrived(const ConversationId &conversation, const UserId &from);
    void clear();
    /// Names in the order in which they started; empty when nobody types.
    QStringList namesIn(const ConversationId &conversation) const;

    /// True when a notice should go out now for this keystroke; remembers that it did.
    bool shouldNotify(const ConversationId &conversation);
    /// After my message went out the next keystroke is news again.
    void sent(const ConversationId &conversation) { m_lastNotice.remove(conversation); }

Q_SIGNALS:
    void changed(const ConversationId &conversation);

private:
    struct Typist
    {
        User user;
        Instant until;
    };
    void expire();
    void arm();

    Clock m_clock;
    QTimer m_timer; // runs only while somebody types
    QHash<ConversationId, QVector<Typist>> m_typists;
    QHash<ConversationId, Instant> m_lastNotice;
    struct Said
    {
        ConversationId conversation;
        UserId by;
        Instant at;
    };
    QVector<Said> m_said; // of the last second
};

} // namespace suhbat
