#include "app/App.h"

#include "app/platform/KeychainSecretStore.h"
#include "app/platform/Platform.h"
#include "app/platform/SystemSecretStore.h"
#include "store/SqliteStore.h"

#include <QLocale>

namespace suhbat {

namespace {

std::unique_ptr<SecretStore> systemSecrets(const AccountPaths &paths)
{
    if (!paths.keepsData())
        return {};
    return std::make_unique<SystemSecretStore>(
        std::make_unique<KeychainSecretStore>(QStringLiteral("suhbat")),
        paths.dataFolder() + QStringLiteral("/secrets"));
}

} // namespace

App::App(const QString &settingsFile, Backend::Timing timing, QObject *parent)
    : App(AccountPaths::settingsOnly(settingsFile), std::move(timing), {}, parent)
{}

App::App(const AccountPaths &paths, Backend::Timing timing, std::unique_ptr<SecretStore> secrets,
         QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_timing(std::move(timing))
    , m_settings(paths.settingsFile())
    , m_watch(m_timing.clock, this)
    , m_keeper(paths, secrets ? std::move(secrets) : systemSecrets(paths))
    , m_chat(m_notices, m_timing.clock)
    , m_actions(m_chat, m_notices)
    , m_attachments(m_chat)
    , m_desktop(paths.settingsFile(), m_settings, m_chat, m_timing.clock)
    , m_emoji(paths.settingsFile())
    , m_files(*m_chat.messages())
    , m_list(m_chat, m_notices)
    , m_accountFace(m_paths, [this] { return accountNow(); })
{
    m_chat.setLocale(QLocale(m_settings.language()));
    m_attachments.setLocale(QLocale(m_settings.language()));
    m_emoji.setLanguage(m_settings.language());
    m_files.setLocale(QLocale(m_settings.language()));
    connect(&m_session, &SessionFace::serverOutOfReach, this, [this](const Error &error) {
        m_notices.askRetry(
            NoticeCenter::Connection, error, [this] { m_session.askAgain(); }, Doing::SignIn,
            NoticeCenter::Continue::NotOffered);
    });
    connectKeeper();
    connect(&m_server, &ServerFace::chosen, this,
            [this](const ServerProfile &profile, const NetworkSettings &network) {
                setNetwork(network);
                useServer(profile);
            });
    connect(&m_settings, &Settings::languageChanged, this, [this] {
        m_chat.setLocale(QLocale(m_settings.language()));
        m_attachments.setLocale(QLocale(m_settings.language()));
        m_emoji.setLanguage(m_settings.language());
        m_files.setLocale(QLocale(m_settings.language()));
        m_notices.retranslate();
        m_list.retranslate();
        if (m_backend)
            m_backend->setLanguage(m_settings.language());
    });
}

void App::connectKeeper()
{
    m_keeper.setStay(m_settings.stayLoggedIn());
    connect(&m_settings, &Settings::stayLoggedInChanged, this,
            [this] { m_keeper.setStay(m_settings.stayLoggedIn()); });
    connect(&m_keeper, &SessionKeeper::lost, &m_session, &SessionFace::setSavedLoginLost);
    connect(&m_keeper, &SessionKeeper::keptInFile, this, [this] {
        m_loginInFile = !m_settings.knowsLoginInFile();
        Q_EMIT loginInFileChanged();
    });
    connect(&m_keeper, &SessionKeeper::notKept, this, [this](const Error &error) {
        m_notices.showError(
            NoticeCenter::Request, error, [this] { m_keeper.keep(); }, Doing::KeepSession);
    });
}

void App::loginInFileUnderstood()
{
    m_settings.setKnowsLoginInFile();
    m_loginInFile = false;
    Q_EMIT loginInFileChanged();
}

void App::followSystem()
{
    m_watch.followNetwork();
    platform::watchClock(this, [this] {
        m_watch.clockJumped();
        m_desktop.quiet()->look();
    });
    platform::watchSleep(this, [this](bool asleep) {
        if (asleep)
            return;
        m_watch.woken();
        m_desktop.quiet()->look();
    });
}

App::~App()
{
    m_settings.disconnect(this);
    m_keeper.disconnect(this);
    m_keeper.detach();
    m_session.setManager(nullptr);
    m_desktop.notices().setManager(nullptr);
    m_list.setManager(nullptr);
    m_chat.setManager(nullptr);
    m_announcer.setManager(nullptr);
    m_files.stop(false);
    m_diagnostics.setClient(nullptr);
}

void App::setNetwork(const NetworkSettings &network)
{
    m_timing.network = network;
    Q_EMIT insecureTlsChanged();
}

void App::useServer(const ServerProfile &profile, bool demo)
{
    m_keeper.detach();
    m_session.setManager(nullptr);
    m_desktop.notices().setManager(nullptr);
    m_list.setManager(nullptr);
    m_chat.setManager(nullptr);
    m_announcer.setManager(nullptr);
    m_files.stop(false);
    m_diagnostics.setClient(nullptr);
    Backend::Timing timing = m_timing;
    if (!timing.makeStore && m_paths.keepsData()) {
        timing.makeStore = [folder = m_paths.dataFolder()] {
            return std::make_unique<SqliteStore>(folder);
        };
    }
    m_backend = std::make_unique<Backend>(profile, m_settings.language(), timing);
    m_watch.tell(m_backend->pusher());
    ChatManager &chat = m_backend->chat();
    connect(&m_watch, &pusher::SystemWatch::wokeUp, &chat, &ChatManager::lookAgain);
    connect(&m_watch, &pusher::SystemWatch::networkCame, &chat, &ChatManager::lookAgain);
    connectBackend();
    m_chat.setManager(&m_backend->chat());
    m_announcer.setManager(&m_backend->chat());
    const auto takesFiles = [this] { m_attachments.setAble(m_backend->capabilities().upload); };
    connect(&m_backend->api(), &ChatApi::capabilitiesChanged, &m_attachments, takesFiles);
    takesFiles();
    m_desktop.notices().setManager(&m_backend->chat());
    m_list.setManager(&m_backend->chat());
    m_diagnostics.setClient(&m_backend->pusher());
    m_session.setServer(profile.apiBaseUrl.host(),
                        SessionFace::IdentifierKind(int(profile.identifierKind)), demo);
    // Before the login page could come up for a moment.
    m_keeper.attach(m_backend->session(), AccountPaths::serverKey(profile));
    if (!m_keeper.identifier().isEmpty())
        m_session.prefill(m_keeper.identifier(), {});
    m_session.setManager(&m_backend->session());
    m_session.setUnsentCount([this] { return m_chat.unsentCount(); });
    m_server.setMissing(false);
}

void App::connectBackend()
{
    SessionManager &session = m_backend->session();
    connect(&session, &SessionManager::signedIn, this, [this, &session] {
        const User user = session.session().user;
        m_notices.resolveDialog(NoticeCenter::Connection);
        const QString server = AccountPaths::serverKey(m_backend->api().server());
        m_files.start(m_backend->api(), m_paths.cacheFolder(server, user.id));
        m_attachments.start(m_paths.userFolder(server, user.id));
        m_backend->chat().start(user);
    });
    connect(&session, &SessionManager::ended, this, &App::onEnded);
    m_backend->onStoreFailed([this](const Error &error) {
        m_notices.askRetry(
            NoticeCenter::Storage, error, [this] { m_backend->openStore(); }, Doing::OpenStore,
            NoticeCenter::Continue::NotOffered);
    });
    connect(&m_backend->store(), &AccountStore::cacheRebuilt, this,
            [this] { m_notices.tell(NoticeCenter::News::CacheRebuilt); });
    connect(&m_backend->store(), &AccountStore::troubleChanged, this,
            [this](StorageProblem problem) {
                Error error = Error::make(Error::Kind::Storage, QStringLiteral("the account"));
                error.storage = problem;
                if (problem != StorageProblem::None)
                    m_notices.showError(NoticeCenter::Request, error, {}, Doing::KeepChat);
            });
    connect(&m_backend->store(), &AccountStore::outboxRepaired, this,
            [this] { m_notices.tell(NoticeCenter::News::OutboxRepaired); });
}

AccountFace::Now App::accountNow() const
{
    AccountFace::Now now;
    now.locale = QLocale(m_settings.language());
    now.stays = m_settings.stayLoggedIn() && !m_keeper.failedToKeep();
    now.loginInFile = m_keeper.place() == SecretStore::Place::File;
    if (!m_backend)
        return now;
    now.server = m_backend->server();
    now.capabilities = m_backend->capabilities();
    now.user = m_backend->session().session().user.id;
    now.login = m_backend->session().identifier();
    return now;
}

void App::onEnded(SessionManager::EndReason reason)
{
    m_backend->chat().stop();
    m_files.stop(reason == SessionManager::EndReason::LoggedOut);
    m_chat.userLeft();
    m_attachments.forget(reason == SessionManager::EndReason::LoggedOut);
    m_desktop.notices().userLeft();
    m_list.userLeft();
    m_notices.clear();
}

} // namespace suhbat
