#include "pusher/EchoChannel.h"

#include "pusher/PusherClient.h"

namespace suhbat::pusher {

namespace {

const QString subscriptionSucceeded = QStringLiteral("pusher:subscription_succeeded");
const QString subscriptionError = QStringLiteral("pusher:subscription_error");

EchoChannel::EveryHandler withoutName(EchoChannel::Handler handler)
{
    return
        [handler = std::move(handler)](const QString &, const JsonValue &data) { handler(data); };
}

QString whisperName(const QString &event)
{
    return QStringLiteral("client-") + event;
}

} // namespace

EchoChannel::EchoChannel(QString name, QString eventNamespace, PusherClient &client,
                         QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
    , m_namespace(std::move(eventNamespace))
    , m_client(client)
{}

QString EchoChannel::wireName(const QString &event, const QString &eventNamespace)
{
    if (event.startsWith(u'.') || event.startsWith(u'\\'))
        return event.mid(1);
    QString name = eventNamespace.isEmpty() ? event : eventNamespace + u'.' + event;
    return name.replace(u'.', u'\\');
}

QString EchoChannel::shortName(const QString &event) const
{
    const QString prefix = wireName(QString(), m_namespace);
    if (!m_namespace.isEmpty() && event.startsWith(prefix))
        return event.mid(prefix.size());
    return u'.' + event;
}

EchoChannel &EchoChannel::bind(const QString &event, QObject *context, EveryHandler handler)
{
    forgetTheDead();
    if (context && handler)
        m_bindings.append(
            std::make_shared<Binding>(Binding{event, context, std::move(handler), false}));
    return *this;
}

EchoChannel &EchoChannel::listen(const QString &event, QObject *context, Handler handler)
{
    return bind(wireName(event, m_namespace), context, withoutName(std::move(handler)));
}

EchoChannel &EchoChannel::listenToAll(QObject *context, EveryHandler handler)
{
    return bind({}, context,
                [this, handler = std::move(handler)](const QString &event, const JsonValue &data) {
                    if (!event.startsWith(QLatin1String("pusher:")))
                        handler(shortName(event), data);
                });
}

EchoChannel &EchoChannel::listenForWhisper(const QString &event, QObject *context, Handler handler)
{
    return bind(whisperName(event), context, withoutName(std::move(handler)));
}

EchoChannel &EchoChannel::notification(QObject *context, Handler handler)
{
    return bind(QStringLiteral("Illuminate\\Notifications\\Events\\BroadcastNotificationCreated"),
                context, withoutName(std::move(handler)));
}

EchoChannel &EchoChannel::subscribed(QObject *context, std::function<void()> handler)
{
    return bind(subscriptionSucceeded, context,
                [handler = std::move(handler)](const QString &, const JsonValue &) { handler(); });
}

EchoChannel &EchoChannel::error(QObject *context, Handler handler)
{
    // A name that is refused at once fails before anybody could listen.
    if (context && m_error.isObject())
        QMetaObject::invokeMethod(
            context, [handler, data = m_error] { handler(data); }, Qt::QueuedConnection);
    return bind(subscriptionError, context, withoutName(std::move(handler)));
}

EchoChannel &EchoChannel::stopListening(const QString &event)
{
    const QString name = wireName(event, m_namespace);
    m_bindings.removeIf([&name](const auto &binding) {
        binding->stopped = binding->event == name;
        return binding->stopped;
    });
    return *this;
}

EchoChannel &EchoChannel::stopListeningForWhisper(const QString &event)
{
    return stopListening(u'.' + whisperName(event));
}

EchoChannel &EchoChannel::here(QObject *context, MembersHandler handler)
{
    return bind(subscriptionSucceeded, context,
                [this, handler = std::move(handler)](const QString &, const JsonValue &) {
                    const PresenceMembers members = m_client.members(m_name);
                    QVector<JsonValue> infos;
                    for (const QString &id : members.ids())
                        infos.append(members.info(id));
                    handler(infos);
                });
}

EchoChannel &EchoChannel::joining(QObject *context, Handler handler)
{
    return bind(QStringLiteral("pusher:member_added"), context,
                [handler = std::move(handler)](const QString &, const JsonValue &member) {
                    handler(member["info"]);
                });
}

EchoChannel &EchoChannel::leaving(QObject *context, Handler handler)
{
    return bind(QStringLiteral("pusher:member_removed"), context,
                [handler = std::move(handler)](const QString &, const JsonValue &member) {
                    handler(member["info"]);
                });
}

Result<void> EchoChannel::whisper(const QString &event, const QJsonObject &data)
{
    return m_client.trigger(m_name, whisperName(event), data);
}

void EchoChannel::dispatch(const QString &event, const JsonValue &data)
{
    if (event == subscriptionError)
        m_error = data;
    else if (event == subscriptionSucceeded)
        m_error = {};
    // A handler may add others, stop some, leave the channel or delete everything.
    const QPointer<EchoChannel> alive(this);
    forgetTheDead();
    const QVector<std::shared_ptr<Binding>> bindings = m_bindings;
    for (const auto &binding : bindings) {
        const bool isMeant = binding->event.isEmpty() || binding->event == event;
        if (isMeant && binding->context && !binding->stopped)
            binding->handler(event, data);
        if (!alive || m_left)
            return;
    }
}

void EchoChannel::forgetTheDead()
{
    m_bindings.removeIf([](const auto &binding) { return !binding->context; });
}

} // namespace suhbat::pusher
