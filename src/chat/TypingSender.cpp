#include "chat/TypingSender.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "chat/RealtimeLink.h"
#include "wire/Users.h"

#include <QJsonObject>

namespace suhbat {

namespace {

const QString typingWhisper = QStringLiteral("client-typing");

// The server has no such thing, whatever its settings say.
bool isMissing(const Error &error)
{
    return error.status == 404 || error.status == 405 || error.status == 501;
}

QJsonValue jsonId(const UserId &id)
{
    const auto number = id.number();
    return number ? QJsonValue(*number) : QJsonValue(id.toString());
}

} // namespace

TypingSender::TypingSender(ChatApi &api, RealtimeLink &link, QObject *parent)
    : QObject(parent), m_api(api), m_link(link)
{
    const auto &client = link.client();
    connect(&api, &ChatApi::capabilitiesChanged, this, &TypingSender::updateChannel);
    connect(&client, &pusher::PusherClient::eventReceived, this,
            [this](const QString &channel, const QString &name, const JsonValue &data,
                   const QString &userId) {
                if (!channel.isEmpty() && channel == m_channel && name == typingWhisper)
                    onWhisper(data, userId);
            });
    // 4301: the application does not take client events.
    connect(&link, &RealtimeLink::eventRejected, this, [this](const Error &error) {
        if (error.status == 4301 && !std::exchange(m_whispersRefused, true))
            qCInfo(lcChat) << "the server takes no whispers";
    });
}

TypingSender::~TypingSender()
{
    m_api.disconnect(this);
    m_link.disconnect(this);
    m_link.client().disconnect(this);
}

void TypingSender::start(const User &self)
{
    m_self = self;
    m_running = true;
    m_endpointRefused = false;
    m_whispersRefused = false;
    updateChannel();
}

void TypingSender::stop()
{
    m_running = false;
    m_open = {};
    updateChannel();
    m_self = {};
}

void TypingSender::setOpen(const ConversationId &conversation)
{
    m_open = conversation;
    updateChannel();
}

QString TypingSender::channelOf(const ConversationId &conversation) const
{
    if (!m_running || conversation.isEmpty())
        return {};
    const QString named = m_api.server().conversationChannel(conversation);
    if (named.isEmpty() && m_api.capabilities().presence)
        return QStringLiteral("presence-conversation.") + conversation.toString();
    return named;
}

void TypingSender::updateChannel()
{
    const QString wanted = channelOf(m_open);
    if (wanted == m_channel)
        return;
    if (const QString left = std::exchange(m_channel, wanted); !left.isEmpty())
        m_link.client().unsubscribe(left);
    if (!m_channel.isEmpty())
        m_link.client().subscribe(m_channel);
}

TypingSender::Way TypingSender::way() const
{
    if (m_api.capabilities().typing && !m_endpointRefused)
        return Way::Endpoint;
    return m_channel.isEmpty() || m_whispersRefused ? Way::Off : Way::Whisper;
}

void TypingSender::notify(const ConversationId &conversation)
{
    // Without a connection it would arrive when nobody types any more.
    if (!m_running || m_link.state() != RealtimeLink::State::Connected)
        return;
    if (way() == Way::Whisper && conversation == m_open)
        whisper();
    if (way() != Way::Endpoint)
        return;
    m_api.sendTyping(conversation, this, [this, conversation](const Result<void> &result) {
        if (result)
            return;
        // Nobody misses a typing notice: no word to the user, no second try by the same way.
        qCDebug(lcChat) << "typing notice not sent:" << result.error().detail;
        if (!isMissing(result.error()) || !m_running)
            return;
        m_endpointRefused = true;
        qCInfo(lcChat) << "no typing endpoint; from now on:" << way();
        if (way() == Way::Whisper && conversation == m_open)
            whisper();
    });
}

void TypingSender::whisper()
{
    auto &client = m_link.client();
    if (client.subscriptionState(m_channel) != pusher::SubscriptionState::Subscribed)
        return; // not yet, or not allowed to listen there
    const QJsonObject who{{QStringLiteral("id"), jsonId(m_self.id)},
                          {QStringLiteral("name"), m_self.name}};
    if (const auto sent = client.trigger(m_channel, typingWhisper, who); !sent)
        qCDebug(lcChat) << "typing notice not whispered:" << sent.error().detail;
}

// On a private channel another client may claim to be anybody; on a presence channel the server
// says who it is, or at least who is there.
void TypingSender::onWhisper(const JsonValue &data, const QString &userId)
{
    const JsonReader payload(data);
    const JsonReader user(payload.objectAt({"user"}));
    const QString claimed =
        payload.id({"id", "user_id", "userId"}).value_or(user.id({"id"}).value_or(QString()));
    if (!m_channel.startsWith(QLatin1String("presence-"))) {
        if (!claimed.isEmpty())
            Q_EMIT heard(m_open, {}, UserId(claimed));
        return;
    }
    const auto members = m_link.client().members(m_channel);
    const QString id = userId.isEmpty() ? claimed : userId;
    if (!members.contains(id))
        return;
    User told = wire::readUser(members.info(id), m_api.decodeContext());
    told.id = UserId(id);
    Q_EMIT heard(m_open, told, told.id);
}

} // namespace suhbat
