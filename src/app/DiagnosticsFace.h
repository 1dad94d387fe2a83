#pragma once

#include "pusher/Metrics.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>
#include <QTimer>

namespace suhbat {

namespace pusher {
class PusherClient;
}

/// The connection's figures and history for QML: a snapshot, taken by refresh() and at every change
/// of the connection's state. Nothing in it is secret; no message texts.
class DiagnosticsFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(qint64 framesIn READ framesIn NOTIFY changed)
    Q_PROPERTY(qint64 framesOut READ framesOut NOTIFY changed)
    Q_PROPERTY(qint64 bytesIn READ bytesIn NOTIFY changed)
    Q_PROPERTY(qint64 bytesOut READ bytesOut NOTIFY changed)
    Q_PROPERTY(qint64 eventCount READ eventCount NOTIFY changed)
    Q_PROPERTY(qint64 malformedFrames READ malformedFrames NOTIFY changed)
    Q_PROPERTY(qint64 droppedFrames READ droppedFrames NOTIFY changed)
    Q_PROPERTY(int reconnects READ reconnects NOTIFY changed)
    Q_PROPERTY(double latency READ latency NOTIFY changed)
    Q_PROPERTY(double averageLatency READ averageLatency NOTIFY changed)
    Q_PROPERTY(QStringList events READ events NOTIFY changed)
    Q_PROPERTY(QStringList timeline READ timeline NOTIFY changed)
    Q_PROPERTY(bool watched READ isWatched WRITE setWatched NOTIFY watchedChanged)

public:
    explicit DiagnosticsFace(QObject *parent = nullptr);
    ~DiagnosticsFace() override;

    /// The client must outlive the face or be taken back with nullptr.
    void setClient(pusher::PusherClient *client);

    qint64 framesIn() const { return qint64(m_metrics.framesIn); }
    qint64 framesOut() const { return qint64(m_metrics.framesOut); }
    qint64 bytesIn() const { return qint64(m_metrics.bytesIn); }
    qint64 bytesOut() const { return qint64(m_metrics.bytesOut); }
    qint64 eventCount() const { return qint64(m_metrics.events); }
    qint64 malformedFrames() const { return qint64(m_metrics.malformedFrames); }
    qint64 droppedFrames() const { return qint64(m_metrics.droppedFrames); }
    int reconnects() const { return int(m_metrics.reconnects()); }
    /// Of the last ping, and of all, milliseconds; negative when none was answered yet.
    double latency() const;
    double averageLatency() const;
    /// The last 100 events and the last 200 changes of the connection, oldest first, a line each,
    /// in local time: "2026-02-01 08:15:00.123 private-user.42 message.sent 341 bytes".
    const QStringList &events() const { return m_events; }
    const QStringList &timeline() const { return m_timeline; }

    /// Somebody looks: every event is shown soon after it came. Costs nothing otherwise.
    bool isWatched() const { return m_watched; }
    void setWatched(bool watched);

    Q_INVOKABLE void refresh();
    /// All of it as JSON, for the clipboard or a report.
    Q_INVOKABLE QString report() const;

Q_SIGNALS:
    void changed();
    void watchedChanged();

private:
    void connectClient();

    pusher::PusherClient *m_client = nullptr;
    pusher::Metrics m_metrics;
    QStringList m_events;
    QStringList m_timeline;
    QTimer m_soon; // gathers what comes together
    bool m_watched = false;
};

} // namespace suhbat
