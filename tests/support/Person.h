#pragma once

#include "app/App.h"
#include "app/AppWindow.h"
#include "support/Screen.h"

#include <QTemporaryDir>

#include <memory>

namespace suhbat::demo {
class DemoServer;
}

namespace suhbat::test {

/// Somebody with Suhbat open before them: a real App and the real Main.qml, with settings of its
/// own. Any number of them fit in one process.
class Person : public Screen
{
public:
    /// Short waits for reconnecting and typing, so that tests need no patience.
    static Backend::Timing quickTiming();

    explicit Person(const Backend::Timing &timing = quickTiming());
    /// Whose files are there before and after: a program that is started again.
    Person(const AccountPaths &paths, std::unique_ptr<SecretStore> secrets,
           const Backend::Timing &timing = quickTiming());
    ~Person();

    /// Opens the window, before any server is known.
    [[nodiscard]] bool open();
    /// The same and, after its first frame, uses that server.
    [[nodiscard]] bool open(const ServerProfile &profile);
    [[nodiscard]] bool open(const demo::DemoServer &server);
    /// Fills in the login page and waits for the chat.
    [[nodiscard]] bool logIn(const QString &phone, const QString &password);
    /// Clicks the row with that title and waits for its messages.
    [[nodiscard]] bool openConversation(const QString &title);
    /// Types into the composer and presses Enter.
    [[nodiscard]] bool send(const QString &text);
    /// The mark drawn in the bubble with that text: clock, sent, read, alert or question; empty
    /// when there is none in sight.
    QString markOf(const QString &message) const;
    /// How many the badge of the conversation says; 0 when there is none.
    int unreadOf(const QString &title) const;

    App &app() { return m_app; }
    static ServerProfile profileOf(const demo::DemoServer &server);

private:
    void settle();

    QTemporaryDir m_dir;
    App m_app;
    std::unique_ptr<AppWindow> m_appWindow; // dies before the App it shows
};

/// Accounts of the demo server; all have the same password.
namespace account {
inline const QString dana = QStringLiteral("998900000001");
inline const QString kim = QStringLiteral("998900000002"); ///< logs in with an SMS code too
inline const QString lee = QStringLiteral("998900000003");
inline const QString password = QStringLiteral("demo-pass");
inline const QString code = QStringLiteral("482915");
} // namespace account

} // namespace suhbat::test
