#include "Nginx.h"

#include "support/ThrowAwayCa.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

namespace suhbat::test {

namespace {

// Of DIR the temporary folder, CERT the certificate's, PORT our port, BACK that of the back end.
constexpr char form[] = R"(daemon off;
USER
worker_processes 1;
pid DIR/nginx.pid;
error_log DIR/error.log notice;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path DIR/body;
    proxy_temp_path DIR/proxy;
    fastcgi_temp_path DIR/fastcgi;
    uwsgi_temp_path DIR/uwsgi;
    scgi_temp_path DIR/scgi;
    server {
        listen 127.0.0.1:PORT ssl;
        ssl_certificate CERT/right.pem;
        ssl_certificate_key CERT/server.key;
        location /chat/api/ {
            proxy_pass http://127.0.0.1:BACK/api/;
        }
        location /live/app/ {
            proxy_pass http://127.0.0.1:BACK/app/;
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "Upgrade";
            proxy_read_timeout SILENCE;
        }
    }
}
)";

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(100);
}

} // namespace

QByteArray Nginx::configuration(const ThrowAwayCa &ca, quint16 backend,
                                const QByteArray &readTimeout) const
{
    QByteArray text(form);
    // Its workers would be nobody, and could not write to our folder; others must not name a user.
    text.replace("USER", geteuid() == 0 ? "user root root;" : "");
    text.replace("DIR", m_dir.path().toLocal8Bit());
    text.replace("CERT", ca.file({}).toLocal8Bit());
    text.replace("PORT", QByteArray::number(m_port));
    text.replace("BACK", QByteArray::number(backend));
    text.replace("SILENCE", readTimeout);
    return text;
}

bool Nginx::start(const ThrowAwayCa &ca, quint16 backend, const QByteArray &readTimeout)
{
    const QString name = QStringLiteral("nginx");
    QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")});
    if (program.isEmpty()) {
        qCritical("nginx is not installed (scripts/setup)");
        return false;
    }
    m_port = freePort();
    const QString file = m_dir.filePath(QStringLiteral("nginx.conf"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    out.write(configuration(ca, backend, readTimeout));
    out.close();
    m_process.setStandardErrorFile(m_dir.filePath(QStringLiteral("error.log")), QIODevice::Append);
    // -e: until it has read its configuration it would write below /var.
    m_process.start(program, {QStringLiteral("-e"), m_dir.filePath(QStringLiteral("error.log")),
                              QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"), file});
    return QTest::qWaitFor(
               [this] { return m_process.state() == QProcess::NotRunning || answers(m_port); },
               10000) &&
           m_process.state() == QProcess::Running;
}

void Nginx::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

QByteArray Nginx::errorLog() const
{
    QFile file(m_dir.filePath(QStringLiteral("error.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace suhbat::test
