#pragma once

#include "api/ChatApi.h"
#include "domain/ServerEvent.h"
#include "tools/listen/Diagnosis.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace suhbat::listen {

/// Sends one message and waits for its event. Exactly one of delivered() and failed() comes.
class Probe : public QObject
{
    Q_OBJECT

public:
    /// `channel` and `appKey` are for the questions that are asked when nothing comes.
    Probe(ChatApi &api, ConversationId conversation, Milliseconds timeout, QString channel,
          QObject *parent = nullptr);
    ~Probe() override;

    void start();
    /// Every event of the channel, in any order with the answer to the POST.
    void eventSeen(const ServerEvent &event);
    bool isDone() const { return m_done; }

Q_SIGNALS:
    void sent(const QString &messageId, qint64 milliseconds);
    void delivered(const QString &messageId, qint64 milliseconds);
    void failed(const suhbat::listen::Failure &failure);

private:
    void giveUp();

    ChatApi &m_api;
    const ConversationId m_conversation;
    const Milliseconds m_timeout;
    const QString m_text; ///< found nowhere else
    diagnosis::Silence m_silence;
    MessageId m_message; ///< once the server has told it
    QElapsedTimer m_since;
    QTimer m_timer;
    bool m_done = false;
};

} // namespace suhbat::listen
