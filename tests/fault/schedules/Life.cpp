#include "Life.h"

namespace suhbat::fault {

namespace {

pusher::PusherOptions socketOptions(const ServerProfile &profile, const NetworkSettings &network,
                                    const VirtualTime &time, const Backoff::Random &random)
{
    pusher::PusherOptions options = pusherOptionsFor(profile, network);
    options.clock = time.clock();
    options.random = random;
    return options;
}

} // namespace

ServerProfile Life::profile(ModelServer::TempIds tempIds, quint16 socketPort)
{
    ServerProfile profile;
    profile.appKey = QStringLiteral("key");
    profile.wsHost = QStringLiteral("127.0.0.1");
    profile.wsPort = socketPort;
    profile.wsSecure = false;
    profile.apiBaseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/api"));
    profile.capabilities.ask = false;
    profile.capabilities.on.tempId = tempIds != ModelServer::TempIds::Ignored;
    profile.capabilities.on.idempotentSend = tempIds == ModelServer::TempIds::Unique;
    return profile;
}

NetworkSettings Life::straight()
{
    NetworkSettings settings;
    settings.proxy.use = ProxySettings::Use::None;
    return settings;
}

Life::Life(VirtualTime &time, Chance &chance, ModelNetwork &network, ModelServer::TempIds tempIds,
           quint16 socketPort, MemoryStore &disk, QSet<TempId> &unwritten)
    : m_store(disk, unwritten, chance)
    , m_api(&network, profile(tempIds, socketPort), straight())
    , m_authorizer(m_api)
    , m_pusher(socketOptions(profile(tempIds, socketPort), straight(), time,
                             [&chance] { return chance.number(); }),
               m_authorizer)
    , m_link(
          m_pusher, [this] { return m_api.decodeContext(); }, [&chance] { return chance.number(); })
    , m_chat(m_api, m_link, m_store,
             ChatManager::Options{time.clock(), [&chance] { return chance.number(); }})
{
    const User self{UserId(ModelServer::self), QStringLiteral("Dana"), {}, {}, {}};
    m_api.setToken(QStringLiteral("token"));
    m_api.setOwnUser(self.id);
    m_store.open(QStringLiteral("model"), self.id, nullptr, {});
    m_chat.start(self);
}

Life::~Life()
{
    m_chat.stop();
}

} // namespace suhbat::fault
