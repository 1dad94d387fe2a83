#include "pictures/Studio.h"

#include <QDir>
#include <QQuickItem>

// Reading and writing in a conversation.

namespace suhbat::test {

namespace {

constexpr qint64 kimsId = 43;
constexpr qint64 kimsRoom = 12;
const QString mine = QStringLiteral("In ten minutes, room 4 is free.");

} // namespace

bool Studio::conversation()
{
    Person &dana = *m_dana;
    const auto back = [&] { return toList(); };
    // what is in sight counts as read after a moment
    const auto allRead = [&] {
        return dana.waitUntil("all to be read",
                              [&] { return dana.app().chat()->conversationUnread() == 0; });
    };
    return scene(
               "group", [&] { return openRoom(u"Support desk"_qs) && allRead(); }, back) &&
           scene("files",
                 [&] {
                     return openRoom(u"Nilufar Rahimova"_qs) && dana.waitFor(u"pictureTile"_qs);
                 }) &&
           viewing() &&
           scene(
               "russian",
               [&] {
                   return openRoom(u"Ольга Лебедева"_qs) && dana.waitFor(u"pictureTile"_qs) &&
                          allRead();
               },
               back) &&
           scene("chat", [&] { return openRoom(u"Kim Ito"_qs); });
}

bool Studio::viewing()
{
    Person &dana = *m_dana;
    const auto gone = [&](const QString &what) {
        return key(Qt::Key_Escape) && dana.waitUntilGone(what);
    };
    const auto downloads = [&] { return QDir(m_dir.path()).mkpath(u"Downloads"_qs); };
    return scene("viewer",
                 [&] {
                     return dana.click(u"pictureTile"_qs) && dana.waitFor(u"wholePicture"_qs) &&
                            dana.waitFor(u"viewerNext"_qs);
                 }) &&
           scene("viewer-saved",
                 [&] {
                     return downloads() && key(Qt::Key_PageDown) &&
                            dana.waitFor(u"viewerPrevious"_qs) &&
                            dana.waitFor(u"wholePicture"_qs) && dana.click(u"viewerSave"_qs) &&
                            dana.waitForText(u"pictureLine"_qs, u"Downloads"_qs);
                 }) &&
           scene("save-as-volatile", // the folder is one of this run
                 [&] {
                     return dana.click(u"viewerSaveAs"_qs) &&
                            dana.waitForText(u"fileNameTextField"_qs, u"courtyard.jpg"_qs) &&
                            dana.waitUntil("the keyboard in the name", [&] {
                                return dana.item(u"fileNameTextField"_qs)->hasActiveFocus();
                            });
                 }) &&
           scene(
               "save-as-replace",
               [&] {
                   return dana.click(u"fileDialogDelegate0"_qs) && key(Qt::Key_Return) &&
                          dana.waitFor(u"replaceDialog"_qs);
               },
               [&] {
                   return dana.click(u"replaceCancel"_qs) && gone(u"pictureViewer"_qs) && toList();
               });
}

bool Studio::openMenuOfMine()
{
    m_dana->item(u"messageList"_qs)->forceActiveFocus(Qt::TabFocusReason);
    return key(Qt::Key_Down) && key(Qt::Key_Menu) && m_dana->waitFor(u"messageReply"_qs);
}

bool Studio::writing()
{
    Person &dana = *m_dana;
    return scene(
               "typing",
               [&] {
                   m_server.typeAs(kimsId, kimsRoom);
                   return dana.waitForText(u"typingIndicator"_qs, u"Kim Ito"_qs);
               },
               [&] {
                   m_server.sendAs(kimsId, kimsRoom, words().first());
                   return dana.waitUntilGone(u"typingIndicator"_qs);
               }) &&
           scene("message-menu",
                 [&] {
                     return dana.waitUntil(
                                "his words to be read",
                                [&] { return dana.app().chat()->conversationUnread() == 0; }) &&
                            dana.send(mine) &&
                            dana.waitUntil("the tick",
                                           [&] { return dana.markOf(mine) == u"sent"; }) &&
                            openMenuOfMine();
                 }) &&
           scene(
               "edit",
               [&] { return dana.click(u"messageEdit"_qs) && dana.waitFor(u"composerBar"_qs); },
               [&] { return dana.click(u"composerBarCancel"_qs); }) &&
           scene(
               "readers",
               [&] {
                   m_server.readAs(kimsId, kimsRoom);
                   return dana.waitUntil("the ticks",
                                         [&] { return dana.markOf(mine) == u"read"; }) &&
                          openMenuOfMine() && dana.click(u"messageReaders"_qs) &&
                          dana.waitForText(u"reader"_qs, u"10:24"_qs);
               },
               [&] { return key(Qt::Key_Escape); }) &&
           scene(
               "delete",
               [&] {
                   dana.item(u"messageList"_qs)->forceActiveFocus(Qt::TabFocusReason);
                   return key(Qt::Key_Delete) && dana.waitFor(u"deleteConfirm"_qs);
               },
               [&] { return dana.click(u"deleteCancel"_qs); }) &&
           answering();
}

bool Studio::answering()
{
    Person &dana = *m_dana;
    return scene("reply",
                 [&] {
                     ChatFace *chat = dana.app().chat();
                     const QString kims =
                         chat->messages()->index(1).data(MessageListModel::KeyRole).toString();
                     return dana.app().actions()->startReply(kims) &&
                            dana.waitFor(u"composerBar"_qs);
                 }) &&
           scene("quoted",
                 [&] {
                     return dana.send(u"Yes, I do."_qs) && dana.waitFor(u"messageQuote"_qs) &&
                            dana.waitUntil("the tick", [&] {
                                return dana.markOf(u"Yes, I do."_qs) == u"sent";
                            });
                 }) &&
           scene(
               "draft",
               [&] {
                   return dana.type(u"composer"_qs, u"Sure. Three things:\n1. the visit\n2. the "
                                                    "budget\n3. lunch 🍜"_qs);
               },
               [&] { return dana.type(u"composer"_qs, {}); }) &&
           scene("search",
                 [&] {
                     if (!key(Qt::Key_F, Qt::ControlModifier) ||
                         !dana.waitFor(u"chatSearchField"_qs))
                         return false;
                     dana.typeText(u"visit"_qs);
                     return dana.waitUntil("a hit", [&] {
                         return dana.app().chat()->search()->current() == 1 &&
                                dana.sees(u"rowGlow"_qs);
                     });
                 }) &&
           scene(
               "search-nothing",
               [&] {
                   return dana.type(u"chatSearchField"_qs, u"zebra"_qs) &&
                          dana.waitUntil("no hit", [&] {
                              return dana.app().chat()->search()->count() == 0 &&
                                     !dana.app().chat()->search()->resultText().isEmpty() &&
                                     !dana.sees(u"rowGlow"_qs);
                          });
               },
               [&] {
                   return key(Qt::Key_Escape) && dana.waitUntilGone(u"chatSearch"_qs) &&
                          (!dana.sees(u"jumpToNewest"_qs) || dana.click(u"jumpToNewest"_qs)) &&
                          dana.waitUntilGone(u"jumpToNewest"_qs);
               });
}

} // namespace suhbat::test
