#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace suhbat::test {

class ThrowAwayCa;

/// nginx of the system with a configuration of its own, as whoever runs the test: TLS on a free
/// port of 127.0.0.1, in front of a back end on loopback. All its files are in a temporary folder.
///   /chat/api/… -> /api/…    /live/app/… -> /app/… as a WebSocket
class Nginx
{
public:
    ~Nginx() { stop(); }

    /// False: it did not come up, errorLog() says why. `readTimeout` is proxy_read_timeout of the
    /// socket, with nginx's unit ("400ms").
    [[nodiscard]] bool start(const ThrowAwayCa &ca, quint16 backend, const QByteArray &readTimeout);
    void stop();

    quint16 port() const { return m_port; }
    QByteArray errorLog() const;

private:
    QByteArray configuration(const ThrowAwayCa &ca, quint16 backend,
                             const QByteArray &readTimeout) const;

    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace suhbat::test
