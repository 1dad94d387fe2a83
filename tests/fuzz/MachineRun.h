#pragma once

#include "pusher/EventHistory.h"
#include "pusher/ProtocolMachine.h"

#include <QSet>

#include <deque>

namespace suhbat::fuzz {

/// A ProtocolMachine and around it what PusherClient would be: a socket, a clock, a timer. Each
/// line of the script is one input; after each, everything that must hold is checked.
///
///     c d r n w      connect, disconnect, "try now", network came, network went
///     o t… e1006 …   of the socket: opened, text received, ended with a code and a reason
///     + 500          so many ms pass; timers fire on the way
///     >              to the next deadline
///     s… u…          subscribe, unsubscribe
///     a… x A…        the oldest authorisation is answered: auth|channel_data|secret; refused;
///                    answered once more with an old generation
///     k…             a client event: channel|event|json
///     !              no socket can be opened
///     i              sign in
///     U… X           that is answered: auth|user_data; refused
class MachineRun
{
public:
    MachineRun();
    void line(QByteArrayView text);

private:
    enum class Socket { None, Opening, Open };

    void socketLine(char what, QByteArrayView rest);
    void channelLine(char what, QByteArrayView rest);
    void answer(char what, QByteArrayView rest);
    void userLine(char what, QByteArrayView rest);
    bool isKnown(const QString &channel) const;
    void pass(Milliseconds time);
    void fireTimer();
    void take(const pusher::Actions &actions);
    void checkStanding() const;
    void sawClientEvent();

    void perform(const pusher::OpenSocket &action);
    void perform(const pusher::DropSocket &action);
    void perform(const pusher::SendText &action);
    void perform(const pusher::Authorize &action);
    void perform(const pusher::StateChanged &action);
    void perform(const pusher::HandshakeDone &action);
    void perform(const pusher::RetryScheduled &action);
    void perform(const pusher::ErrorOccurred &action);
    void perform(const pusher::EventReceived &action);
    void perform(const pusher::SubscriptionChanged &action);
    void perform(const pusher::MembersChanged &action);
    void perform(const pusher::AuthenticateUser &action);
    void perform(const pusher::SignedIn &action);
    /// Kinds of action that are newer than this file.
    template<typename Other>
    void perform(const Other &)
    {}

    const pusher::PusherOptions m_options;
    pusher::ProtocolMachine m_machine;
    Instant m_now{std::chrono::hours(1)};
    Socket m_socket = Socket::None;
    pusher::ConnectionState m_state = pusher::ConnectionState::Initialized;
    QSet<QString> m_wanted; // channels asked for and not left
    QHash<QString, pusher::SubscriptionState> m_channelStates;
    std::deque<pusher::Authorize> m_asked; // authorisations without an answer
    pusher::Authorize m_lastAnswered;
    quint64 m_lastGeneration = 0;
    quint64 m_userGeneration = 0;
    std::deque<Instant> m_clientEvents; // sent within the last second
    pusher::EventHistory m_history;
};

} // namespace suhbat::fuzz
