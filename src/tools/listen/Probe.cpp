#include "tools/listen/Probe.h"

#include <QUuid>

#include <algorithm>

namespace suhbat::listen {

Probe::Probe(ChatApi &api, ConversationId conversation, Milliseconds timeout, QString channel,
             QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_conversation(std::move(conversation))
    , m_timeout(timeout)
    , m_text(QStringLiteral("suhbat-listen probe %1")
                 .arg(QUuid::createUuid().toString(QUuid::WithoutBraces).left(13)))
{
    m_silence.channel = std::move(channel);
    m_silence.appKey = api.server().appKey;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Probe::giveUp);
}

Probe::~Probe()
{
    m_timer.disconnect(this);
}

void Probe::start()
{
    m_since.start();
    const TempId tempId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    // Without X-Socket-ID: with it, toOthers() would leave out this very connection.
    m_api.sendMessage(m_conversation, m_text, tempId, this, [this](const Result<Message> &answer) {
        if (m_done)
            return;
        if (!answer) {
            m_done = true;
            Q_EMIT failed(diagnosis::notSent(answer.error(), m_conversation.toString()));
            return;
        }
        m_message = answer->id;
        Q_EMIT sent(m_message.toString(), m_since.elapsed());
        m_timer.start(m_timeout);
    });
}

void Probe::eventSeen(const ServerEvent &event)
{
    if (m_done)
        return;
    const auto *message = std::get_if<MessageEvent>(&event);
    if (!message || message->message.body != m_text) {
        ++m_silence.otherEvents;
        if (const auto *unknown = std::get_if<UnknownEvent>(&event))
            m_silence.notUnderstood = unknown->reason;
        return;
    }
    m_done = true;
    m_timer.stop();
    Q_EMIT delivered(message->message.id.toString(), m_since.elapsed());
}

void Probe::giveUp()
{
    // The broadcast is missing; is the message, too?
    m_api.conversation(m_conversation, this, [this](const Result<ConversationDetails> &details) {
        if (m_done)
            return;
        m_done = true;
        const auto isIt = [this](const Message &message) { return message.body == m_text; };
        m_silence.stored =
            details && std::any_of(details->messages.cbegin(), details->messages.cend(), isIt);
        m_silence.waitedFor = QStringLiteral("the event of message ") + m_message.toString();
        m_silence.seconds = double(m_timeout.count()) / 1000;
        Q_EMIT failed(diagnosis::silence(m_silence));
    });
}

} // namespace suhbat::listen
