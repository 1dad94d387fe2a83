#include "app/platform/TrayMenu.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>

#include <algorithm>

namespace suhbat::platform {

/// (ia{sv}av): a line and the lines below it.
struct MenuNode
{
    int id = 0;
    QVariantMap properties;
    QVector<MenuNode> children;
};

QDBusArgument &operator<<(QDBusArgument &argument, const MenuNode &node)
{
    argument.beginStructure();
    argument << node.id << node.properties;
    argument.beginArray(qMetaTypeId<QDBusVariant>());
    for (const MenuNode &child : node.children)
        argument << QDBusVariant(QVariant::fromValue(child));
    argument.endArray();
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, MenuNode &)
{
    return argument; // never read
}

/// (ia{sv})
struct MenuLine
{
    int id = 0;
    QVariantMap properties;
};

QDBusArgument &operator<<(QDBusArgument &argument, const MenuLine &line)
{
    argument.beginStructure();
    argument << line.id << line.properties;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, MenuLine &)
{
    return argument; // never read
}

} // namespace suhbat::platform

Q_DECLARE_METATYPE(suhbat::platform::MenuNode)
Q_DECLARE_METATYPE(suhbat::platform::MenuLine)

namespace suhbat::platform {

namespace {

const auto menuInterface = QStringLiteral("com.canonical.dbusmenu");
constexpr uint menuVersion = 3;

/// "&" marks a letter to press in widgets, "_" does here.
QString menuLabel(QString text)
{
    return text.replace(QLatin1Char('_'), QStringLiteral("__"));
}

QVariantMap menuProperties()
{
    return {{QStringLiteral("Version"), menuVersion},
            {QStringLiteral("Status"), QStringLiteral("normal")},
            {QStringLiteral("TextDirection"), QStringLiteral("ltr")},
            {QStringLiteral("IconThemePath"), QStringList()}};
}

} // namespace

TrayMenu::TrayMenu(const QDBusConnection &bus, QObject *parent)
    : QDBusVirtualObject(parent), m_bus(bus)
{
    qDBusRegisterMetaType<MenuNode>();
    qDBusRegisterMetaType<MenuLine>();
    qDBusRegisterMetaType<QVector<MenuLine>>();
}

void TrayMenu::setEntries(const QVector<TrayEntry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    ++m_revision;
    QDBusMessage signal =
        QDBusMessage::createSignal(path(), menuInterface, QStringLiteral("LayoutUpdated"));
    m_bus.send(signal << m_revision << 0);
}

QVariantMap TrayMenu::propertiesOf(int id) const
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [id](const TrayEntry &one) { return one.id == id; });
    if (id == 0 || entry == m_entries.cend())
        return {{QStringLiteral("children-display"), QStringLiteral("submenu")}};
    if (entry->separator)
        return {{QStringLiteral("type"), QStringLiteral("separator")}};
    QVariantMap properties{{QStringLiteral("label"), menuLabel(entry->text)},
                           {QStringLiteral("enabled"), true},
                           {QStringLiteral("visible"), true}};
    if (entry->checkable) {
        properties.insert(QStringLiteral("toggle-type"), QStringLiteral("checkmark"));
        properties.insert(QStringLiteral("toggle-state"), entry->checked ? 1 : 0);
    }
    return properties;
}

bool TrayMenu::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QDBusMessage answer = answerTo(message);
    if (answer.type() == QDBusMessage::InvalidMessage)
        return false;
    return !message.isReplyRequired() || connection.send(answer);
}

QDBusMessage TrayMenu::answerTo(const QDBusMessage &message)
{
    const QVariantList told = message.arguments();
    const QString method = message.member();
    if (message.interface() == QLatin1String("org.freedesktop.DBus.Properties")) {
        if (method == QLatin1String("GetAll"))
            return message.createReply(menuProperties());
        if (method != QLatin1String("Get"))
            return {};
        const QVariant value = menuProperties().value(told.value(1).toString());
        return message.createReply(QVariant::fromValue(QDBusVariant(value)));
    }
    if (method == QLatin1String("GetLayout")) {
        MenuNode root{told.value(0).toInt(), propertiesOf(told.value(0).toInt()), {}};
        const bool children = root.id == 0 && told.value(1).toInt() != 0;
        for (const TrayEntry &entry : children ? m_entries : QVector<TrayEntry>())
            root.children.append({entry.id, propertiesOf(entry.id), {}});
        return message.createReply({m_revision, QVariant::fromValue(root)});
    }
    if (method == QLatin1String("GetGroupProperties")) {
        QVector<MenuLine> lines{{0, propertiesOf(0)}};
        for (const TrayEntry &entry : std::as_const(m_entries))
            lines.append({entry.id, propertiesOf(entry.id)});
        return message.createReply(QVariant::fromValue(lines));
    }
    if (method == QLatin1String("GetProperty")) {
        const QVariant value = propertiesOf(told.value(0).toInt()).value(told.value(1).toString());
        return message.createReply(QVariant::fromValue(QDBusVariant(value)));
    }
    if (method == QLatin1String("AboutToShow"))
        return message.createReply(false);
    if (method == QLatin1String("Event")) {
        if (told.value(1).toString() == QLatin1String("clicked"))
            Q_EMIT chosen(told.value(0).toInt());
        return message.createReply();
    }
    return {};
}

QString TrayMenu::introspect(const QString &) const
{
    return QStringLiteral(
        "<interface name=\"com.canonical.dbusmenu\">"
        "<property name=\"Version\" type=\"u\" access=\"read\"/>"
        "<property name=\"Status\" type=\"s\" access=\"read\"/>"
        "<property name=\"TextDirection\" type=\"s\" access=\"read\"/>"
        "<property name=\"IconThemePath\" type=\"as\" access=\"read\"/>"
        "<method name=\"GetLayout\"><arg type=\"i\" direction=\"in\"/>"
        "<arg type=\"i\" direction=\"in\"/><arg type=\"as\" direction=\"in\"/>"
        "<arg type=\"u\" direction=\"out\"/><arg type=\"(ia{sv}av)\" direction=\"out\"/></method>"
        "<method name=\"GetGroupProperties\"><arg type=\"ai\" direction=\"in\"/>"
        "<arg type=\"as\" direction=\"in\"/><arg type=\"a(ia{sv})\" direction=\"out\"/></method>"
        "<method name=\"GetProperty\"><arg type=\"i\" direction=\"in\"/>"
        "<arg type=\"s\" direction=\"in\"/><arg type=\"v\" direction=\"out\"/></method>"
        "<method name=\"Event\"><arg type=\"i\" direction=\"in\"/><arg type=\"s\" direction=\"in\"/>"
        "<arg type=\"v\" direction=\"in\"/><arg type=\"u\" direction=\"in\"/></method>"
        "<method name=\"AboutToShow\"><arg type=\"i\" direction=\"in\"/>"
        "<arg type=\"b\" direction=\"out\"/></method>"
        "<signal name=\"LayoutUpdated\"><arg type=\"u\"/><arg type=\"i\"/></signal>"
        "</interface>");
}

} // namespace suhbat::platform
