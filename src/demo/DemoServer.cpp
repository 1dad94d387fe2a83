#include "demo/DemoServer.h"

#include "demo/broadcast/EmbeddedBroadcaster.h"
#include "demo/broadcast/PusherRestBroadcaster.h"
#include "demo/chat/Chat.h"
#include "demo/http/HttpListener.h"
#include "demo/pusher/PusherEndpoint.h"
#include "demo/pusher/PusherRest.h"
#include "demo/rest/RestApi.h"
#include "demo/script/ScriptedPeople.h"
#include "demo/seed/Seed.h"
#include "demo/store/Storage.h"

#include <QTcpSocket>
#include <QTimer>

namespace suhbat::demo {

namespace {

constexpr qsizetype keptRequests = 1000;

// Clients of an external server that knock at the wrong door hear so.
void refuseUpgrade(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

} // namespace

DemoServer::DemoServer(const DemoOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_port(options.port)
    , m_listener(std::make_unique<HttpListener>())
{
    if (!openStorage())
        return;
    m_endpoint = std::make_unique<PusherEndpoint>(m_options.app, m_options.pusher);
    if (m_options.externalPusher) {
        m_broadcaster =
            std::make_unique<PusherRestBroadcaster>(*m_options.externalPusher, m_options.now);
    } else {
        m_broadcaster = std::make_unique<EmbeddedBroadcaster>(*m_endpoint);
    }
    m_chat = std::make_unique<Chat>(*m_storage, *m_broadcaster, m_faults, m_options.now);
    m_api = std::make_unique<RestApi>(
        *m_chat, m_faults, RestApi::Settings{m_options.capabilities, m_options.perPage, app()});
    m_pusherRest = std::make_unique<PusherRest>(*m_endpoint);
    connect(m_api.get(), &RestApi::loggedIn, this, &DemoServer::loggedIn);
    if (!m_options.quiet)
        wakePeople();
    connect(m_listener.get(), &HttpListener::requestReceived, this, &DemoServer::route);
    connect(m_listener.get(), &HttpListener::upgradeRequested, this, [this](QTcpSocket *socket) {
        if (m_options.externalPusher)
            refuseUpgrade(socket);
        else
            m_endpoint->take(socket);
    });
}

DemoServer::~DemoServer()
{
    m_listener->disconnect(this);
    if (m_api)
        m_api->disconnect(this);
}

void DemoServer::wakePeople()
{
    m_people = std::make_unique<ScriptedPeople>(*m_chat, m_options.script, m_options.seed);
    connect(m_api.get(), &RestApi::loggedIn, m_people.get(), &ScriptedPeople::onLogin);
    connect(m_api.get(), &RestApi::loggedOut, m_people.get(), &ScriptedPeople::onLogout);
}

bool DemoServer::openStorage()
{
    m_storage = std::make_unique<Storage>(m_options.databaseFile);
    if (!m_storage->database.isOpen()) {
        m_error = QStringLiteral("The database %1 cannot be opened: %2.")
                      .arg(m_options.databaseFile, m_storage->database.errorString());
        m_storage.reset();
        return false;
    }
    if (m_storage->people.isEmpty())
        Seed(*m_storage, m_options.now(), m_options.seed).fill();
    return true;
}

bool DemoServer::listen()
{
    if (!m_storage)
        return false;
    if (!m_listener->listen(m_options.address, m_port)) {
        m_error = QStringLiteral("The demo server cannot listen on port %1: %2.")
                      .arg(m_port)
                      .arg(m_listener->errorString());
        return false;
    }
    m_port = m_listener->port();
    return true;
}

void DemoServer::stop()
{
    m_listener->close();
    dropSockets();
}

bool DemoServer::isListening() const
{
    return m_listener->isListening();
}

QUrl DemoServer::apiUrl() const
{
    return QUrl(QStringLiteral("http://%1:%2/api").arg(m_options.address.toString()).arg(m_port));
}

QUrl DemoServer::wsUrl() const
{
    if (const auto &external = m_options.externalPusher) {
        const bool secure = external->scheme == QLatin1String("https");
        return QUrl(QStringLiteral("%1://%2:%3")
                        .arg(secure ? QStringLiteral("wss") : QStringLiteral("ws"), external->host)
                        .arg(external->port));
    }
    return QUrl(QStringLiteral("ws://%1:%2").arg(m_options.address.toString()).arg(m_port));
}

const AppCredentials &DemoServer::app() const
{
    return m_options.externalPusher ? m_options.externalPusher->app : m_options.app;
}

void DemoServer::route(const HttpRequest &request, const HttpResponder &responder)
{
    m_requests.append({request.method, request.path, request.headers, request.body});
    if (m_requests.size() > keptRequests)
        m_requests.removeFirst();
    if (request.path.startsWith(QLatin1String("/apps/")) || request.path == QLatin1String("/up"))
        responder.send(m_pusherRest->handle(request));
    else
        m_api->handle(request, responder);
    Q_EMIT requestSeen(request.path);
}

void DemoServer::dropSockets()
{
    if (m_endpoint)
        m_endpoint->cutAll();
}

void DemoServer::dropEverything()
{
    dropSockets();
    m_listener->cutConnections();
}

void DemoServer::setRefusing(bool refusing)
{
    m_listener->setRefusing(refusing);
}

void DemoServer::refuseFor(int milliseconds)
{
    setRefusing(true);
    QTimer::singleShot(milliseconds, this, [this] { setRefusing(false); });
}

void DemoServer::sendRaw(qint64 personId, const QString &frame)
{
    const auto connections = m_endpoint->channels().subscribers(Chat::userChannel(personId));
    for (PusherConnection *connection : connections)
        connection->sendRaw(frame);
}

void DemoServer::revokeTokens(qint64 personId)
{
    m_storage->people.revokeTokensOf(personId);
}

Message DemoServer::sendAs(qint64 personId, qint64 conversationId, const QString &text,
                           const QList<StoredFile> &files)
{
    const Message message = m_chat->store(personId, conversationId, text, {}, 0, files);
    m_chat->announce(message);
    return message;
}

Message DemoServer::editAs(qint64 messageId, const QString &text)
{
    const Message message = m_chat->edit(messageId, text);
    m_chat->announceUpdated(message);
    return message;
}

void DemoServer::deleteAs(qint64 messageId)
{
    const Message message = m_storage->messages.byId(messageId, 0);
    m_chat->remove(message);
    m_chat->announceDeleted(message);
}

void DemoServer::typeAs(qint64 personId, qint64 conversationId)
{
    m_chat->announceTyping(personId, conversationId);
}

QList<qint64> DemoServer::readAs(qint64 personId, qint64 conversationId)
{
    const QList<qint64> marked =
        m_chat->markRead(personId, m_storage->messages.unread(conversationId, personId));
    m_chat->announceRead(personId, marked);
    return marked;
}

void DemoServer::publishTo(qint64 personId, const QString &event, const QByteArray &json)
{
    m_broadcaster->publish({{Chat::userChannel(personId)}, event, json, {}});
}

QList<Message> DemoServer::messages(qint64 conversationId) const
{
    return m_storage->messages.history(conversationId, 0);
}

QList<Person> DemoServer::people() const
{
    return m_storage->people.all();
}

QList<Conversation> DemoServer::conversationsOf(qint64 personId) const
{
    return m_storage->conversations.of(personId, true) +
           m_storage->conversations.of(personId, false);
}

int DemoServer::unreadCount(qint64 personId, qint64 conversationId) const
{
    return int(m_storage->messages.unread(conversationId, personId).size());
}

int DemoServer::socketCount() const
{
    return int(m_endpoint->connections().size());
}

int DemoServer::subscriberCount(const QString &channel) const
{
    return int(m_endpoint->channels().subscribers(channel).size());
}

QStringList DemoServer::subscribedChannels() const
{
    QStringList names = m_endpoint->channels().occupied();
    names.sort();
    return names;
}

bool DemoServer::isActive() const
{
    return m_people && m_people->isActive();
}

} // namespace suhbat::demo
