#include "MachineRun.h"

#include "Check.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace suhbat::fuzz {

using pusher::ConnectionState;
using pusher::SubscriptionState;

namespace {

constexpr auto longestStep = Milliseconds(200000);
constexpr auto longestRetry = Milliseconds(30000);
constexpr size_t mostPending = 64; // authorisations that this run keeps in mind

pusher::PusherOptions options()
{
    pusher::PusherOptions result;
    result.host = QStringLiteral("localhost");
    result.appKey = QStringLiteral("key");
    result.tls = false;
    result.random = [] { return 0.5; };
    // A box that begins with ! opens with a key that does so too, and holds what follows byte 16;
    // any other opens with any key, so that a script can say what is in it.
    result.openBox = [](QByteArrayView box, QByteArrayView nonce, QByteArrayView key) {
        check(box.size() >= 16 && nonce.size() == 24 && key.size() == 32, "lengths of a box (108)");
        if (box.front() != '!')
            return std::optional(box.toByteArray());
        return key.front() == '!' ? std::optional(box.sliced(16).toByteArray()) : std::nullopt;
    };
    return result;
}

bool mayFollow(ConnectionState from, ConnectionState to)
{
    using enum ConnectionState;
    switch (to) {
    case Initialized:
        return false; // statement 19
    case Connecting:
        return from != Unavailable;
    case Connected:
        return from == Connecting || from == Unavailable;
    case Unavailable:
        return from == Connecting;
    case Disconnected:
        return true;
    case Failed:
        return from != Initialized && from != Connected && from != Disconnected;
    }
    return false;
}

QString textOf(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes.data(), bytes.size());
}

/// The parts of "a|b|c", as many as were asked for.
std::array<QString, 3> partsOf(QByteArrayView bytes)
{
    const QStringList list = textOf(bytes).split(u'|');
    return {list.value(0), list.value(1), list.mid(2).join(u'|')};
}

} // namespace

MachineRun::MachineRun() : m_options(options()), m_machine(m_options) {}

void MachineRun::line(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    const char what = text.front();
    const QByteArrayView rest = text.sliced(1);
    switch (what) {
    case 'c':
        take(m_machine.connectRequested(m_now));
        check(m_machine.state() != ConnectionState::Disconnected, "connecting does not stop");
        break;
    case 'd':
        take(m_machine.disconnectRequested());
        check(m_machine.state() == ConnectionState::Disconnected, "disconnecting does stop");
        break;
    case 'r':
        take(m_machine.retryRequested(m_now));
        break;
    case 'n':
        take(m_machine.networkCame(m_now));
        break;
    case 'w':
        take(m_machine.networkWent(m_now));
        break;
    case '+':
        pass(std::min(Milliseconds(qMax(0, rest.toByteArray().trimmed().toInt())), longestStep));
        break;
    case '>':
        if (const auto deadline = m_machine.deadline())
            pass(std::max(std::chrono::ceil<Milliseconds>(*deadline - m_now), Milliseconds(0)));
        break;
    default:
        socketLine(what, rest);
        channelLine(what, rest);
        userLine(what, rest);
    }
    checkStanding();
}

// What a socket cannot do (speak before it is open, end twice) PusherClient never hands on.
void MachineRun::socketLine(char what, QByteArrayView rest)
{
    if (what == 'o' && m_socket == Socket::Opening) {
        m_socket = Socket::Open;
        take(m_machine.socketOpened(m_now));
    } else if (what == 't' && m_socket == Socket::Open) {
        take(m_machine.textReceived(rest, m_now));
    } else if (what == 'e' && m_socket != Socket::None) {
        pusher::SocketEnd end;
        const qsizetype digits = std::min<qsizetype>(rest.size(), 4);
        end.code = std::clamp(rest.first(digits).toByteArray().toInt(), 0, 9999);
        end.reason = textOf(rest.sliced(digits));
        if (end.code < 4000)
            end.error = Error::make(Error::Kind::Unreachable, end.reason);
        take(m_machine.socketEnded(end, m_now));
        check(m_socket == Socket::None, "a socket that ended is dropped");
    } else if (what == '!' && m_socket == Socket::Opening) {
        take(m_machine.socketImpossible(
            Error::make(Error::Kind::Configuration, QStringLiteral("impossible"))));
        check(m_state == ConnectionState::Failed, "the impossible is not tried again");
    }
}

void MachineRun::channelLine(char what, QByteArrayView rest)
{
    if (what == 's') {
        m_wanted.insert(textOf(rest));
        take(m_machine.subscribe(textOf(rest), m_now));
    } else if (what == 'u') {
        take(m_machine.unsubscribe(textOf(rest)));
        m_wanted.remove(textOf(rest));
        check(m_machine.subscriptions().state(textOf(rest)) == SubscriptionState::Unsubscribed ||
                  isKnown(textOf(rest)),
              "a channel that was left is left, but for the user's own");
    } else if (what == 'a' || what == 'x' || what == 'A') {
        answer(what, rest);
    } else if (what == 'k') {
        const auto [channel, event, json] = partsOf(rest);
        const auto frame = m_machine.clientEvent(channel, event, json.toUtf8(), m_now);
        if (!frame)
            return;
        sawClientEvent();
        take({pusher::SendText{*frame}});
    }
}

void MachineRun::answer(char what, QByteArrayView rest)
{
    if (what == 'A') {
        const pusher::Actions actions =
            m_machine.authorized(m_lastAnswered.channel, m_lastAnswered.generation,
                                 pusher::ChannelAuthorization{}, m_now);
        check(actions.empty(), "an authorisation is used once (80)");
        return;
    }
    if (m_asked.empty())
        return;
    m_lastAnswered = m_asked.front();
    m_asked.pop_front();
    Result<pusher::ChannelAuthorization> result =
        Error::make(Error::Kind::Forbidden, QStringLiteral("no"), 403);
    if (what == 'a') {
        const auto [auth, data, secret] = partsOf(rest);
        result = pusher::ChannelAuthorization{auth, data, secret.toUtf8()};
    } else if (!rest.isEmpty()) {
        result = Error::make(Error::Kind::Server, QStringLiteral("later"), 503);
    }
    take(m_machine.authorized(m_lastAnswered.channel, m_lastAnswered.generation, result, m_now));
}

void MachineRun::userLine(char what, QByteArrayView rest)
{
    Result<pusher::UserAuthentication> result =
        Error::make(Error::Kind::Forbidden, QStringLiteral("no"), 403);
    if (what == 'U') {
        const auto [auth, data, more] = partsOf(rest);
        result = pusher::UserAuthentication{auth, data};
    }
    if (what == 'i')
        take(m_machine.signInRequested());
    else if (what == 'U' || what == 'X')
        take(m_machine.userAuthenticated(m_userGeneration, result, m_now));
}

bool MachineRun::isKnown(const QString &channel) const
{
    const QString &user = m_machine.user().userId();
    return m_wanted.contains(channel) ||
           (!user.isEmpty() && channel == QLatin1String("#server-to-user-") + user);
}

void MachineRun::sawClientEvent()
{
    while (!m_clientEvents.empty() && m_clientEvents.front() + std::chrono::seconds(1) <= m_now)
        m_clientEvents.pop_front();
    m_clientEvents.push_back(m_now);
    check(int(m_clientEvents.size()) <= m_options.maxClientEventsPerSecond,
          "client events are rationed (117)");
}

void MachineRun::pass(Milliseconds time)
{
    const Instant end = m_now + time;
    for (auto next = m_machine.deadline(); next && *next <= end; next = m_machine.deadline()) {
        m_now = std::max(m_now, *next);
        fireTimer();
        checkStanding();
    }
    m_now = end;
}

void MachineRun::fireTimer()
{
    // Several things may be due at once, but not for ever.
    for (int turn = 0; turn < 8; ++turn) {
        const auto deadline = m_machine.deadline();
        if (!deadline || *deadline > m_now)
            return;
        take(m_machine.timePassed(m_now));
    }
    check(false, "a deadline that was served lies in the future");
}

void MachineRun::take(const pusher::Actions &actions)
{
    // A new key may open what waited for it, 100 events.
    check(actions.size() <= 116 + 3 * size_t(m_wanted.size() + m_channelStates.size()),
          "one input has few consequences");
    for (const pusher::Action &action : actions)
        std::visit([this](const auto &what) { perform(what); }, action);
    check(m_machine.state() == m_state, "every change of state is told");
    for (auto it = m_channelStates.begin(); it != m_channelStates.end();) {
        check(m_machine.subscriptions().state(it.key()) == it.value(),
              "every change of a channel is told");
        it = it.value() == SubscriptionState::Unsubscribed ? m_channelStates.erase(it) : ++it;
    }
}

void MachineRun::checkStanding() const
{
    const bool connected = m_state == ConnectionState::Connected;
    check(connected == !m_machine.socketId().isEmpty(), "connected is having a socket id");
    check(!connected || m_socket == Socket::Open, "connected is having a socket");
    const auto deadline = m_machine.deadline();
    const bool active = connected || m_state == ConnectionState::Connecting ||
                        m_state == ConnectionState::Unavailable;
    check(active == deadline.has_value(), "who is active waits for something, and only they");
    check(!deadline || *deadline <= m_now + m_options.activityTimeout, "but not for long");
    check(m_history.records().size() <= pusher::EventHistory::capacity, "history is bounded");
    for (auto it = m_channelStates.cbegin(); it != m_channelStates.cend(); ++it) {
        const bool live = *it == SubscriptionState::Pending || *it == SubscriptionState::Subscribed;
        check(connected || !live, "no connection, no subscription (27)");
        check(connected || m_machine.subscriptions().members(it.key()).count() == 0,
              "nor anybody present");
    }
}

void MachineRun::perform(const pusher::OpenSocket &)
{
    check(m_socket == Socket::None, "one socket at a time");
    m_socket = Socket::Opening;
}

void MachineRun::perform(const pusher::DropSocket &)
{
    check(m_socket != Socket::None, "only a socket can be dropped");
    m_socket = Socket::None;
}

void MachineRun::perform(const pusher::SendText &action)
{
    check(m_socket == Socket::Open, "only an open socket can send");
    check(m_state == ConnectionState::Connected, "nothing is sent before the handshake");
    const QJsonObject frame = QJsonDocument::fromJson(action.text).object();
    check(frame.value(QLatin1String("event")).isString(), "a frame names its event");
    check(frame.value(QLatin1String("data")).isObject(), "its data is an object (65)");
    check(action.text.size() <= m_options.maxFrameSize, "and it is short (55)");
}

void MachineRun::perform(const pusher::Authorize &action)
{
    check(action.socketId == m_machine.socketId(), "asked for the connection there is");
    check(action.generation > m_lastGeneration, "asked with a number of its own");
    check(m_wanted.contains(action.channel), "asked for what is wanted");
    m_lastGeneration = action.generation;
    m_asked.push_back(action);
    if (m_asked.size() > mostPending)
        m_asked.pop_front();
}

void MachineRun::perform(const pusher::StateChanged &action)
{
    check(action.previous == m_state, "changes of state follow each other");
    check(action.previous != action.current, "a change changes something (24)");
    check(mayFollow(action.previous, action.current), "a legal change of state");
    m_state = action.current;
}

void MachineRun::perform(const pusher::HandshakeDone &action)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]+\\.[0-9]+\\z"));
    check(m_state == ConnectionState::Connected, "the handshake connects");
    check(form.match(action.socketId).hasMatch(), "a socket id has its form (6)");
}

void MachineRun::perform(const pusher::RetryScheduled &action)
{
    check(action.delay >= Milliseconds(0) && action.delay <= longestRetry, "a wait within its cap");
}

void MachineRun::perform(const pusher::ErrorOccurred &action)
{
    check(action.error.status >= 0 && action.error.status <= 0xffff, "a code is a code");
}

void MachineRun::perform(const pusher::EventReceived &action)
{
    // A channel may also be refused by ourselves (84, 89).
    check(m_state == ConnectionState::Connected ||
              action.name == QLatin1String("pusher:subscription_error"),
          "events come over a connection");
    check(action.channel.isEmpty() || isKnown(action.channel),
          "only wanted channels have events (72)");
    check(!action.name.startsWith(QLatin1String("pusher_internal:")),
          "what is internal stays inside (71)");
    m_history.add({{}, action.channel, action.name, action.size});
}

void MachineRun::perform(const pusher::SubscriptionChanged &action)
{
    m_channelStates.insert(action.channel, action.state);
    check(action.state == SubscriptionState::Unsubscribed || isKnown(action.channel),
          "only wanted channels change");
    check(action.error.has_value() == (action.state == SubscriptionState::Failed),
          "who fails says why");
}

void MachineRun::perform(const pusher::MembersChanged &action)
{
    check(m_wanted.contains(action.channel), "members of a wanted channel");
    check(action.what == pusher::MembersChanged::What::Replaced || !action.userId.isEmpty(),
          "who comes or goes has an id");
}

void MachineRun::perform(const pusher::AuthenticateUser &action)
{
    check(action.socketId == m_machine.socketId(), "asked for the connection there is");
    check(action.generation > m_userGeneration, "asked with a number of its own");
    m_userGeneration = action.generation;
}

void MachineRun::perform(const pusher::SignedIn &action)
{
    check(m_state == ConnectionState::Connected, "signed in over a connection");
    check(!action.userId.isEmpty(), "a user has an id (118)");
}

} // namespace suhbat::fuzz
