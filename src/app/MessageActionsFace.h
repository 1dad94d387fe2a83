#pragma once

#include "app/ReadersFace.h"
#include "chat/MessageActions.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>

namespace suhbat {

class ChatFace;
class ChatManager;
class NoticeCenter;

/// What one does with a message of the open conversation, for QML: edit, delete, reply, copy, open
/// a link of it, see who has read it. Keys are MessageListModel's.
class MessageActionsFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool canReply READ canReply NOTIFY abilitiesChanged)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY abilitiesChanged)
    Q_PROPERTY(bool canDelete READ canDelete NOTIFY abilitiesChanged)
    Q_PROPERTY(bool editing READ editing NOTIFY modeChanged)
    Q_PROPERTY(QString editingText READ editingText NOTIFY modeChanged)
    Q_PROPERTY(QString editedLine READ editedLine NOTIFY modeChanged)
    Q_PROPERTY(bool replying READ replying NOTIFY modeChanged)
    Q_PROPERTY(QString replySender READ replySender NOTIFY modeChanged)
    Q_PROPERTY(QString replyText READ replyText NOTIFY modeChanged)
    Q_PROPERTY(bool active READ active NOTIFY modeChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(QString editError READ editError NOTIFY savingChanged)
    Q_PROPERTY(suhbat::ReadersFace *readers READ readers CONSTANT)

public:
    /// Both outlive the face.
    MessageActionsFace(ChatFace &chat, NoticeCenter &notices, QObject *parent = nullptr);
    ~MessageActionsFace() override;

    /// What the server can do.
    bool canReply() const;
    bool canEdit() const;
    bool canDelete() const;
    bool editing() const { return current() != nullptr; }
    /// What belongs into the composer: the message as it was, or as it was typed over so far.
    QString editingText() const;
    /// One line of the message as it was.
    QString editedLine() const;
    bool replying() const { return reply().has_value(); }
    QString replySender() const;
    QString replyText() const; ///< one line
    /// Esc ends it: cancel().
    bool active() const { return editing() || replying(); }
    bool saving() const;
    /// Why the edit was not saved; empty while there is nothing to say.
    QString editError() const;
    ReadersFace *readers() { return &m_readers; }

    /// Whether this can be done with that message now.
    Q_INVOKABLE bool mayReply(const QString &key) const;
    Q_INVOKABLE bool mayEdit(const QString &key) const;
    Q_INVOKABLE bool mayDelete(const QString &key) const;
    Q_INVOKABLE bool startReply(const QString &key);
    Q_INVOKABLE bool startEdit(const QString &key);
    /// My newest message in sight of the server; false when there is none to edit.
    Q_INVOKABLE bool editLast();
    /// The edit when there is one, else the reply. The draft is untouched by either.
    Q_INVOKABLE void cancel();
    /// Every change of the text while `editing`.
    Q_INVOKABLE void textEdited(const QString &text);
    /// False: blank or too long, or one is on its way. Otherwise `editing` ends when the server has
    /// it; when it fails, everything stays and editError says why.
    Q_INVOKABLE bool save(const QString &text);
    Q_INVOKABLE void remove(const QString &key);
    /// The first address in it; empty when there is none.
    Q_INVOKABLE QString linkOf(const QString &key) const;
    Q_INVOKABLE void copyText(const QString &text) const;
    /// False: it leads where a look is due first (LinkText); then openLinkAnyway().
    Q_INVOKABLE bool openLink(const QString &url) const;
    Q_INVOKABLE bool isDisguised(const QString &url) const;
    Q_INVOKABLE void openLinkAnyway(const QString &url) const;

Q_SIGNALS:
    void abilitiesChanged();
    void modeChanged();
    void savingChanged();

private:
    struct Edit
    {
        MessageId id;
        QString before;
        QString text;
        QString error;
        bool saving = false;
    };

    void follow();
    void onConversation();
    ConversationId conversation() const;
    const Message *find(const QString &key) const;
    bool mayEdit(const Message &message) const;
    bool isMine(const Message &message) const;
    const Edit *current() const;
    std::optional<ReplyTo> reply() const;
    bool begin(const Message &message);
    void end(const ConversationId &conversation);
    void failed(const ConversationId &conversation, const Error &error);

    ChatFace &m_chat;
    NoticeCenter &m_notices;
    ReadersFace m_readers;
    QPointer<MessageActions> m_actions;
    QHash<ConversationId, Edit> m_edits; // one a conversation; kept while one looks elsewhere
    ConversationId m_shown;
};

} // namespace suhbat
