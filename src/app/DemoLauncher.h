#pragma once

#include "api/ServerProfile.h"
#include "base/Result.h"

#include <QByteArray>
#include <QMetaType>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace suhbat {

/// Where a demo server that was just started listens.
struct DemoServerAddress
{
    QUrl api;       ///< base of the REST API: "http://127.0.0.1:40123/api"
    QUrl webSocket; ///< "ws://127.0.0.1:40123"
    QString appKey;
    qint64 pid = 0;

    /// The server's ready line: {"api":…,"ws":…,"appKey":…,"pid":…}
    static Result<DemoServerAddress> fromReadyLine(QByteArrayView line);
    /// The demo server has every extension that this client uses.
    ServerProfile profile() const;
};

/// Runs a demo server for `suhbat --demo`, for as long as it lives. The server also ends when this
/// process is killed: its standard input closes then.
class DemoLauncher : public QObject
{
    Q_OBJECT

public:
    enum class People { Scripted, None };

    /// `program`: path of suhbat-demo-server.
    explicit DemoLauncher(QString program, QObject *parent = nullptr);
    ~DemoLauncher() override;

    /// suhbat-demo-server in the folder of the running program.
    static QString defaultProgram();
    /// Once. Either ready() or failed() follows, never before start() returned.
    void start(People people);
    /// From start() to the ready line; 10 s unless told.
    void setPatience(std::chrono::milliseconds patience);

Q_SIGNALS:
    void ready(const suhbat::DemoServerAddress &address);
    /// It did not start, or (after ready) it ended.
    void failed(const suhbat::Error &error);

private:
    void readOutput();
    void fail(const QString &detail);

    QString m_program;
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    bool m_ready = false;
    bool m_failed = false;
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::DemoServerAddress)
