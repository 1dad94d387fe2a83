#pragma once

#include "Chance.h"
#include "ModelServer.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace suhbat::fault {

/// What may happen to requests; chances from 0 to 1.
struct Weather
{
    bool offline = false;   ///< nothing leaves this computer
    double neverThere = 0;  ///< the request is lost on its way; no answer
    double late = 0;        ///< carried out after the client gave it up
    double replyLost = 0;   ///< carried out; no answer
    double cutBefore = 0;   ///< the connection breaks, nothing done
    double cutAfter = 0;    ///< carried out, then the connection breaks
    double errorBefore = 0; ///< 5xx, 429 or a page of HTML, nothing done
    double errorAfter = 0;  ///< carried out, and 5xx all the same
    int slowest = 40;       ///< ms, each way
};

/// One request on its way; the model server's answer comes as ModelNetwork decided.
class ModelReply final : public QNetworkReply
{
    Q_OBJECT

public:
    ModelReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request);

    void answerWith(int status, const QByteArray &body, const QByteArray &type);
    void failWith(NetworkError error);
    void abort() override;
    qint64 bytesAvailable() const override
    {
        return QNetworkReply::bytesAvailable() + m_body.size() - m_read;
    }

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    void end();

    QByteArray m_body;
    qint64 m_read = 0;
};

/// HTTP without a network: every request goes to the model server, in the weather of the moment.
class ModelNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    ModelNetwork(ModelServer &server, Chance &chance, Weather &weather);

    /// How many requests went wrong.
    int fired() const { return m_fired; }

Q_SIGNALS:
    void stored(const suhbat::fault::ModelServer::Row &row, const QByteArray &exceptSocket);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    enum class Fate {
        Good,
        NeverThere,
        Late,
        ReplyLost,
        CutBefore,
        CutAfter,
        ErrorBefore,
        ErrorAfter
    };
    struct Sent
    {
        QByteArray method;
        QUrl url;
        QByteArray body;
        QByteArray socketId;
    };
    Fate fate();
    ModelServer::Answer carryOut(const Sent &sent);
    void decide(ModelReply *reply, const Sent &sent);
    void fail(ModelReply *reply, Milliseconds after);

    ModelServer &m_server;
    Chance &m_chance;
    Weather &m_weather;
    int m_fired = 0;
};

} // namespace suhbat::fault
