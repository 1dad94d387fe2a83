#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace suhbat::test {

/// A small HTTP proxy on loopback: CONNECT and plain requests, whatever host they name, all go to
/// one port of 127.0.0.1. It may want a login, or refuse.
class TestProxy : public QTcpServer
{
    Q_OBJECT

public:
    /// Listens on a free port of 127.0.0.1; fatal when it cannot.
    explicit TestProxy(quint16 target);
    ~TestProxy() override;

    QByteArray wantedLogin;   ///< "user:password"; empty: nobody is asked
    int refusesWith = 0;      ///< not 0: the status of every answer
    QStringList requestLines; ///< of those that were let through

private:
    struct Line
    {
        QByteArray read; ///< of a request that is not complete yet
        QTcpSocket *server = nullptr;
        bool tunnel = false;
    };

    void read(QTcpSocket *client);
    /// The first request of `read`, if it is complete. False: it was refused.
    bool handle(QTcpSocket *client, const QByteArray &head, const QByteArray &body);
    void refuse(QTcpSocket *client, int status);
    void connectOn(QTcpSocket *client);

    quint16 m_target;
    QHash<QTcpSocket *, Line> m_lines;
};

} // namespace suhbat::test
