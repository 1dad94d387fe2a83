#include "api/SettingsSources.h"
#include "app/platform/SystemSecretStore.h"
#include "pictures/Studio.h"

#include <QQuickItem>

// Before the chat, and after it: login, code, a list without anybody, the keyring.

namespace suhbat::test {

namespace {

constexpr int someWait = 47; // seconds

} // namespace

bool Studio::logInAs(const QString &phone, const QString &password)
{
    return m_shown->type(u"loginIdentifier"_qs, phone) &&
           m_shown->type(u"loginPassword"_qs, password) && m_shown->click(u"loginSubmit"_qs);
}

bool Studio::beforeLogin()
{
    Person &dana = *m_dana;
    const auto problem = [&] {
        return dana.waitUntil("the problem",
                              [&] { return !dana.app().session()->formError().isEmpty(); });
    };
    return scene("login",
                 [&] { // as the demo has it
                     dana.app().session()->prefill(account::dana, account::password);
                     return dana.waitFor(u"loginPage"_qs);
                 }) &&
           scene("login-refused",
                 [&] {
                     return logInAs(account::dana, u"a guess"_qs) && dana.waitFor(u"loginError"_qs);
                 }) &&
           scene(
               "login-unreachable",
               [&] {
                   m_server.stop();
                   return logInAs(account::dana, account::password) && problem() &&
                          dana.waitFor(u"errorDialog"_qs);
               },
               [&] { return key(Qt::Key_Escape) && m_server.listen(); });
}

bool Studio::code()
{
    Person &dana = *m_dana;
    return scene("code",
                 [&] {
                     return logInAs(account::kim, account::password) &&
                            dana.waitFor(u"codePage"_qs) && dana.click(u"codeField"_qs);
                 }) &&
           scene(
               "code-refused",
               [&] {
                   dana.typeText(u"123456"_qs);
                   return (!dana.app().session()->codeError().isEmpty() ||
                           dana.click(u"codeSubmit"_qs)) &&
                          dana.waitFor(u"codeError"_qs);
               },
               [&] { return dana.click(u"codeBack"_qs); });
}

bool Studio::leaving()
{
    Person &dana = *m_dana;
    return toList() &&
           scene(
               "log-out",
               [&] {
                   return dana.click(u"menuButton"_qs) && dana.click(u"logoutButton"_qs) &&
                          dana.waitFor(u"logoutConfirm"_qs);
               },
               [&] { return dana.click(u"logoutCancel"_qs); }) &&
           scene(
               "tray-question",
               [&] {
                   Q_EMIT dana.app().desktop()->trayQuestion();
                   return dana.waitFor(u"trayKeepRunning"_qs);
               },
               [&] { return key(Qt::Key_Escape); });
}

/// The program of somebody else, started anew; the keyring is what stays.
bool Studio::startBekzod()
{
    m_shown = m_dana.get();
    m_bekzod.reset();
    const AccountPaths paths =
        AccountPaths::below(m_dir.filePath(u"config"_qs), m_dir.filePath(u"data"_qs));
    m_bekzod =
        std::make_unique<Person>(paths,
                                 std::make_unique<SystemSecretStore>(
                                     std::make_unique<FakeKeyring>(m_drawer), paths.dataFolder()),
                                 timing());
    m_shown = m_bekzod.get();
    return furnish(*m_bekzod);
}

bool Studio::nobody()
{
    const bool done = startBekzod() && scene("list-empty", [&] {
                          return logInAs(u"998900000013"_qs, account::password) &&
                                 m_shown->waitFor(u"conversationsEmpty"_qs) &&
                                 m_shown->waitUntil("the session to be kept",
                                                    [&] { return !m_drawer.secrets.isEmpty(); }) &&
                                 m_shown->waitUntil("the subscription", [&] {
                                     return m_server.subscriberCount(u"private-user.54"_qs) == 1;
                                 });
                      });
    m_drawer.state = FakeKeyring::State::Locked;
    return done && startBekzod() &&
           scene("keyring", [&] { return m_shown->waitFor(u"keyringUnlock"_qs); }) &&
           scene(
               "server",
               [&] {
                   m_shown->app().server()->offer([] { return SettingsSources(); },
                                                  m_dir.filePath(u"server.json"_qs));
                   return m_shown->click(u"keyringLogIn"_qs) &&
                          m_shown->click(u"serverButton"_qs) &&
                          m_shown->type(u"serverApi"_qs, u"ftp://chat"_qs) && key(Qt::Key_Return) &&
                          m_shown->waitForText(u"serverSheet"_qs,
                                               m_shown->app().server()->apiError());
               },
               [&] { return key(Qt::Key_Escape) && m_shown->waitUntilGone(u"serverSheet"_qs); }) &&
           scene("login-too-often", [&] {
               m_server.faults().retryAfterSeconds = someWait;
               m_server.faults().failNext(demo::Failure::TooManyRequests, u"/auth/login"_qs);
               return logInAs(account::dana, account::password) &&
                      m_shown->waitFor(u"loginError"_qs);
           });
}

} // namespace suhbat::test
