#include "support/NoticeServer.h"

#include <algorithm>

namespace suhbat::test {

namespace {

const auto notifications = QStringLiteral("org.freedesktop.Notifications");
const auto notificationsPath = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

bool NoticeServer::start()
{
    return m_bus.registerObject(notificationsPath, this, QDBusConnection::ExportAllContents) &&
           m_bus.registerService(notifications);
}

void NoticeServer::stop()
{
    m_bus.unregisterService(notifications);
    m_bus.unregisterObject(notificationsPath);
    m_standing.clear();
}

uint NoticeServer::Notify(const QString &, uint replaces, const QString &, const QString &title,
                          const QString &body, const QStringList &actions, const QVariantMap &hints,
                          int)
{
    ++m_shown;
    const auto same = std::find_if(m_standing.begin(), m_standing.end(),
                                   [replaces](const Notice &one) { return one.id == replaces; });
    Notice notice{replaces, title, body, actions, hints};
    if (same != m_standing.end()) {
        *same = notice;
        return replaces;
    }
    notice.id = ++m_lastId;
    m_standing.append(notice);
    return notice.id;
}

void NoticeServer::CloseNotification(uint id)
{
    if (m_standing.removeIf([id](const Notice &one) { return one.id == id; }) > 0)
        Q_EMIT NotificationClosed(id, 3);
}

std::optional<NoticeServer::Notice> NoticeServer::titled(const QString &title) const
{
    for (const Notice &one : m_standing) {
        if (one.title == title)
            return one;
    }
    return std::nullopt;
}

QStringList NoticeServer::titles() const
{
    QStringList all;
    for (const Notice &one : m_standing)
        all += one.title;
    return all;
}

void NoticeServer::clickOn(uint id, const QString &token)
{
    if (!token.isEmpty())
        Q_EMIT ActivationToken(id, token);
    Q_EMIT ActionInvoked(id, QStringLiteral("default"));
    putAway(id);
}

void NoticeServer::replyTo(uint id, const QString &text)
{
    Q_EMIT NotificationReplied(id, text);
    putAway(id);
}

void NoticeServer::putAway(uint id)
{
    if (m_standing.removeIf([id](const Notice &one) { return one.id == id; }) > 0)
        Q_EMIT NotificationClosed(id, 2);
}

} // namespace suhbat::test
