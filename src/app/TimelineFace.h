#pragma once

#include "models/MessageListModel.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include <chrono>

namespace suhbat {

/// Where in the open conversation the reader is, and how to get elsewhere in it.
class TimelineFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.chat")
    Q_PROPERTY(QString litKey READ litKey NOTIFY litKeyChanged)

public:
    /// So long a row that was jumped to is lit.
    static constexpr std::chrono::milliseconds lightTime{1600};

    explicit TimelineFace(MessageListModel &rows, QObject *parent = nullptr);
    ~TimelineFace() override;

    /// The key of the row that is lit; empty when none is.
    QString litKey() const { return m_litKey; }

    /// Brings the message with that id (the server's) before the reader's eyes and lights it.
    Q_INVOKABLE void jumpTo(const QString &messageId);

Q_SIGNALS:
    void litKeyChanged();
    /// The view is to show this row of the model, in its middle.
    void rowWanted(int row);

private:
    void light(const QString &key);

    MessageListModel &m_rows;
    QTimer m_light;
    QString m_litKey;
};

} // namespace suhbat
