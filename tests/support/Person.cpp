#include "support/Person.h"

#include "demo/DemoServer.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

namespace suhbat::test {

Backend::Timing Person::quickTiming()
{
    Backend::Timing timing;
    // The shortest of the waits that the rule allows.
    timing.random = [] { return 0.0; };
    return timing;
}

Person::Person(const Backend::Timing &timing)
    : m_app(m_dir.filePath(QStringLiteral("settings.ini")), timing)
{
    settle();
}

Person::Person(const AccountPaths &paths, std::unique_ptr<SecretStore> secrets,
               const Backend::Timing &timing)
    : m_app(paths, timing, std::move(secrets))
{
    settle();
}

void Person::settle()
{
    m_app.settings()->overrideLanguage(QStringLiteral("en"));
    // Things that slide are slower to click on, and no journey is about that.
    m_app.settings()->setReduceMotion(true);
}

Person::~Person()
{
    setWindow(nullptr);
    m_appWindow.reset();
    // Qt's software renderer deletes the textures of pictures that are gone when it draws the next
    // time; after the last window that is never, and the leak check complains.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QQuickWindow sweeper;
    sweeper.releaseResources();
    (void)sweeper.grabWindow();
}

bool Person::open()
{
    m_appWindow = std::make_unique<AppWindow>(m_app, *m_app.settings());
    QSignalSpy firstFrame(m_appWindow.get(), &AppWindow::firstFrame);
    if (!m_appWindow->open())
        return false;
    setWindow(m_appWindow->window());
    return lookAt() && (!firstFrame.isEmpty() || firstFrame.wait());
}

bool Person::open(const ServerProfile &profile)
{
    if (!open())
        return false;
    m_app.useServer(profile, !m_app.paths().keepsData());
    return true;
}

bool Person::open(const demo::DemoServer &server)
{
    return open(profileOf(server));
}

bool Person::logIn(const QString &phone, const QString &password)
{
    return type(QStringLiteral("loginIdentifier"), phone) &&
           type(QStringLiteral("loginPassword"), password) &&
           click(QStringLiteral("loginSubmit")) && waitFor(QStringLiteral("chatPage"));
}

bool Person::openConversation(const QString &title)
{
    const auto seen = [&] { return itemShowing(QStringLiteral("conversationDelegate"), title); };
    constexpr int wholeList = 40; // notches
    int turns = 0;
    const auto found = [&] { // up first, then down, in case it is still to come
        return seen() ||
               (wheel(QStringLiteral("conversationList"), turns++ / wholeList % 2 == 0 ? 1 : -1) &&
                seen());
    };
    return waitUntil(qPrintable(title), found) &&
           clickOn(QStringLiteral("conversationDelegate"), title) &&
           waitFor(QStringLiteral("composer")) && waitUntil("the history to be loaded", [this] {
               return !m_app.chat()->loadingMessages() && sees(QStringLiteral("messageList"));
           });
}

bool Person::send(const QString &text)
{
    if (!type(QStringLiteral("composer"), text))
        return false;
    press(Qt::Key_Return);
    return waitForText(QStringLiteral("messageBubble"), text);
}

QString Person::markOf(const QString &message) const
{
    const QQuickItem *bubble = itemShowing(QStringLiteral("messageBubble"), message);
    const QQuickItem *mark = itemIn(bubble, QStringLiteral("stateMark"));
    return mark ? mark->property("glyph").toString() : QString();
}

int Person::unreadOf(const QString &title) const
{
    const QQuickItem *row = itemShowing(QStringLiteral("conversationDelegate"), title);
    return textOf(itemIn(row, QStringLiteral("unreadBadge"))).toInt();
}

ServerProfile Person::profileOf(const demo::DemoServer &server)
{
    ServerProfile profile;
    profile.appKey = server.appKey();
    const QUrl socket = server.wsUrl();
    profile.wsHost = socket.host();
    profile.wsPort = socket.port();
    profile.wsSecure = socket.scheme() == QLatin1String("wss");
    profile.apiBaseUrl = server.apiUrl();
    profile.capabilities.on.typing = true;
    profile.capabilities.on.tempId = true;
    profile.capabilities.ask = false;
    return profile;
}

} // namespace suhbat::test
