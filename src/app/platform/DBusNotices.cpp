#include "app/platform/DBusNotices.h"

#include "app/platform/SessionBus.h"
#include "base/Logging.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace suhbat::platform {

/// A picture as the bus carries it: (iiibiiay), RGBA.
struct NoticePixels
{
    QImage image;
};

QDBusArgument &operator<<(QDBusArgument &argument, const NoticePixels &pixels)
{
    const QImage &image = pixels.image;
    const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()),
                           qsizetype(image.sizeInBytes()));
    argument.beginStructure();
    argument << image.width() << image.height() << int(image.bytesPerLine()) << true << 8 << 4
             << bytes;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, NoticePixels &)
{
    return argument; // never read
}

} // namespace suhbat::platform

Q_DECLARE_METATYPE(suhbat::platform::NoticePixels)

namespace suhbat::platform {

namespace {

const auto noticeService = QStringLiteral("org.freedesktop.Notifications");
const auto noticePath = QStringLiteral("/org/freedesktop/Notifications");
const auto noticeInterface = QStringLiteral("org.freedesktop.Notifications");
const auto defaultAction = QStringLiteral("default");
const auto replyAction = QStringLiteral("inline-reply");
constexpr int noticePatience = 5000;   // ms
constexpr qsizetype longestBody = 600; // UTF-16 units
constexpr qsizetype longestTitle = 120;
constexpr uint dismissedByUser = 2;

QDBusMessage noticeCall(const char *method)
{
    return QDBusMessage::createMethodCall(noticeService, noticePath, noticeInterface,
                                          QString::fromLatin1(method));
}

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = longest - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + QChar(0x2026);
}

} // namespace

DBusNotices::DBusNotices(const QDBusConnection &bus, QObject *parent)
    : DesktopNotices(parent), m_bus(bus)
{
    qDBusRegisterMetaType<NoticePixels>();
}

DBusNotices::~DBusNotices()
{
    // Nobody would hear a click on them any more.
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.id != 0)
            m_bus.send(noticeCall("CloseNotification") << shown.id);
    }
}

void DBusNotices::listen()
{
    if (m_listening || !m_bus.isConnected())
        return;
    m_listening = true;
    const auto hear = [this](const char *signal, const char *slot) {
        m_bus.connect(noticeService, noticePath, noticeInterface, QString::fromLatin1(signal), this,
                      slot);
    };
    hear("ActionInvoked", SLOT(actionInvoked(uint, QString)));
    hear("NotificationReplied", SLOT(notificationReplied(uint, QString)));
    hear("NotificationClosed", SLOT(notificationClosed(uint, uint)));
    hear("ActivationToken", SLOT(activationToken(uint, QString)));
    m_bus.connect(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                  QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameOwnerChanged"),
                  {noticeService}, QString(), this, SLOT(ownerChanged(QString, QString, QString)));
}

void DBusNotices::askForCapabilities()
{
    if (std::exchange(m_asked, true))
        return;
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(noticeCall("GetCapabilities"), noticePatience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            qCInfo(lcUi) << "no notifications here:" << reply.error().name();
            m_asked = false; // one may be started later
            m_early.clear();
            return;
        }
        m_capabilities = reply.value();
        const auto early = std::exchange(m_early, {});
        for (const DesktopNotice &notice : early)
            send(notice);
    });
}

void DBusNotices::show(const DesktopNotice &notice)
{
    if (!m_bus.isConnected())
        return;
    listen();
    if (!m_capabilities) {
        dropEarly(notice.key);
        m_early.append(notice);
        askForCapabilities();
        return;
    }
    Shown &shown = m_shown[notice.key];
    if (shown.asking) { // its id is wanted first, else there would be two of it
        shown.waiting = notice;
        shown.withdrawn = false;
        return;
    }
    send(notice);
}

void DBusNotices::dropEarly(const QString &key)
{
    m_early.removeIf([&key](const DesktopNotice &one) { return one.key == key; });
}

void DBusNotices::withdraw(const QString &key)
{
    dropEarly(key);
    const auto found = m_shown.find(key);
    if (found == m_shown.end())
        return;
    if (found->asking) {
        found->withdrawn = true;
        found->waiting.reset();
        return;
    }
    m_bus.send(noticeCall("CloseNotification") << found->id);
    m_shown.erase(found);
}

void DBusNotices::send(const DesktopNotice &notice)
{
    Shown &shown = m_shown[notice.key];
    shown.asking = true;
    QDBusMessage call = noticeCall("Notify");
    call << QStringLiteral("Suhbat") << shown.id << QStringLiteral("suhbat")
         << shortened(notice.title, longestTitle) << bodyFor(notice.body, can("body-markup"))
         << actionsOf(notice) << hintsOf(notice) << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, noticePatience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key = notice.key] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            qCInfo(lcUi) << "a notification was not shown:" << reply.error().name();
        onShown(key, reply.isError() ? 0 : reply.value());
    });
}

void DBusNotices::onShown(const QString &key, uint id)
{
    const auto found = m_shown.find(key);
    if (found == m_shown.end()) { // the server went meanwhile
        return;
    }
    found->asking = false;
    found->id = id;
    if (id == 0) {
        m_shown.erase(found);
    } else if (found->withdrawn) {
        found->withdrawn = false;
        withdraw(key);
    } else if (found->waiting) {
        const DesktopNotice next = *std::exchange(found->waiting, std::nullopt);
        send(next);
    }
}

QStringList DBusNotices::actionsOf(const DesktopNotice &notice) const
{
    QStringList actions;
    if (can("actions"))
        actions << defaultAction << notice.openText;
    if (can("inline-reply") && !notice.replyText.isEmpty())
        actions << replyAction << notice.replyText;
    return actions;
}

QVariantMap DBusNotices::hintsOf(const DesktopNotice &notice) const
{
    QVariantMap hints{
        {QStringLiteral("desktop-entry"), QStringLiteral("suhbat")},
        {QStringLiteral("category"), QStringLiteral("im.received")},
        {QStringLiteral("urgency"), QVariant::fromValue(uchar(notice.silent ? 0 : 1))}};
    if (!notice.picture.isNull()) {
        const QImage rgba = notice.picture.convertToFormat(QImage::Format_RGBA8888);
        hints.insert(QStringLiteral("image-data"), QVariant::fromValue(NoticePixels{rgba}));
    }
    if (notice.sound && !notice.silent)
        hints.insert(QStringLiteral("sound-name"), QStringLiteral("message-new-instant"));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    if (!notice.replyHint.isEmpty())
        hints.insert(QStringLiteral("x-kde-reply-placeholder-text"), notice.replyHint);
    return hints;
}

QString DBusNotices::bodyFor(const QString &text, bool markup)
{
    const QString bounded = shortened(text, longestBody);
    return markup ? bounded.toHtmlEscaped() : bounded;
}

bool DBusNotices::can(const char *capability) const
{
    return m_capabilities && m_capabilities->contains(QLatin1String(capability));
}

QString DBusNotices::keyOf(uint id) const
{
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (shown->id == id && id != 0)
            return shown.key();
    }
    return {};
}

void DBusNotices::actionInvoked(uint id, const QString &action)
{
    const QString key = keyOf(id);
    const QByteArray token = m_tokenOf == id ? m_token.toUtf8() : QByteArray();
    m_token.clear();
    if (!key.isEmpty() && action == defaultAction)
        Q_EMIT opened(key, token);
}

void DBusNotices::notificationReplied(uint id, const QString &text)
{
    if (const QString key = keyOf(id); !key.isEmpty())
        Q_EMIT replied(key, text);
}

void DBusNotices::notificationClosed(uint id, uint reason)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    // One that has only timed out may lie in a list of the desktop's, where it can be clicked.
    if (reason != dismissedByUser)
        return;
    Shown &shown = m_shown[key];
    if (shown.asking) { // a newer form of it is on its way, and would come up again
        shown.withdrawn = true;
        shown.waiting.reset();
    } else {
        m_shown.remove(key);
    }
    Q_EMIT dismissed(key);
}

void DBusNotices::activationToken(uint id, const QString &token)
{
    m_tokenOf = id;
    m_token = token;
}

// What runs now knows none of the ids, and may be able to do other things.
void DBusNotices::ownerChanged(const QString &, const QString &, const QString &)
{
    m_shown.clear();
    m_capabilities.reset();
    m_asked = false;
    if (!m_early.isEmpty())
        askForCapabilities();
}

std::unique_ptr<DesktopNotices> desktopNotices()
{
    // Without a bus it is asked for nothing; libdbus would try to start one.
    return std::make_unique<DBusNotices>(hasSessionBus() ? QDBusConnection::sessionBus()
                                                         : QDBusConnection(QString()));
}

} // namespace suhbat::platform
