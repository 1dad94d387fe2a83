#include "pictures/Studio.h"

#include <QQuickItem>

// What lies over the chat: menus, settings, and what goes wrong.

namespace suhbat::test {

namespace {

const QString refused = QStringLiteral("Perfect, see you there!");
const QString doubtful = QStringLiteral("Shall I bring the printed plan?");

} // namespace

bool Studio::overlays()
{
    Person &dana = *m_dana;
    return toList() &&
           scene(
               "user-menu",
               [&] { return dana.click(u"menuButton"_qs) && dana.waitFor(u"logoutButton"_qs); },
               [&] { return key(Qt::Key_Escape); }) &&
           (!narrow() || openRoom(u"Kim Ito"_qs));
}

bool Studio::settingsPages()
{
    Person &dana = *m_dana;
    for (int section = 0; section < 8; ++section) {
        const QString row = u"section"_qs + QString::number(section);
        // Server, storage, diagnostics show the port, the folder, the socket of this run.
        const QByteArray title = "settings-" + QByteArray::number(section) +
                                 (section == 3 || section == 4 || section == 6 ? "-volatile" : "");
        const auto open = [&] {
            return (section > 0 || key(Qt::Key_Comma, Qt::ControlModifier)) && dana.click(row);
        };
        const auto back = [&] { return !narrow() || dana.click(u"settingsBack"_qs); };
        const auto emptying = [&] {
            return dana.click(u"cacheEmpty"_qs) && dana.waitFor(u"cacheQuestion"_qs);
        };
        const auto backFromThat = [&] {
            return dana.click(u"cacheKeep"_qs) && dana.waitUntilGone(u"cacheQuestion"_qs) && back();
        };
        const bool storage = section == 4;
        if (!scene(title.constData(), open, storage ? Setting() : back) ||
            (storage && !scene("storage-question-volatile", emptying, backFromThat)))
            return false;
    }
    return dana.click(u"settingsClose"_qs) && dana.waitUntilGone(u"settingsPage"_qs) &&
           scene(
               "shortcuts",
               [&] {
                   return key(Qt::Key_Slash, Qt::ControlModifier) &&
                          dana.waitFor(u"shortcutSheet"_qs);
               },
               [&] { return key(Qt::Key_Escape); });
}

bool Studio::quietHour()
{
    Person &dana = *m_dana;
    const auto begin = [&] {
        return key(Qt::Key_Comma, Qt::ControlModifier) && dana.click(u"section1"_qs) &&
               dana.click(u"quietHour"_qs) &&
               dana.waitUntil("the silence", [&] { return dana.app().settings()->doNotDisturb(); });
    };
    const auto leave = [&] {
        return dana.click(u"settingsClose"_qs) && dana.waitUntilGone(u"settingsPage"_qs);
    };
    const auto open = [&] {
        return toList() && dana.click(u"menuButton"_qs) && dana.waitFor(u"logoutButton"_qs);
    };
    const auto end = [&] {
        dana.app().settings()->setDoNotDisturb(false);
        return key(Qt::Key_Escape);
    };
    return scene("quiet-hour", begin, leave) && scene("quiet-hour-menu", open, end) &&
           (!narrow() || openRoom(u"Kim Ito"_qs));
}

bool Studio::noNotices()
{
    NoticeCenter *notices = m_dana->app().notices();
    while (notices->snackbarVisible())
        notices->dismissSnackbar();
    return m_dana->waitUntilGone(u"snackbar"_qs);
}

bool Studio::connectionTroubles()
{
    Person &dana = *m_dana;
    return scene(
               "connection-lost",
               [&] {
                   m_server.setRefusing(true);
                   m_server.dropEverything();
                   return dana.waitFor(u"connectionBanner"_qs) &&
                          dana.waitUntil("the countdown",
                                         [&] { return dana.app().chat()->retryInSeconds() == 2; });
               },
               [&] {
                   m_server.setRefusing(false);
                   dana.app().chat()->tryNow();
                   return dana.waitUntilGone(u"connectionBanner"_qs);
               }) &&
           scene(
               "updates-late",
               [&] {
                   m_server.faults().failNext(demo::Failure::Forbidden, u"/broadcasting/auth"_qs,
                                              9);
                   m_server.dropSockets();
                   if (!dana.waitUntil("the cut", [&] {
                           return dana.app().chat()->connection() != ChatFace::Connected;
                       }))
                       return false;
                   dana.app().chat()->tryNow();
                   return dana.waitUntil("the denial", [&] {
                       return dana.app().chat()->connection() == ChatFace::Unheard &&
                              dana.sees(u"connectionBanner"_qs);
                   });
               },
               [&] {
                   while (m_server.faults().takeFailure("POST", u"/broadcasting/auth"_qs)) {
                   }
                   dana.app().chat()->tryNow();
                   return dana.waitUntilGone(u"connectionBanner"_qs) && noNotices();
               }) &&
           scene(
               "gap",
               [&] {
                   m_server.faults().failNext(demo::Failure::BadGateway, u"/conversations/12"_qs, 9,
                                              "GET");
                   dana.app().chat()->reloadMessages();
                   return dana.waitFor(u"catchingUpRetry"_qs);
               },
               [&] {
                   while (m_server.faults().takeFailure("GET", u"/conversations/12"_qs)) {
                   }
                   return dana.click(u"catchingUpRetry"_qs) &&
                          dana.waitUntilGone(u"catchingUp"_qs) && noNotices();
               });
}

bool Studio::messageTroubles()
{
    Person &dana = *m_dana;
    const auto failing = [&](const QString &text, demo::Failure failure) {
        m_server.faults().failNext(failure, u"/12/messages"_qs, 1, "POST");
        return dana.send(text) && dana.waitFor(u"messageDiscard"_qs);
    };
    const auto again = [&] {
        MessageListModel *rows = dana.app().chat()->messages();
        dana.app().chat()->retry(rows->index(0).data(MessageListModel::KeyRole).toString());
        return dana.waitUntil("what was sent", [&] {
            return m_server.messages(12).last().body == refused && dana.markOf(refused) == u"sent";
        }) && noNotices();
    };
    return scene(
               "message-refused", [&] { return failing(refused, demo::Failure::Forbidden); },
               again) &&
           scene(
               "message-undecided",
               [&] {
                   // It may have arrived, and nobody can look.
                   m_server.faults().failNext(demo::Failure::Forbidden, u"/conversations/12"_qs, 1,
                                              "GET");
                   return failing(doubtful, demo::Failure::BadGateway);
               },
               [&] {
                   return dana.click(u"messageDiscard"_qs) &&
                          dana.waitUntilGone(u"messageDiscard"_qs) && noNotices();
               }) &&
           scene(
               "snackbar",
               [&] {
                   Error error;
                   error.kind = Error::Kind::Server;
                   error.status = 502;
                   dana.app().notices()->showError(
                       NoticeCenter::Request, error, [] {}, Doing::DeleteMessage);
                   return dana.waitFor(u"snackbarRetry"_qs);
               },
               [&] { return dana.click(u"snackbarClose"_qs); }) &&
           scene(
               "error-dialog",
               [&] {
                   Error error;
                   error.kind = Error::Kind::Unreachable;
                   error.detail = u"Connection refused"_qs;
                   dana.app().notices()->askRetry(
                       NoticeCenter::Connection, error, [] {}, Doing::Connect);
                   return dana.click(u"errorDialogDetails"_qs);
               },
               [&] { return dana.click(u"errorDialogContinue"_qs); });
}

} // namespace suhbat::test
