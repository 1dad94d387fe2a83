#include "ModelNetwork.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <cstring>

namespace suhbat::fault {

ModelReply::ModelReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
}

void ModelReply::answerWith(int status, const QByteArray &body, const QByteArray &type)
{
    if (isFinished())
        return;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    setRawHeader("Content-Type", type);
    if (status == 429)
        setRawHeader("Retry-After", "2");
    m_body = body;
    if (status >= 400)
        setError(UnknownServerError, QStringLiteral("HTTP %1").arg(status));
    Q_EMIT readyRead();
    end();
}

void ModelReply::failWith(NetworkError error)
{
    if (isFinished())
        return;
    setError(error, QStringLiteral("the model network"));
    end();
}

void ModelReply::abort()
{
    if (isFinished())
        return;
    setError(OperationCanceledError, QStringLiteral("aborted"));
    end();
}

void ModelReply::end()
{
    setFinished(true);
    Q_EMIT finished();
}

qint64 ModelReply::readData(char *data, qint64 most)
{
    const qint64 count = std::min(most, m_body.size() - m_read);
    std::memcpy(data, m_body.constData() + m_read, size_t(count));
    m_read += count;
    return count == 0 ? -1 : count;
}

ModelNetwork::ModelNetwork(ModelServer &server, Chance &chance, Weather &weather)
    : m_server(server), m_chance(chance), m_weather(weather)
{}

QNetworkReply *ModelNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                           QIODevice *body)
{
    auto *const reply = new ModelReply(operation, request);
    const Sent sent{operation == GetOperation ? QByteArrayLiteral("GET")
                                              : QByteArrayLiteral("POST"),
                    request.url(), body != nullptr ? body->readAll() : QByteArray(),
                    request.rawHeader("X-Socket-ID")};
    decide(reply, sent);
    return reply;
}

ModelNetwork::Fate ModelNetwork::fate()
{
    double left = m_chance.number();
    const auto takes = [&left](double chance) {
        left -= chance;
        return left < 0;
    };
    const Weather &now = m_weather;
    if (takes(now.neverThere))
        return Fate::NeverThere;
    if (takes(now.late))
        return Fate::Late;
    if (takes(now.replyLost))
        return Fate::ReplyLost;
    if (takes(now.cutBefore))
        return Fate::CutBefore;
    if (takes(now.cutAfter))
        return Fate::CutAfter;
    if (takes(now.errorBefore))
        return Fate::ErrorBefore;
    if (takes(now.errorAfter))
        return Fate::ErrorAfter;
    return Fate::Good;
}

ModelServer::Answer ModelNetwork::carryOut(const Sent &sent)
{
    const ModelServer::Answer answer =
        m_server.answer(sent.method, sent.url.path(), sent.url.query(), sent.body);
    for (const ModelServer::Row &row : answer.stored)
        Q_EMIT stored(row, sent.socketId);
    return answer;
}

void ModelNetwork::fail(ModelReply *reply, Milliseconds after)
{
    QTimer::singleShot(after, reply,
                       [reply] { reply->failWith(QNetworkReply::RemoteHostClosedError); });
}

void ModelNetwork::decide(ModelReply *reply, const Sent &sent)
{
    const Milliseconds there = m_chance.time(1, m_weather.slowest);
    const Milliseconds back = m_chance.time(1, m_weather.slowest);
    if (m_weather.offline) {
        ++m_fired;
        QTimer::singleShot(1, reply,
                           [reply] { reply->failWith(QNetworkReply::ConnectionRefusedError); });
        return;
    }
    const Fate fate = this->fate();
    m_fired += fate != Fate::Good ? 1 : 0;
    if (fate == Fate::NeverThere)
        return; // the client's own time-out ends it
    if (fate == Fate::CutBefore) {
        fail(reply, there);
        return;
    }
    if (fate == Fate::ErrorBefore) {
        static const QVector<int> statuses{500, 502, 503, 429, 200};
        const int status = m_chance.oneOf(statuses);
        QTimer::singleShot(there + back, reply, [reply, status] {
            reply->answerWith(status, "<html><h1>Sorry</h1></html>", "text/html");
        });
        return;
    }
    // Beyond the client's patience of 30 s, but not beyond what it waits before it looks (twice
    // that would be no fault of the network, but a server that sleeps for a minute).
    const Milliseconds travel = fate == Fate::Late ? m_chance.time(20000, 29000) : there;
    const QPointer<ModelReply> waiting(reply);
    QTimer::singleShot(travel, this, [this, waiting, sent, fate, back] {
        const ModelServer::Answer answer = carryOut(sent);
        if (!waiting || waiting->isFinished() || fate == Fate::ReplyLost || fate == Fate::Late)
            return;
        if (fate == Fate::CutAfter) {
            fail(waiting, back);
            return;
        }
        const bool broken = fate == Fate::ErrorAfter;
        const QByteArray body = broken ? QByteArray("<html><h1>Sorry</h1></html>")
                                       : QJsonDocument(answer.json).toJson(QJsonDocument::Compact);
        QTimer::singleShot(back, waiting, [waiting, broken, body, status = answer.status] {
            waiting->answerWith(broken ? 500 : status, body,
                                broken ? "text/html" : "application/json");
        });
    });
}

} // namespace suhbat::fault
