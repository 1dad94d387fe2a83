#include "app/Backend.h"

namespace suhbat {

namespace {

pusher::PusherOptions pusherOptions(const ServerProfile &profile, const Backend::Timing &timing)
{
    pusher::PusherOptions options = pusherOptionsFor(profile, timing.network, timing.pusher);
    options.random = timing.random;
    options.clock = timing.clock;
    return options;
}

} // namespace

Backend::Backend(const ServerProfile &profile, const QString &language, const Timing &timing)
    : m_network(timing.network)
    , m_api(&m_network, profile, timing.network)
    , m_authorizer(m_api)
    , m_pusher(pusherOptions(profile, timing), m_authorizer)
    , m_session(m_api)
    , m_probe(m_api)
    , m_link(
          m_pusher, [this] { return m_api.decodeContext(); }, timing.random, timing.refusedRetry)
    , m_chat(m_api, m_link, m_store,
             ChatManager::Options{timing.clock, timing.random, timing.pollEvery})
{
    m_api.setLanguage(language);
    QObject::connect(&m_api, &ChatApi::unauthorized, &m_session, &SessionManager::doubtSession);
    QObject::connect(&m_chat, &ChatManager::unauthorized, &m_session,
                     &SessionManager::doubtSession);
    QObject::connect(&m_session, &SessionManager::signedIn, &m_probe, &CapabilityProbe::start);
    QObject::connect(&m_session, &SessionManager::ended, &m_probe, &CapabilityProbe::stop);
    QObject::connect(&m_chat, &ChatManager::listLoaded, &m_probe, &CapabilityProbe::retry);
    // What one user left unsent when the session expired is never sent by another.
    QObject::connect(&m_session, &SessionManager::signedIn, &m_chat, [this] {
        const UserId user = m_session.session().user.id;
        if (user != m_lastUser)
            m_store.clear(AccountStore::Clear::Everything);
        m_lastUser = user;
    });
    QObject::connect(&m_session, &SessionManager::ended, &m_chat,
                     [this](SessionManager::EndReason reason) {
                         if (reason != SessionManager::EndReason::LoggedOut)
                             return;
                         m_store.clear(AccountStore::Clear::Everything);
                         m_chat.forgetReceipts();
                     });
}

void Backend::setLanguage(const QString &language)
{
    m_api.setLanguage(language);
    if (m_chat.isRunning())
        m_chat.refresh();
}

Backend::~Backend()
{
    m_chat.stop();
    m_api.disconnect(&m_session);
    m_session.disconnect(&m_chat);
    m_session.disconnect(&m_probe);
    m_chat.disconnect(&m_probe);
}

} // namespace suhbat
