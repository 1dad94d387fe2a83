#pragma once

#include <QJsonObject>
#include <QWebSocket>

namespace suhbat::demo::test {

/// A Pusher client of a few lines: keeps every frame it gets.
class TestSocket : public QObject
{
    Q_OBJECT

public:
    /// Opens at once; `path` is "/app/KEY".
    TestSocket(const QUrl &server, const QString &path);
    ~TestSocket() override;

    /// Waits for connection_established; the socket id, or empty.
    QString waitForSocketId();
    void send(const QJsonObject &frame);
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }
    void subscribe(const QString &channel, const QString &auth, const QString &channelData = {});

    /// Frames of one event name, oldest first.
    QList<QJsonObject> frames(const QString &event) const;
    int count(const QString &event) const { return int(frames(event).size()); }
    /// The decoded `data` string of the newest frame with that name.
    QJsonObject data(const QString &event) const;
    bool isClosed() const { return m_closed; }
    /// The handshake failed; Qt 6.4 tells that by an error only.
    bool failed() const { return m_failed; }
    int closeCode() const { return m_closeCode; }
    int errorCode() const; ///< of the newest pusher:error, or 0

private:
    QWebSocket m_socket;
    QList<QJsonObject> m_frames;
    bool m_closed = false;
    bool m_failed = false;
    int m_closeCode = 0;
};

} // namespace suhbat::demo::test
