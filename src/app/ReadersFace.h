#pragma once

#include "models/ReadersModel.h"

#include <QObject>
#include <QQmlEngine>

namespace suhbat {

class ChatFace;

/// Who has read one message, asked for when somebody wants to know.
class ReadersFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.actions")
    Q_PROPERTY(suhbat::ReadersModel *people READ people CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

public:
    /// The chat outlives the face.
    explicit ReadersFace(ChatFace &chat, QObject *parent = nullptr);

    ReadersModel *people() { return &m_people; }
    bool loading() const { return m_loading; }
    QString errorText() const { return m_error; }

    /// There may be readers of it to tell: it is mine, and the server has it.
    Q_INVOKABLE bool mayAsk(const QString &key) const;
    /// Whom receipts told of is there at once; the server's own list comes over it.
    Q_INVOKABLE void ask(const QString &key);
    /// Whatever is on its way is not waited for.
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    ChatFace &m_chat;
    ReadersModel m_people;
    QString m_error;
    int m_asked = 0;
    bool m_loading = false;
};

} // namespace suhbat
