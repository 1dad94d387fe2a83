#include "api/SettingsSources.h"
#include "pictures/Studio.h"

#include <QFile>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

// What is long, much, or slow: a thousand conversations, names of sixty characters, a bad line.

namespace suhbat::test {

namespace {

const QString plan = QStringLiteral("And the film of the tour.");
const QString line = QStringLiteral("I will call them at noon.");

constexpr int inAddress = 24; // a letter of it

} // namespace

/// Whose window it is from now on.
bool Studio::meetCrowd()
{
    m_bekzod.reset();
    m_dana = std::make_unique<Person>(timing());
    m_shown = m_dana.get();
    demo::DemoOptions chosen = options();
    chosen.databaseFile = m_dir.filePath(u"crowd.sqlite"_qs);
    m_crowd = std::make_unique<Crowd>(chosen);
    if (!m_crowd->listen())
        return false;
    const CapabilitySettings can = m_profile.capabilities;
    m_profile = Person::profileOf(m_crowd->server());
    m_profile.capabilities = can;
    m_profile.apiBaseUrl.setPort(m_crowd->door().serverPort());
    return furnish(*m_dana, false);
}

bool Studio::firstStart()
{
    ServerFace *const server = m_dana->app().server();
    return scene("first-start",
                 [&] {
                     server->offer([] { return SettingsSources(); },
                                   m_dir.filePath(u"server.json"_qs));
                     server->setMissing(true);
                     return m_dana->waitFor(u"serverReason"_qs);
                 }) &&
           scene(
               "first-start-later",
               [&] { return key(Qt::Key_Escape) && m_dana->waitFor(u"serverMissing"_qs); },
               [&] {
                   m_dana->app().useServer(m_profile, true);
                   return true;
               });
}

bool Studio::crowd()
{
    Person &me = *m_dana;
    const auto escape = [&] { return key(Qt::Key_Escape); };
    const QString row = u"conversationDelegate"_qs;
    return scene("crowd",
                 [&] {
                     return me.logIn(Crowd::phone, account::password) &&
                            me.waitForText(row, Crowd::names()[3]) &&
                            me.waitUntil("the subscription", [&] {
                                return m_crowd->server().subscriberCount(u"private-user.900"_qs) ==
                                       1;
                            });
                 }) &&
           scene(
               "crowd-end",
               [&] {
                   me.item(u"conversationList"_qs)->forceActiveFocus(Qt::TabFocusReason);
                   return key(Qt::Key_End) && me.waitForText(row, Crowd::orderNames().first());
               },
               [&] {
                   me.item(u"conversationList"_qs)->forceActiveFocus(Qt::TabFocusReason);
                   return key(Qt::Key_Home) && me.waitForText(row, Crowd::names()[3]);
               }) &&
           scene(
               "long-names-switcher",
               [&] { return key(Qt::Key_K, Qt::ControlModifier) && me.waitFor(u"switcherRow"_qs); },
               escape) &&
           scene(
               "long-names-contacts",
               [&] {
                   return key(Qt::Key_N, Qt::ControlModifier) && me.waitFor(u"personRow"_qs) &&
                          me.waitUntil("the contacts",
                                       [&] { return !me.app().list()->contactsLoading(); }) &&
                          me.click(u"newGroup"_qs) && me.waitFor(u"groupTitle"_qs) &&
                          me.type(u"groupTitle"_qs, Crowd::names()[3]) &&
                          me.clickOn(u"personRow"_qs, Crowd::names()[1]) &&
                          me.clickOn(u"personRow"_qs, Crowd::names()[2]) &&
                          me.waitForText(u"chosenPeople"_qs, Crowd::names()[1]);
               },
               escape) &&
           scene(
               "long-names-menu",
               [&] { return me.click(u"menuButton"_qs) && me.waitFor(u"logoutButton"_qs); },
               escape) &&
           longNames() && badLine();
}

bool Studio::longNames()
{
    Person &me = *m_dana;
    const auto escape = [&] { return key(Qt::Key_Escape); };
    const auto read = [&] {
        return me.waitUntil("what is in sight to be read",
                            [&] { return me.unreadOf(Crowd::names()[3]) == 0; });
    };
    return scene("long-names",
                 [&] {
                     if (!openRoom(Crowd::names()[3]) ||
                         (me.sees(u"jumpToNewest"_qs) && !me.click(u"jumpToNewest"_qs)))
                         return false;
                     m_crowd->server().typeAs(Crowd::aleksandra, Crowd::group);
                     return read() && me.waitForText(u"typingIndicator"_qs, u"Александра"_qs);
                 }) &&
           scene(
               "link-question",
               [&] {
                   QQuickItem *const words = me.itemShowing(u"messageText"_qs, u"http:"_qs);
                   if (!words)
                       return false;
                   QRectF letter;
                   QMetaObject::invokeMethod(words, "positionToRectangle",
                                             Q_RETURN_ARG(QRectF, letter), Q_ARG(int, inAddress));
                   QTest::mouseClick(me.window(), Qt::LeftButton, {},
                                     words->mapToScene(letter.center()).toPoint());
                   return me.waitFor(u"linkDialog"_qs);
               },
               [&] {
                   m_crowd->server().sendAs(Crowd::aleksandra, Crowd::group,
                                            QStringLiteral("Yes, I do."));
                   return me.click(u"linkCancel"_qs) && me.waitUntilGone(u"linkDialog"_qs) &&
                          me.waitUntilGone(u"typingIndicator"_qs) && read();
               }) &&
           scene("long-names-reply",
                 [&] {
                     const QString theirs = me.app()
                                                .chat()
                                                ->messages()
                                                ->index(0)
                                                .data(MessageListModel::KeyRole)
                                                .toString();
                     return me.app().actions()->startReply(theirs) && me.waitFor(u"composerBar"_qs);
                 }) &&
           scene(
               "long-names-readers",
               [&] {
                   const auto marked = [&](const QString &mark) {
                       return me.waitUntil("the ticks", [&] { return me.markOf(line) == mark; });
                   };
                   if (!me.send(line) || !marked(u"sent"_qs))
                       return false;
                   m_crowd->server().readAs(Crowd::aleksandra, Crowd::group);
                   m_crowd->server().readAs(Crowd::maximiliane, Crowd::group);
                   return marked(u"read"_qs) && openMenuOfMine() &&
                          me.click(u"messageReaders"_qs) && me.waitUntil("both of them", [&] {
                              return me.texts(u"reader"_qs).join(u' ').count(u"10:24"_qs) == 2;
                          });
               },
               escape);
}

bool Studio::badLine()
{
    Person &me = *m_dana;
    const QString film = m_dir.filePath(u"Film of the tour through the workshop.mp4"_qs);
    const QString picture = m_dir.filePath(u"wall.bmp"_qs);
    QFile file(film);
    const QList<QUrl> river = someFiles();
    // A picture for everybody but the one who counts its bytes.
    if (!file.open(QIODevice::WriteOnly) || !file.resize(12'000'000) || river.isEmpty() ||
        !QImage(river.first().toLocalFile()).save(picture, "BMP") ||
        !QFile::resize(picture, 12'000'000))
        return false;
    return scene("upload-under-way-volatile", // how much a line takes before it stops
                 [&] {
                     m_crowd->door().shut = true;
                     me.app().attachments()->add(
                         {QUrl::fromLocalFile(picture), QUrl::fromLocalFile(film)});
                     return me.waitUntil(
                                "the files",
                                [&] { return me.items(u"attachmentTile"_qs).size() == 2; }) &&
                            me.send(plan) && me.waitFor(u"stopSending"_qs) &&
                            me.waitForText(u"fileChip"_qs, u"%"_qs);
                 }) &&
           scene(
               "upload-stopped",
               [&] { return me.click(u"stopSending"_qs) && me.waitFor(u"messageRetry"_qs); },
               [&] {
                   m_crowd->door().shut = false;
                   return me.click(u"messageDiscard"_qs) &&
                          me.waitUntilGone(u"messageDiscard"_qs) && noNotices();
               }) &&
           scene("upload-failed", [&] {
               m_crowd->server().faults().failNext(demo::Failure::Forbidden, u"/7002/messages"_qs,
                                                   1, "POST");
               me.app().attachments()->add(river);
               return me.waitUntil("the files",
                                   [&] { return me.items(u"attachmentTile"_qs).size() == 2; }) &&
                      me.send(plan) && me.waitFor(u"messageDiscard"_qs);
           });
}

} // namespace suhbat::test
