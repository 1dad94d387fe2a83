#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace suhbat::test {

/// A loopback HTTP server that answers what the test says and remembers what it was asked.
class StubServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QByteArray target;                     ///< path and query, as sent
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body = {};
        QByteArray extraHeaders = {}; ///< lines that end in \r\n
        bool silent = false;          ///< never answers
        bool hangsUp = false;         ///< closes without an answer
        QByteArray type = "application/json";
    };

    StubServer();

    QUrl url(const QString &path = {}) const;
    QVector<Request> requests;
    std::function<Answer(const Request &)> answer;

private:
    void read(QTcpSocket *socket);
};

} // namespace suhbat::test
