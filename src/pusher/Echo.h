#pragma once

#include "pusher/EchoChannel.h"

namespace suhbat::pusher {

/// A PusherClient as Laravel Echo puts it: channel names without their prefixes, event names
/// without their namespace (statements 122-130).
///
///     Echo echo(client);
///     EchoChannel &room = echo.private_(u"room.1"_s);
///     room.listen(u"MessageSent"_s, this, [this](const JsonValue &data) { show(data); });
///     room.listenForWhisper(u"typing"_s, this, [this](const JsonValue &data) { dots(data); });
///
/// Use one way for one channel, this or PusherClient::subscribe(): leave() ends it for both.
class Echo final : public QObject
{
    Q_OBJECT

public:
    /// Echo's words for ConnectionState (129).
    enum class ConnectionStatus {
        Connected,
        Connecting,
        Failed,      ///< failed or unavailable
        Disconnected ///< initialized or disconnected
    };
    Q_ENUM(ConnectionStatus)

    /// `client` must outlive this object. `eventNamespace` stands before the names of events;
    /// empty: none does.
    explicit Echo(PusherClient &client, QString eventNamespace = QStringLiteral("App.Events"),
                  QObject *parent = nullptr);
    ~Echo() override;

    // These subscribe unless that is done already. What they return is valid until the channel is
    // left: a slot that hears of a name that is refused at once must leave neither it nor destroy
    // the Echo or its client before the call has returned.
    EchoChannel &channel(const QString &name);
    EchoChannel &private_(const QString &name);         ///< private-NAME
    EchoChannel &encryptedPrivate(const QString &name); ///< private-encrypted-NAME
    EchoChannel &join(const QString &name);             ///< presence-NAME
    /// NAME in all of its kinds.
    void leave(const QString &name);
    /// The one channel with this whole name: "presence-room.1".
    void leaveChannel(const QString &fullName);

    ConnectionStatus connectionStatus() const;
    /// For the header X-Socket-ID of requests that make events (128); empty while not connected.
    QString socketId() const;

Q_SIGNALS:
    void connectionStatusChanged(suhbat::pusher::Echo::ConnectionStatus status);

private:
    PusherClient &m_client;
    const QString m_namespace;
    QHash<QString, EchoChannel *> m_channels;
    ConnectionStatus m_status;
};

} // namespace suhbat::pusher
