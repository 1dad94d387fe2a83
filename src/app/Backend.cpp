#include "app/Backend.h"

#include "app/AccountPaths.h"
#include "base/Logging.h"
#include "store/MemoryStore.h"

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
    , m_store(timing.makeStore ? timing.makeStore() : std::make_unique<MemoryStore>())
    , m_authorizer(m_api)
    , m_pusher(pusherOptions(profile, timing), m_authorizer)
    , m_session(m_api)
    , m_probe(m_api, *m_store)
    , m_link(
          m_pusher, [this] { return m_api.decodeContext(); }, timing.random, timing.refusedRetry)
    , m_chat(m_api, m_link, *m_store,
             ChatManager::Options{timing.clock, timing.random, timing.pollEvery})
{
    m_api.setLanguage(language);
    QObject::connect(&m_api, &ChatApi::unauthorized, &m_session, &SessionManager::doubtSession);
    QObject::connect(&m_chat, &ChatManager::unauthorized, &m_session,
                     &SessionManager::doubtSession);
    connectStore();
    // After the store, which has to be this user's by then.
    QObject::connect(&m_session, &SessionManager::signedIn, &m_probe, &CapabilityProbe::start);
    QObject::connect(&m_session, &SessionManager::ended, &m_probe, &CapabilityProbe::stop);
    QObject::connect(&m_chat, &ChatManager::listLoaded, &m_probe, &CapabilityProbe::retry);
}

// Connected before anybody can start the chat: its reads follow the opening in the store's order.
void Backend::connectStore()
{
    // Another user's files are other files: nothing of theirs is shown or sent.
    QObject::connect(&m_session, &SessionManager::signedIn, &m_chat, [this] {
        m_store->open(AccountPaths::serverKey(m_api.server()), m_session.session().user.id, &m_chat,
                      [this](const Result<void> &opened) { onStoreOpened(opened); });
    });
    QObject::connect(&m_session, &SessionManager::ended, &m_chat,
                     [this](SessionManager::EndReason reason) {
                         // Drafts are written before the store turns to something else. After an
                         // expiry everything stays for the same user's return.
                         m_chat.stop();
                         if (reason != SessionManager::EndReason::LoggedOut)
                             return;
                         m_store->clear(AccountStore::Clear::Everything);
                         m_chat.forgetReceipts();
                     });
    // The files are looked over when the user has something to look at.
    QObject::connect(&m_chat, &ChatManager::listRestored, &m_chat,
                     [this] { m_store->checkWhenIdle(); });
}

void Backend::onStoreOpened(const Result<void> &opened)
{
    if (opened)
        return;
    qCWarning(lcChat) << "nothing can be kept on the disk:" << opened.error().detail;
    m_storeFailed(opened.error());
}

void Backend::openStore()
{
    if (!m_chat.isRunning())
        return;
    // As at the login: what is read follows the opening in the store's order.
    m_chat.stop();
    m_store->open(AccountPaths::serverKey(m_api.server()), m_session.session().user.id, &m_chat,
                  [this](const Result<void> &opened) { onStoreOpened(opened); });
    m_chat.start(m_session.session().user);
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
    m_store->close();
    m_api.disconnect(&m_session);
    m_session.disconnect(&m_chat);
    m_session.disconnect(&m_probe);
    m_chat.disconnect(&m_probe);
}

} // namespace suhbat
