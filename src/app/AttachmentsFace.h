#pragma once

#include "app/files/DraftFiles.h"
#include "chat/ChatManager.h"
#include "models/AttachmentListModel.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QThreadPool>
#include <QUrl>

#include <memory>

class QTemporaryDir;

namespace suhbat {

class ChatFace;

/// What goes along with the next message of each conversation: picked, dropped or pasted. Nothing
/// leaves the computer before the message is sent.
class AttachmentsFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool able READ able NOTIFY ableChanged)
    Q_PROPERTY(suhbat::AttachmentListModel *files READ files CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QUrl folder READ folder CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    /// The chat outlives the face.
    explicit AttachmentsFace(ChatFace &chat, QObject *parent = nullptr);
    ~AttachmentsFace() override;

    /// Whether the server takes files at all.
    void setAble(bool able);
    bool able() const { return m_able; }
    void setLocale(const QLocale &locale) { m_files.setLocale(locale); }
    /// Those of the open conversation.
    AttachmentListModel *files() { return &m_files; }
    /// What was not attached, and why; goes with dismissProblem() and with whatever is attached.
    QString problem() const { return m_problem; }
    /// A pasted picture is being written.
    bool busy() const { return m_writing > 0; }
    /// Where choosing begins.
    QUrl folder() const;
    /// Somebody is logged in: what waited at the end of an earlier run is back in its place.
    /// `folder` is theirs, or empty: nothing outlives the program.
    void start(const QString &folder);
    /// `forever`: nothing of it stays on the disk.
    void forget(bool forever);

    /// What cannot be attached is left out and told in `problem`.
    Q_INVOKABLE void add(const QList<QUrl> &urls);
    /// False: there are only words on the clipboard.
    Q_INVOKABLE bool paste();
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void dismissProblem();
    /// All of them with these words, which may be none. False: they are too many, or still being
    /// written; nothing is lost then.
    Q_INVOKABLE bool send(const QString &caption);

Q_SIGNALS:
    void ableChanged();
    void problemChanged();
    void busyChanged();

private:
    void follow();
    void onConversation();
    void giveBack(const OutboxEntry &entry);
    bool take(const ConversationId &conversation, const OutboxFile &file);
    void setProblem(const QString &problem);
    void write(const QImage &image);
    void onWritten(const ConversationId &conversation, const QString &path);
    QString pictureFolder();
    void measure(const OutboxFile &file);
    void onMeasured(const QString &path, const QSize &size);
    void onKept(const DraftFiles::Kept &kept);
    void keep();
    void tellGone();

    ChatFace &m_chat;
    QPointer<ChatManager> m_manager;
    AttachmentListModel m_files;
    ConversationId m_shown;
    QHash<ConversationId, QVector<OutboxFile>> m_others; // of those not open
    QHash<TempId, QVector<OutboxFile>> m_sent;           // until they are kept
    QHash<ConversationId, QStringList> m_gone;           // to be told where they were
    QString m_folder;                                    // of what outlives the program
    std::unique_ptr<QTemporaryDir> m_pictures;           // what was pasted, where nothing does
    QString m_problem;
    QThreadPool m_writer; // one at a time, in order
    int m_user = 0;       // answers to an earlier one do not count
    int m_written = 0;
    int m_writing = 0;
    bool m_able = false;
};

} // namespace suhbat
