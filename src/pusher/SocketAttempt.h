#pragma once

#include "pusher/ProtocolMachine.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QWebSocket;

namespace suhbat::pusher {

/// One attempt, one QWebSocket, and what QWebSocket 6.4 lacks (section R): the end comes exactly
/// once, and a cut is not taken for a close frame with code 1000.
class SocketAttempt final : public QObject
{
    Q_OBJECT

public:
    explicit SocketAttempt(const PusherOptions &options);

    void open(const QUrl &url);
    void send(const QByteArray &text);
    /// Says goodbye with a close frame, where the connection is up.
    void close();

Q_SIGNALS:
    void opened();
    void textReceived(const QString &text);
    void ended(const suhbat::pusher::SocketEnd &end);

private:
    friend struct SocketAttemptDeleter;

    void socketFailed();
    void socketDisconnected();
    Error error() const;
    void finish(const SocketEnd &end);

    QWebSocket *m_socket; // a child
    NetworkSettings m_network;
    bool m_opened = false;
    bool m_ended = false;
    int m_busy = 0; // how many of our slots are running: deleting must wait for them
    TlsProblem m_tlsProblem = TlsProblem::None;
    QString m_tlsText;
};

/// Aborts and deletes at once, or on the next turn of the loop from within a slot of the socket.
struct SocketAttemptDeleter
{
    void operator()(SocketAttempt *attempt) const;
};

using SocketAttemptPtr = std::unique_ptr<SocketAttempt, SocketAttemptDeleter>;

} // namespace suhbat::pusher
