#include "pictures/Studio.h"

#include <QQuickItem>

// What is photographed, in the order in which a person would come by it.

namespace suhbat::test {

namespace {

const QString kim = QStringLiteral("Kim Ito");
constexpr qint64 kimsId = 43;
constexpr qint64 kimsRoom = 12;

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

QStringList Studio::words()
{
    return {QStringLiteral("Do you have a minute before the review?"),
            QStringLiteral("Perfect, see you there!"),
            QStringLiteral("In ten minutes, room 4 is free."), QStringLiteral("Yes, I do."),
            QStringLiteral("998900000002")};
}

bool Studio::beforeLogin()
{
    Person &dana = *m_dana;
    return scene("login", [&] { return dana.waitFor(name("loginPage")); }) &&
           scene("login-refused",
                 [&] {
                     return dana.type(name("loginIdentifier"), account::dana) &&
                            dana.type(name("loginPassword"), QStringLiteral("a guess")) &&
                            dana.click(name("loginSubmit")) && dana.waitFor(name("loginError"));
                 }) &&
           scene(
               "login-unreachable",
               [&] {
                   m_server.stop();
                   return dana.type(name("loginPassword"), account::password) &&
                          dana.click(name("loginSubmit")) && dana.waitUntil("the failure", [&] {
                              return !dana.app().session()->formError().isEmpty();
                          });
               },
               [&] { return key(Qt::Key_Escape) && m_server.listen(); }) &&
           scene(
               "code",
               [&] {
                   return dana.type(name("loginIdentifier"), account::kim) &&
                          dana.type(name("loginPassword"), account::password) &&
                          dana.click(name("loginSubmit")) && dana.waitFor(name("codePage")) &&
                          dana.click(name("codeField"));
               },
               [&] { return dana.click(name("codeBack")); });
}

bool Studio::list()
{
    Person &dana = *m_dana;
    return scene("list", [&] {
        return dana.logIn(account::dana, account::password) &&
               dana.waitForText(name("conversationDelegate"), kim) &&
               dana.waitUntil("the subscription", [&] {
                   return m_server.subscriberCount(name("private-user.42")) == 1;
               });
    });
}

bool Studio::conversation()
{
    Person &dana = *m_dana;
    const auto back = [&] { return !narrow() || dana.click(name("chatBack")); };
    return scene(
               "group", [&] { return openRoom(QStringLiteral("Support desk")); }, back) &&
           scene(
               "files", [&] { return openRoom(QStringLiteral("Nilufar Rahimova")); }, back) &&
           scene(
               "russian", [&] { return openRoom(QStringLiteral("Ольга Лебедева")); }, back) &&
           scene("chat", [&] { return openRoom(kim); });
}

bool Studio::writing()
{
    Person &dana = *m_dana;
    return scene(
               "typing",
               [&] {
                   m_server.typeAs(kimsId, kimsRoom);
                   return dana.waitForText(name("typingIndicator"), kim);
               },
               [&] {
                   m_server.sendAs(kimsId, kimsRoom,
                                   QStringLiteral("Do you have a minute before the review?"));
                   return dana.waitUntilGone(name("typingIndicator"));
               }) &&
           scene("message-menu",
                 [&] {
                     const QString mine = QStringLiteral("In ten minutes, room 4 is free.");
                     if (!dana.send(mine) || !dana.waitUntil("the tick", [&] {
                             return dana.markOf(mine) == QLatin1String("sent");
                         }))
                         return false;
                     dana.item(name("messageList"))->forceActiveFocus(Qt::TabFocusReason);
                     return key(Qt::Key_Up) && key(Qt::Key_Menu) &&
                            dana.waitFor(name("messageReply"));
                 }) &&
           scene(
               "edit",
               [&] { return dana.click(name("messageEdit")) && dana.waitFor(name("composerBar")); },
               [&] { return dana.click(name("composerBarCancel")); }) &&
           scene(
               "delete",
               [&] {
                   dana.item(name("messageList"))->forceActiveFocus(Qt::TabFocusReason);
                   return key(Qt::Key_Delete) && dana.waitFor(name("deleteConfirm"));
               },
               [&] { return dana.click(name("deleteCancel")); }) &&
           scene("reply",
                 [&] {
                     ChatFace *chat = dana.app().chat();
                     const QString kims =
                         chat->messages()->index(1).data(MessageListModel::KeyRole).toString();
                     return dana.app().actions()->startReply(kims) &&
                            dana.waitFor(name("composerBar"));
                 }) &&
           scene("quoted",
                 [&] {
                     return dana.send(QStringLiteral("Yes, I do.")) &&
                            dana.waitFor(name("messageQuote"));
                 }) &&
           scene(
               "draft",
               [&] {
                   return dana.type(name("composer"),
                                    QStringLiteral("Sure. Three things:\n1. the visit\n2. the "
                                                   "budget\n3. lunch 🍜"));
               },
               [&] { return dana.type(name("composer"), QString()); });
}

bool Studio::overlays()
{
    Person &dana = *m_dana;
    const auto escape = [&] { return key(Qt::Key_Escape); };
    const auto toList = [&] { return !narrow() || dana.click(name("chatBack")); };
    return toList() &&
           scene(
               "user-menu",
               [&] { return dana.click(name("menuButton")) && dana.waitFor(name("logoutButton")); },
               escape) &&
           (!narrow() || openRoom(kim));
}

bool Studio::settingsPages()
{
    Person &dana = *m_dana;
    for (int section = 0; section < 8; ++section) {
        const QString row = name("section") + QString::number(section);
        // Server, storage, diagnostics show the port, the folder, the socket of this run.
        const QByteArray title = "settings-" + QByteArray::number(section) +
                                 (section == 3 || section == 4 || section == 6 ? "-volatile" : "");
        const auto open = [&] {
            return (section > 0 || key(Qt::Key_Comma, Qt::ControlModifier)) && dana.click(row);
        };
        const auto back = [&] { return !narrow() || dana.click(name("settingsBack")); };
        if (!scene(title.constData(), open, back))
            return false;
    }
    return dana.click(name("settingsClose")) && dana.waitUntilGone(name("settingsPage")) &&
           scene(
               "shortcuts",
               [&] {
                   return key(Qt::Key_Slash, Qt::ControlModifier) &&
                          dana.waitFor(name("shortcutSheet"));
               },
               [&] { return key(Qt::Key_Escape); });
}

bool Studio::troubles()
{
    Person &dana = *m_dana;
    const QString text = QStringLiteral("Perfect, see you there!");
    return scene(
               "connection-lost",
               [&] {
                   m_server.setRefusing(true);
                   m_server.dropEverything();
                   return dana.waitFor(name("connectionBanner")) &&
                          dana.waitUntil("the countdown",
                                         [&] { return dana.app().chat()->retryInSeconds() == 2; });
               },
               [&] {
                   m_server.setRefusing(false);
                   return dana.waitUntilGone(name("connectionBanner"));
               }) &&
           scene(
               "message-refused",
               [&] {
                   m_server.faults().failNext(demo::Failure::Forbidden, name("/messages"), 1,
                                              "POST");
                   return dana.send(text) && dana.waitFor(name("messageRetry"));
               },
               [&] {
                   return dana.click(name("messageRetry")) &&
                          dana.waitUntilGone(name("messageRetry"));
               });
}

bool Studio::leaving()
{
    Person &dana = *m_dana;
    return (!narrow() || dana.click(name("chatBack"))) && scene("log-out", [&] {
               return dana.click(name("menuButton")) && dana.click(name("logoutButton")) &&
                      dana.waitFor(name("logoutConfirm"));
           });
}

} // namespace suhbat::test
