#pragma once

#include "base/Ids.h"
#include "base/JsonReader.h"
#include "domain/User.h"

#include <QObject>

namespace suhbat {

class ChatApi;
class RealtimeLink;

/// Tells the others that the user types, by whatever the server offers: its endpoint, else a
/// whisper (`client-typing`) on the channel of the open conversation, else not at all. What a
/// server says it has and has not is learnt from its refusals and remembered until the logout.
/// Listens to that channel while the conversation is open, and only then.
class TypingSender : public QObject
{
    Q_OBJECT

public:
    enum class Way { Off, Endpoint, Whisper };
    Q_ENUM(Way)

    TypingSender(ChatApi &api, RealtimeLink &link, QObject *parent = nullptr);
    ~TypingSender() override;

    void start(const User &self);
    /// The session is over.
    void stop();
    /// Empty: none is open.
    void setOpen(const ConversationId &conversation);
    Way way() const;
    /// Sends a notice, once; the caller sees to it that there are not too many.
    void notify(const ConversationId &conversation);
    /// That of the open conversation; empty where the server has none.
    const QString &channel() const { return m_channel; }

Q_SIGNALS:
    /// Somebody types in the open conversation. `told`: who that is by the word of the server,
    /// which knows the members of a presence channel; empty where only `claimed`, the word of the
    /// other client, says it.
    void heard(const suhbat::ConversationId &conversation, const suhbat::User &told,
               const suhbat::UserId &claimed);

private:
    QString channelOf(const ConversationId &conversation) const;
    void updateChannel();
    void whisper();
    void onWhisper(const JsonValue &data, const QString &userId);

    ChatApi &m_api;
    RealtimeLink &m_link;
    User m_self;
    ConversationId m_open;
    QString m_channel;
    bool m_running = false;
    bool m_endpointRefused = false;
    bool m_whispersRefused = false;
};

} // namespace suhbat
