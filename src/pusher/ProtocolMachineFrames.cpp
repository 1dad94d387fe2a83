#include "pusher/ChannelName.h"
#include "pusher/CloseCodePolicy.h"
#include "pusher/FrameCodec.h"
#include "pusher/ProtocolMachine.h"

#include <QRegularExpression>

#include <algorithm>

// What ProtocolMachine makes of frames, and which it lets out.

namespace suhbat::pusher {

namespace {

// Some back ends answer an authorisation with HTTP 500 to any other form (6).
bool isSocketId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\d+\\.\\d+\\z"));
    return form.match(text).hasMatch();
}

bool isHosted(const PusherOptions &options)
{
    return options.host.isEmpty() || options.host.endsWith(QLatin1String(".pusher.com"));
}

int codeOf(const Frame &frame)
{
    const qint64 code = frame.data["code"].integer().value_or(0);
    return code > 0 && code <= 0xffff ? int(code) : 0;
}

QString messageOf(const Frame &frame)
{
    if (const auto plain = frame.data.string())
        return *plain;
    return frame.data["message"].string().value_or(QStringLiteral("error of the server"));
}

} // namespace

void ProtocolMachine::handshake(const Result<Frame> &frame, Instant now, Actions &out)
{
    const auto isEvent = [&frame](QLatin1String name) { return frame && frame->event == name; };
    if (isEvent(QLatin1String("pusher:error"))) {
        const int code = codeOf(*frame);
        const Error error = errorForCode(code, messageOf(*frame));
        // Codes below 4000 mean nothing in a frame, least of all a goodbye (9).
        ended(code < 4000 ? 0 : code, error, now, out);
        return;
    }
    const QString socketId = isEvent(QLatin1String("pusher:connection_established"))
                                 ? frame->data["socket_id"].string().value_or(QString())
                                 : QString();
    if (!isSocketId(socketId)) {
        ended(1006,
              Error::make(Error::Kind::BadResponse,
                          QStringLiteral("the server does not greet as a Pusher server does")),
              now, out);
        return;
    }
    m_phase = Phase::Established;
    m_socketId = socketId;
    m_lastFrame = now;
    m_establishedAt = now;
    m_attemptBy.reset();
    m_unavailableAt.reset();
    m_silence = m_options.activityTimeout;
    // Capped before the conversion: the server's number may be anything.
    const double seconds = frame->data["activity_timeout"].number().value_or(0);
    if (seconds > 0 && seconds * 1000 < double(m_silence.count()))
        m_silence = std::max(Milliseconds(1000), Milliseconds(qint64(seconds * 1000)));
    enter(ConnectionState::Connected, out);
    out.push_back(HandshakeDone{socketId});
    m_user.connectionUp(socketId, out);
    tellUser(now, out);
    m_subscriptions.connectionUp(socketId, now, out);
}

void ProtocolMachine::established(const Frame &frame, Actions &out)
{
    if (frame.event.isEmpty() || frame.event == QLatin1String("pusher:pong"))
        return;
    if (frame.event == QLatin1String("pusher:ping"))
        out.push_back(SendText{FrameCodec::pong()});
    else if (frame.event == QLatin1String("pusher:error"))
        errorFrame(frame, out);
    else if (frame.event == QLatin1String("pusher:signin_success") ||
             frame.event == QLatin1String("pusher_internal:watchlist_events"))
        userFrame(frame, out);
    else
        m_subscriptions.frameReceived(frame, out);
}

void ProtocolMachine::errorFrame(const Frame &frame, Actions &out)
{
    const int code = codeOf(frame);
    Error error = errorForCode(code, messageOf(frame));
    if (!frame.channel.isEmpty())
        error.detail.prepend(frame.channel + QStringLiteral(": ")); // soketi says which (62)
    out.push_back(ErrorOccurred{error});
    if (code == 4301)
        slowDown();
    // Reverb knows no sign-in, and says of it what it says of any malformed frame (121).
    if (code == 4200 && frame.channel.isEmpty() && m_user.isSent()) {
        m_user.fail(error, out);
        tellUser(m_lastFrame, out);
    } else if (frame.channel.isEmpty()) {
        m_subscriptions.refused(error, out);
    }
}

void ProtocolMachine::slowDown()
{
    const Instant now = m_lastFrame; // when this frame came
    if (now - m_rateLimitedAt >= Backoff::settledAfter)
        m_slowdown.reset();
    m_rateLimitedAt = now;
    m_slowUntil = now + m_slowdown.next(Backoff::Cause::FailedAttempt);
}

Result<QByteArray> ProtocolMachine::clientEvent(const QString &channel, const QString &event,
                                                const QByteArray &json, Instant now)
{
    const auto refusal = [](Error::Kind kind, const QString &detail) {
        return Error::make(kind, detail);
    };
    if (!event.startsWith(QLatin1String("client-")))
        return refusal(Error::Kind::Validation,
                       QStringLiteral("the name of a client event begins with client-"));
    if (isEncrypted(channel))
        return refusal(Error::Kind::Validation,
                       QStringLiteral("no client events on encrypted channels"));
    if (isHosted(m_options) && !needsAuthorization(channel))
        return refusal(Error::Kind::Validation,
                       QStringLiteral("hosted Pusher takes no client events on public channels"));
    if (const auto payload = JsonValue::parse(json); !payload || !payload->isObject())
        return refusal(Error::Kind::Validation,
                       QStringLiteral("the payload of a client event is a JSON object"));
    if (m_subscriptions.state(channel) != SubscriptionState::Subscribed)
        return refusal(Error::Kind::Unreachable, QStringLiteral("not subscribed to ") + channel);
    const QByteArray frame = FrameCodec::clientEvent(channel, event, json);
    if (frame.size() > m_options.maxFrameSize)
        return refusal(Error::Kind::TooLarge,
                       QStringLiteral("the event has %1 bytes").arg(frame.size()));
    if (m_slowUntil && now < *m_slowUntil) {
        Error error = refusal(Error::Kind::RateLimited,
                              QStringLiteral("the server wants fewer client events"));
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(*m_slowUntil - now);
        return error;
    }
    while (!m_clientEvents.empty() && m_clientEvents.front() + std::chrono::seconds(1) <= now)
        m_clientEvents.pop_front();
    if (int(m_clientEvents.size()) >= m_options.maxClientEventsPerSecond)
        return refusal(Error::Kind::RateLimited, QStringLiteral("too many client events"));
    m_clientEvents.push_back(now);
    return frame;
}

} // namespace suhbat::pusher
