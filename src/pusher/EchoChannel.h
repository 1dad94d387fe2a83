#pragma once

#include "base/JsonReader.h"
#include "base/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QVector>

#include <functional>
#include <memory>

namespace suhbat::pusher {

class Echo;
class PusherClient;

/// One channel of an Echo. Every handler comes with a context object, as in connect(): it is no
/// longer called when the context dies, the channel is left or the Echo dies. Handlers run in the
/// order in which they were added, on the client's thread.
class EchoChannel final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const JsonValue &data)>;
    using EveryHandler = std::function<void(const QString &event, const JsonValue &data)>;
    using MembersHandler = std::function<void(const QVector<JsonValue> &infos)>;

    /// The whole name, prefix included.
    const QString &name() const { return m_name; }

    /// "MessageSent" is App\Events\MessageSent, "Chat.MessageSent" is App\Events\Chat\MessageSent;
    /// what begins with . or \ is the rest, as it stands: ".message.edited" (122, 123).
    EchoChannel &listen(const QString &event, QObject *context, Handler handler);
    /// Every event but the protocol's own; `event` as listen() would take it.
    EchoChannel &listenToAll(QObject *context, EveryHandler handler);
    /// What others of this channel whisper() (125).
    EchoChannel &listenForWhisper(const QString &event, QObject *context, Handler handler);
    /// Laravel's notifications, on private_("App.Models.User.ID"): the fields, `id`, `type` (126).
    EchoChannel &notification(QObject *context, Handler handler);
    /// With every subscription, after each reconnect too.
    EchoChannel &subscribed(QObject *context, std::function<void()> handler);
    /// {"type": …, "error": …, "status": …}: the subscription was refused or not answered (130).
    EchoChannel &error(QObject *context, Handler handler);
    /// Every handler of that event, at once: not one of them is called any more, though the event
    /// is being handed out just now.
    EchoChannel &stopListening(const QString &event);
    EchoChannel &stopListeningForWhisper(const QString &event);

    // Presence channels. They tell what the back end says of the members (user_info) and nothing
    // else, so an id must be in it (127).
    EchoChannel &here(QObject *context, MembersHandler handler); ///< in no order
    EchoChannel &joining(QObject *context, Handler handler);
    EchoChannel &leaving(QObject *context, Handler handler);

    /// Sends client-EVENT to the others; Error kinds as with PusherClient::trigger().
    Result<void> whisper(const QString &event, const QJsonObject &data);

    /// What an event is called on the wire.
    static QString wireName(const QString &event, const QString &eventNamespace);

private:
    friend class Echo;
    EchoChannel(QString name, QString eventNamespace, PusherClient &client, QObject *parent);

    struct Binding
    {
        QString event; ///< on the wire; empty: every event
        QPointer<QObject> context;
        EveryHandler handler;
        bool stopped = false;
    };
    EchoChannel &bind(const QString &event, QObject *context, EveryHandler handler);
    void dispatch(const QString &event, const JsonValue &data);
    void forgetTheDead();
    QString shortName(const QString &event) const;

    const QString m_name;
    const QString m_namespace;
    PusherClient &m_client;
    QVector<std::shared_ptr<Binding>> m_bindings; // shared with the calls that are under way
    JsonValue m_error; // why the subscription stands still; undefined where it does not
    bool m_left = false;
};

} // namespace suhbat::pusher
