#pragma once

#include "domain/Message.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

namespace suhbat {

class ChatFace;
class ChatManager;

/// What a screen reader should say by itself: each message of others that arrives in the open
/// conversation. QML shows it as the name of a label that nobody sees; a name that changes is read.
class Announcer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(QString text READ text NOTIFY textChanged)

public:
    explicit Announcer(ChatFace &chat, QObject *parent = nullptr);
    ~Announcer() override;

    /// The manager must outlive this or be taken back with nullptr.
    void setManager(ChatManager *manager);
    /// One line, bounded; changes even when the same is said twice.
    QString text() const { return m_text; }

Q_SIGNALS:
    void textChanged();

private:
    void say(const Message &message);

    ChatFace &m_chat;
    QPointer<ChatManager> m_manager;
    MessageId m_last; // an event may come twice
    QString m_text;
};

} // namespace suhbat
