#pragma once

#include <QObject>
#include <QPair>
#include <QQmlEngine>
#include <QVector>

namespace suhbat {

class MessageListModel;

/// The pictures of the open conversation, one before the other, for the viewer. What is shown stays
/// when rows come and go; when its message is deleted the viewer closes.
class Gallery : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.files")
    Q_PROPERTY(bool opened READ isOpened NOTIFY changed)
    Q_PROPERTY(QString messageKey READ messageKey NOTIFY changed)
    Q_PROPERTY(int number READ number NOTIFY changed)
    Q_PROPERTY(int position READ position NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString sender READ sender NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)

public:
    /// The model outlives the gallery.
    explicit Gallery(MessageListModel &messages, QObject *parent = nullptr);
    ~Gallery() override;

    bool isOpened() const { return !m_key.isEmpty(); }
    QString messageKey() const { return m_key; }
    int number() const { return m_number; }
    /// Of the pictures that are loaded, from 0, oldest first.
    int position() const;
    int count() const { return int(m_pictures.size()); }
    QString name() const { return m_name; }
    QString sender() const { return m_sender; }
    QString time() const { return m_time; }

    Q_INVOKABLE void show(const QString &messageKey, int number);
    /// To the newer one (1) or the older one (-1), if there is one.
    Q_INVOKABLE void move(int step);
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void look();
    void describe();

    MessageListModel &m_messages;
    QVector<QPair<QString, int>> m_pictures; // oldest first
    QString m_key;
    int m_number = 0;
    QString m_name;
    QString m_sender;
    QString m_time;
};

} // namespace suhbat
