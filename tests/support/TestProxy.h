#pragma once

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

    QByteArray wantedLogin;   ///< "user:password"; empty: nobody is asked
    int refusesWith = 0;      ///< not 0: the status of every answer
    QStringList requestLines; ///< of those that were let through

private:
    void read(QTcpSocket *client);
    void refuse(QTcpSocket *client, int status);
    void pass(QTcpSocket *client, const QByteArray &head, const QByteArray &rest);

    quint16 m_target;
};

} // namespace suhbat::test
