#pragma once

#include "api/ChatApi.h"
#include "chat/ChatManager.h"
#include "chat/PusherWiring.h"
#include "CrashStore.h"
#include "ModelNetwork.h"
#include "SocketPeer.h"
#include "VirtualTime.h"

namespace suhbat::fault {

/// The program from its start to its end, or until it is killed: everything from ChatApi and
/// PusherClient to ChatManager as it is, the store and the network beneath it being models.
class Life
{
public:
    Life(VirtualTime &time, Chance &chance, ModelNetwork &network, ModelServer::TempIds tempIds,
         quint16 socketPort, MemoryStore &disk, QSet<TempId> &unwritten);
    ~Life();

    ChatManager &chat() { return m_chat; }
    CrashStore &store() { return m_store; }
    RealtimeLink &link() { return m_link; }
    /// SIGKILL: what was not on the disk yet is gone.
    void kill() { m_store.die(); }

private:
    static ServerProfile profile(ModelServer::TempIds tempIds, quint16 socketPort);
    static NetworkSettings straight();

    CrashStore m_store;
    ChatApi m_api;
    ApiChannelAuthorizer m_authorizer;
    pusher::PusherClient m_pusher;
    RealtimeLink m_link;
    ChatManager m_chat;
};

} // namespace suhbat::fault
