#include "app/platform/StatusNotifierTray.h"

#include "app/platform/SessionBus.h"
#include "base/Logging.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QtEndian>
#include <QTimer>

namespace suhbat::platform {

/// (iiay): a picture in network byte order.
struct TrayPixels
{
    QImage image;
};

QDBusArgument &operator<<(QDBusArgument &argument, const TrayPixels &pixels)
{
    QImage image = pixels.image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        qToBigEndian<quint32>(line, image.width(), line);
    }
    const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()),
                           qsizetype(image.sizeInBytes()));
    argument.beginStructure();
    argument << image.width() << image.height() << bytes;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, TrayPixels &)
{
    return argument; // never read
}

/// (sa(iiay)ss)
struct TrayToolTip
{
    QString title;
};

QDBusArgument &operator<<(QDBusArgument &argument, const TrayToolTip &tip)
{
    argument.beginStructure();
    argument << QString() << QVector<TrayPixels>() << tip.title << QString();
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, TrayToolTip &)
{
    return argument; // never read
}

} // namespace suhbat::platform

Q_DECLARE_METATYPE(suhbat::platform::TrayPixels)
Q_DECLARE_METATYPE(suhbat::platform::TrayToolTip)

namespace suhbat::platform {

namespace {

const auto watcherService = QStringLiteral("org.kde.StatusNotifierWatcher");
const auto watcherPath = QStringLiteral("/StatusNotifierWatcher");
const auto itemPath = QStringLiteral("/StatusNotifierItem");
const auto itemInterface = QStringLiteral("org.kde.StatusNotifierItem");
const auto itemProperties = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr int trayPatience = 3000; // ms

} // namespace

/// What the tray asks and calls.
class StatusNotifierTray::Item final : public QDBusVirtualObject
{
public:
    explicit Item(StatusNotifierTray &tray) : m_tray(tray) {}

    TrayLook look;

    QVariantMap properties() const
    {
        QVector<TrayPixels> pixels;
        for (const QImage &picture : look.pictures)
            pixels.append({picture});
        return {{QStringLiteral("Category"), QStringLiteral("Communications")},
                {QStringLiteral("Id"), QStringLiteral("suhbat")},
                {QStringLiteral("Title"), QStringLiteral("Suhbat")},
                {QStringLiteral("Status"),
                 look.unread > 0 ? QStringLiteral("NeedsAttention") : QStringLiteral("Active")},
                {QStringLiteral("WindowId"), 0},
                {QStringLiteral("IconName"), QString()},
                {QStringLiteral("IconPixmap"), QVariant::fromValue(pixels)},
                {QStringLiteral("OverlayIconName"), QString()},
                {QStringLiteral("AttentionIconName"), QString()},
                {QStringLiteral("AttentionIconPixmap"), QVariant::fromValue(pixels)},
                {QStringLiteral("ToolTip"), QVariant::fromValue(TrayToolTip{look.toolTip})},
                {QStringLiteral("ItemIsMenu"), false},
                {QStringLiteral("Menu"), QVariant::fromValue(QDBusObjectPath(TrayMenu::path()))}};
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QString method = message.member();
        QDBusMessage answer;
        if (message.interface() == itemProperties && method == QLatin1String("GetAll")) {
            answer = message.createReply(properties());
        } else if (message.interface() == itemProperties && method == QLatin1String("Get")) {
            const QVariant value = properties().value(message.arguments().value(1).toString());
            answer = value.isValid()
                         ? message.createReply(QVariant::fromValue(QDBusVariant(value)))
                         : message.createErrorReply(QDBusError::UnknownProperty, QString());
        } else if (message.interface() == itemInterface) {
            answer = message.createReply();
            called(method, message.arguments());
        } else {
            return false;
        }
        return !message.isReplyRequired() || connection.send(answer);
    }

    QString introspect(const QString &) const override;

private:
    void called(const QString &method, const QVariantList &arguments)
    {
        if (method == QLatin1String("ProvideXdgActivationToken")) {
            m_token = arguments.value(0).toString().toUtf8();
        } else if (method == QLatin1String("Activate") ||
                   method == QLatin1String("SecondaryActivate")) {
            Q_EMIT m_tray.activated(std::exchange(m_token, {}));
        }
    }

    StatusNotifierTray &m_tray;
    QByteArray m_token;
};

QString StatusNotifierTray::Item::introspect(const QString &) const
{
    QString text = QStringLiteral("<interface name=\"org.kde.StatusNotifierItem\">");
    const auto property = [&text](const char *name, const char *type) {
        text += QStringLiteral("<property name=\"%1\" type=\"%2\" access=\"read\"/>")
                    .arg(QLatin1String(name), QLatin1String(type));
    };
    for (const char *name :
         {"Category", "Id", "Title", "Status", "IconName", "OverlayIconName", "AttentionIconName"})
        property(name, "s");
    property("WindowId", "i");
    property("IconPixmap", "a(iiay)");
    property("AttentionIconPixmap", "a(iiay)");
    property("ToolTip", "(sa(iiay)ss)");
    property("ItemIsMenu", "b");
    property("Menu", "o");
    for (const char *method : {"Activate", "SecondaryActivate", "ContextMenu"})
        text += QStringLiteral("<method name=\"%1\"><arg type=\"i\" direction=\"in\"/>"
                               "<arg type=\"i\" direction=\"in\"/></method>")
                    .arg(QLatin1String(method));
    for (const char *signal : {"NewIcon", "NewAttentionIcon", "NewToolTip", "NewTitle"})
        text += QStringLiteral("<signal name=\"%1\"/>").arg(QLatin1String(signal));
    return text + QStringLiteral("<signal name=\"NewStatus\"><arg type=\"s\"/></signal>"
                                 "</interface>");
}

StatusNotifierTray::StatusNotifierTray(const QDBusConnection &bus, QObject *parent)
    : TrayIcon(parent), m_bus(bus), m_item(std::make_unique<Item>(*this)), m_menu(bus)
{
    qDBusRegisterMetaType<TrayPixels>();
    qDBusRegisterMetaType<QVector<TrayPixels>>();
    qDBusRegisterMetaType<TrayToolTip>();
    connect(&m_menu, &TrayMenu::chosen, this, &TrayIcon::chosen);
}

StatusNotifierTray::~StatusNotifierTray()
{
    m_menu.disconnect(this);
    m_bus.unregisterObject(itemPath);
    m_bus.unregisterObject(TrayMenu::path());
}

void StatusNotifierTray::show(const TrayLook &look)
{
    const TrayLook before = std::exchange(m_item->look, look);
    m_menu.setEntries(look.menu);
    if (!m_watching) {
        beginWatching();
        return;
    }
    const auto tell = [this](const char *name, const QVariantList &arguments = {}) {
        QDBusMessage signal =
            QDBusMessage::createSignal(itemPath, itemInterface, QString::fromLatin1(name));
        signal.setArguments(arguments);
        m_bus.send(signal);
    };
    if (before.pictures != look.pictures) {
        tell("NewIcon");
        tell("NewAttentionIcon");
    }
    if (before.toolTip != look.toolTip)
        tell("NewToolTip");
    if ((before.unread > 0) != (look.unread > 0))
        tell("NewStatus", {m_item->properties().value(QStringLiteral("Status"))});
    if (before.unread != look.unread)
        tellLaunchers();
}

// Docks draw the number on the icon of the program, whether there is a tray or not.
void StatusNotifierTray::tellLaunchers()
{
    QDBusMessage signal = QDBusMessage::createSignal(
        QStringLiteral("/com/canonical/unity/launcherentry/suhbat"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    const qint64 unread = m_item->look.unread;
    const QVariantMap badge{{QStringLiteral("count"), unread},
                            {QStringLiteral("count-visible"), unread > 0}};
    m_bus.send(signal << QStringLiteral("application://suhbat.desktop") << badge);
}

void StatusNotifierTray::beginWatching()
{
    m_watching = true;
    if (!m_bus.isConnected()) {
        QTimer::singleShot(0, this, [this] { setShown(false); });
        return;
    }
    m_bus.registerVirtualObject(itemPath, m_item.get());
    m_bus.registerVirtualObject(TrayMenu::path(), &m_menu);
    for (const char *signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"})
        m_bus.connect(watcherService, watcherPath, watcherService, QString::fromLatin1(signal),
                      this, SLOT(ask()));
    m_bus.connect(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                  QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameOwnerChanged"),
                  {watcherService}, QString(), this,
                  SLOT(watcherChanged(QString, QString, QString)));
    registerItem();
}

void StatusNotifierTray::watcherChanged(const QString &, const QString &, const QString &after)
{
    if (after.isEmpty())
        setShown(false);
    else
        registerItem();
}

void StatusNotifierTray::registerItem()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        watcherService, watcherPath, watcherService, QStringLiteral("RegisterStatusNotifierItem"));
    call.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call << m_bus.baseService(), trayPatience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            setShown(false);
        else
            ask();
    });
}

void StatusNotifierTray::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(watcherService, watcherPath, itemProperties,
                                                       QStringLiteral("Get"));
    call << watcherService << QStringLiteral("IsStatusNotifierHostRegistered");
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, trayPatience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        setShown(!reply.isError() && reply.value().variant().toBool());
    });
}

void StatusNotifierTray::setShown(bool shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        qCInfo(lcUi) << (shown ? "the tray shows the icon" : "there is no tray any more");
        Q_EMIT shownChanged();
    }
    if (!std::exchange(m_searched, true))
        Q_EMIT searched();
}

std::unique_ptr<TrayIcon> trayIcon()
{
    return std::make_unique<StatusNotifierTray>(hasSessionBus() ? QDBusConnection::sessionBus()
                                                                : QDBusConnection(QString()));
}

} // namespace suhbat::platform
