#pragma once

#include "Capture.h"
#include "pusher/ProtocolMachine.h"
#include "support/Fixtures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace suhbat::test {

/// Of a server on this machine, with `random` for chance; what the statements are tested with.
inline pusher::PusherOptions machineOptions(const double &random)
{
    pusher::PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("localhost");
    options.appKey = QStringLiteral("key");
    options.random = [&random] { return random; };
    return options;
}

/// A ProtocolMachine on a fake clock: collects what it decides, for reading in tests.
class MachineDriver
{
public:
    explicit MachineDriver(const pusher::PusherOptions &options) : machine(options) {}

    pusher::ProtocolMachine machine;
    Instant now{std::chrono::hours(1)};
    pusher::Actions actions; ///< since the last clear()
    /// What the server says at once to each of our pings; empty: nothing.
    QByteArray answersPings;

    void take(pusher::Actions more)
    {
        int pings = 0;
        for (auto &action : more) {
            if (const auto *send = std::get_if<pusher::SendText>(&action)) {
                m_longest = std::max(m_longest, std::chrono::floor<Milliseconds>(now - m_lastSent));
                m_lastSent = now;
                pings += send->text.contains("pusher:ping") ? 1 : 0;
            }
            if (std::holds_alternative<pusher::HandshakeDone>(action))
                m_lastSent = now;
            actions.push_back(std::move(action));
        }
        for (; pings > 0 && !answersPings.isEmpty(); --pings)
            text(answersPings);
    }
    /// Of ours, from the last handshake on; counted at the end of each.
    Milliseconds longestSilence() const { return m_longest; }
    void connect() { take(machine.connectRequested(now)); }
    void open() { take(machine.socketOpened(now)); }
    void text(QByteArrayView frame) { take(machine.textReceived(frame, now)); }
    void file(const QString &name) { text(fixture(QStringLiteral("pusher/%1.json").arg(name))); }
    void ended(int code, const QString &reason = {})
    {
        take(machine.socketEnded({code, reason, {}}, now));
    }
    void subscribe(const QString &channel) { take(machine.subscribe(channel, now)); }
    void unsubscribe(const QString &channel) { take(machine.unsubscribe(channel)); }
    /// Connects and shakes hands as Reverb does.
    void establish()
    {
        connect();
        open();
        file(QStringLiteral("established-reverb"));
    }
    /// Answers the last authorisation asked for.
    void authorize(const Result<pusher::ChannelAuthorization> &answer =
                       pusher::ChannelAuthorization{QStringLiteral("key:sig"), {}, {}})
    {
        const pusher::Authorize asked = last<pusher::Authorize>();
        take(machine.authorized(asked.channel, asked.generation, answer, now));
    }
    /// Moves the clock, and calls at every deadline on the way as a timer would.
    void pass(Milliseconds time)
    {
        const Instant end = now + time;
        for (auto next = machine.deadline(); next && *next <= end; next = machine.deadline()) {
            now = std::max(now, *next);
            take(machine.timePassed(now));
        }
        now = end;
    }
    /// To the next deadline; returns how long that took.
    Milliseconds passToDeadline()
    {
        const auto wait = std::chrono::ceil<Milliseconds>(*machine.deadline() - now);
        pass(wait);
        return wait;
    }
    void clear() { actions.clear(); }
    /// Lets a captured server talk, at its times, to a socket that was just opened; ends when the
    /// machine drops that socket.
    void play(const QList<CaptureStep> &steps)
    {
        const Instant start = now;
        const int drops = count<pusher::DropSocket>();
        for (const CaptureStep &step : steps) {
            pass(std::chrono::ceil<Milliseconds>(start + step.at - now));
            if (count<pusher::DropSocket>() > drops)
                return;
            if (step.what == CaptureStep::What::Text)
                text(step.text);
            else if (step.what == CaptureStep::What::Close)
                ended(step.closeCode);
        }
    }
    /// To the next attempt, as the connection it makes.
    void reopen()
    {
        const int before = count<pusher::OpenSocket>();
        while (machine.deadline() && count<pusher::OpenSocket>() == before)
            passToDeadline();
        open();
    }

    template<typename T>
    int count() const
    {
        int n = 0;
        for (const auto &action : actions)
            n += std::holds_alternative<T>(action) ? 1 : 0;
        return n;
    }
    /// The latest of its kind; a default one when there is none.
    template<typename T>
    T last() const
    {
        T found{};
        for (const auto &action : actions) {
            if (const T *one = std::get_if<T>(&action))
                found = *one;
        }
        return found;
    }
    /// The frames sent, as objects.
    QList<QJsonObject> sent() const
    {
        QList<QJsonObject> frames;
        for (const auto &action : actions) {
            if (const auto *send = std::get_if<pusher::SendText>(&action))
                frames.append(QJsonDocument::fromJson(send->text).object());
        }
        return frames;
    }
    QStringList sentEvents() const
    {
        QStringList events;
        for (const QJsonObject &frame : sent())
            events.append(frame.value(QStringLiteral("event")).toString());
        return events;
    }
    QStringList errors() const ///< "Refused 4001" …
    {
        QStringList list;
        for (const auto &action : actions) {
            if (const auto *error = std::get_if<pusher::ErrorOccurred>(&action))
                list.append(toString(error->error.kind) + u' ' +
                            QString::number(error->error.status));
        }
        return list;
    }
    QStringList states() const ///< those entered
    {
        QStringList list;
        for (const auto &action : actions) {
            if (const auto *change = std::get_if<pusher::StateChanged>(&action))
                list.append(nameOf(change->current));
        }
        return list;
    }
    QStringList events() const ///< names of the events handed out
    {
        QStringList list;
        for (const auto &action : actions) {
            if (const auto *event = std::get_if<pusher::EventReceived>(&action))
                list.append(event->name);
        }
        return list;
    }
    QStringList subscriptionStates(const QString &channel) const
    {
        QStringList list;
        for (const auto &action : actions) {
            const auto *change = std::get_if<pusher::SubscriptionChanged>(&action);
            if (change && change->channel == channel)
                list.append(nameOf(change->state));
        }
        return list;
    }

private:
    Instant m_lastSent = now;
    Milliseconds m_longest{0};
};

} // namespace suhbat::test
