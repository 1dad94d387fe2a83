#pragma once

#include "api/ChatApi.h"
#include "base/Backoff.h"
#include "chat/CapabilityProbe.h"
#include "chat/ChatManager.h"
#include "chat/PusherWiring.h"
#include "chat/RealtimeLink.h"
#include "chat/SessionManager.h"
#include "net/NetworkManager.h"
#include "pusher/PusherClient.h"
#include "store/AccountStore.h"

#include <memory>

namespace suhbat {

/// Everything that talks to one server, in layer order; made when the server is known.
class Backend
{
public:
    struct Timing
    {
        Clock clock;
        Backoff::Random random;
        pusher::PusherOptions pusher; ///< only its time-outs are used
        NetworkSettings network;
        Milliseconds refusedRetry = RealtimeLink::refusedRetry;
        Milliseconds pollEvery = GapFiller::pollInterval;
        /// Where the user's chat is kept; null: in memory, for as long as the Backend lives.
        std::function<std::unique_ptr<AccountStore>()> makeStore;
    };

    Backend(const ServerProfile &profile, const QString &language, const Timing &timing);
    ~Backend();

    ChatApi &api() { return m_api; }
    SessionManager &session() { return m_session; }
    ChatManager &chat() { return m_chat; }
    pusher::PusherClient &pusher() { return m_pusher; }
    const ServerProfile &server() const { return m_api.server(); }
    const Capabilities &capabilities() const { return m_api.capabilities(); }
    AccountStore &store() { return *m_store; }
    /// Told when the files of this user cannot be opened: nothing is kept then, and nothing new is
    /// sent. Set before anybody logs in.
    void onStoreFailed(std::function<void(const Error &)> told) { m_storeFailed = std::move(told); }
    /// Opens them once more, and on success shows what is in them.
    void openStore();
    /// The list is asked for anew: its times and its "You:" are the server's words.
    void setLanguage(const QString &language);

private:
    void connectStore();
    void onStoreOpened(const Result<void> &opened);

    net::NetworkManager m_network;
    ChatApi m_api;
    std::unique_ptr<AccountStore> m_store;
    ApiChannelAuthorizer m_authorizer;
    pusher::PusherClient m_pusher;
    SessionManager m_session;
    CapabilityProbe m_probe;
    RealtimeLink m_link;
    ChatManager m_chat;
    std::function<void(const Error &)> m_storeFailed = [](const Error &) {};
};

} // namespace suhbat
