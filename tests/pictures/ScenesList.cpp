#include "pictures/Studio.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

// The list of conversations, and the ways to one of them.

namespace suhbat::test {

bool Studio::list()
{
    Person &dana = *m_dana;
    return scene("list",
                 [&] {
                     return dana.logIn(account::dana, account::password) &&
                            dana.waitForText(u"conversationDelegate"_qs, u"Kim Ito"_qs) &&
                            dana.waitUntil("the subscription", [&] {
                                return m_server.subscriberCount(u"private-user.42"_qs) == 1;
                            });
                 }) &&
           scene(
               "list-menu",
               [&] {
                   const QQuickItem *row =
                       dana.itemShowing(u"conversationDelegate"_qs, u"Support desk"_qs);
                   if (!row)
                       return false;
                   QTest::mouseClick(dana.window(), Qt::RightButton, {},
                                     row->mapToScene(QPointF(90, 30)).toPoint());
                   return dana.waitFor(u"menuMute"_qs);
               },
               [&] { return key(Qt::Key_Escape); }) &&
           scene(
               "list-marked",
               [&] {
                   dana.app().list()->setPinned(u"13"_qs, true); // Lee Park, Friday lunch
                   dana.app().list()->setMuted(u"23"_qs, true);
                   return dana.click(u"unreadFirst"_qs) && dana.waitFor(u"mutedMark"_qs) &&
                          dana.waitFor(u"pinnedMark"_qs);
               },
               [&] { return dana.click(u"unreadFirst"_qs); }) &&
           scene(
               "list-nothing",
               [&] {
                   return dana.type(u"conversationFilter"_qs, u"zebra"_qs) &&
                          dana.waitFor(u"conversationsEmpty"_qs);
               },
               [&] {
                   return dana.type(u"conversationFilter"_qs, {}) &&
                          dana.waitFor(u"conversationDelegate"_qs);
               });
}

bool Studio::ways()
{
    Person &dana = *m_dana;
    const auto escape = [&] { return key(Qt::Key_Escape); };
    return scene("switcher",
                 [&] {
                     return key(Qt::Key_K, Qt::ControlModifier) && dana.waitFor(u"switcherRow"_qs);
                 }) &&
           scene("switcher-letters",
                 [&] {
                     dana.typeText(u"li"_qs);
                     return dana.waitFor(u"switcherRow"_qs);
                 }) &&
           scene(
               "switcher-nobody",
               [&] {
                   dana.typeText(u"zzz"_qs);
                   return dana.waitFor(u"switcherEmpty"_qs);
               },
               escape) &&
           scene("new-chat",
                 [&] {
                     return key(Qt::Key_N, Qt::ControlModifier) && dana.waitFor(u"personRow"_qs) &&
                            dana.waitUntil("the contacts",
                                           [&] { return !dana.app().list()->contactsLoading(); });
                 }) &&
           scene("new-group",
                 [&] {
                     return dana.click(u"newGroup"_qs) && dana.waitFor(u"groupTitle"_qs) &&
                            dana.type(u"groupTitle"_qs, u"Night shift"_qs) &&
                            dana.clickOn(u"personRow"_qs, u"Ali"_qs) &&
                            dana.clickOn(u"personRow"_qs, u"Bekzod"_qs) &&
                            dana.waitForText(u"chosenPeople"_qs, u"Bekzod"_qs);
                 }) &&
           scene(
               "new-chat-nobody",
               [&] {
                   return dana.click(u"newGroupBack"_qs) &&
                          dana.type(u"contactSearch"_qs, u"zebra"_qs) &&
                          dana.waitFor(u"noPeople"_qs);
               },
               escape);
}

} // namespace suhbat::test
