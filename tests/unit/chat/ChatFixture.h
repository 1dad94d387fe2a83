#pragma once

#include "app/Backend.h"
#include "demo/DemoServer.h"

#include <memory>

namespace suhbat::test {

// Of the demo back end's people and conversations.
inline constexpr qint64 dana = 42;
inline constexpr qint64 kim = 43;
inline const QString kimsPhone = QStringLiteral("998900000002");
inline const ConversationId kimsRoom(qint64(12)); // the two of them

/// As the list of that client says; -1 when it has no such conversation.
int unread(Backend &client, const ConversationId &id = kimsRoom);

/// Dana (42) with a client of her own and no window, and the demo back end without scripted people.
struct ChatFixture
{
    explicit ChatFixture(const demo::DemoOptions &options = quiet(),
                         const Backend::Timing &timing = quickTiming());

    static demo::DemoOptions quiet();
    static Backend::Timing quickTiming();
    /// The same where no answer is ever awaited in vain: a busy machine may take its time.
    static Backend::Timing patientTiming();
    static ServerProfile profileOf(const demo::DemoServer &server);

    /// A client of its own for that server.
    std::unique_ptr<Backend> makeClient() const;
    /// Logs in and waits for list and subscription; false when it takes too long.
    static bool enter(Backend &client, const QString &phone = QStringLiteral("998900000001"));
    /// The same without waiting for the subscription.
    static bool logIn(Backend &client, const QString &phone = QStringLiteral("998900000001"));
    /// Opens it and waits for the history.
    static bool open(Backend &client, const ConversationId &id);
    static QStringList bodies(Backend &client, const ConversationId &id);
    /// The newest message there; an empty one when there is none.
    static Message last(Backend &client, const ConversationId &id);

    demo::DemoServer server;
    std::unique_ptr<Backend> client;
};

} // namespace suhbat::test
