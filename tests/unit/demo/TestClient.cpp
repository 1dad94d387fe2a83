#include "TestClient.h"

#include <QSignalSpy>

namespace suhbat::demo::test {

QByteArray TestClient::Answer::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

TestClient::TestClient(const QUrl &api) : m_api(api)
{
    m_network.setTransferTimeout(5000);
}

TestClient::Answer TestClient::get(const QString &path)
{
    return send("GET", path, {});
}

TestClient::Answer TestClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

TestClient::Answer TestClient::send(const QByteArray &method, const QString &path,
                                    const QByteArray &body, const QByteArray &contentType)
{
    const bool atOrigin = path.startsWith(QLatin1Char('/'));
    QUrl url = m_api;
    url.setPath(QString());
    QNetworkRequest request(
        QUrl(url.toString() + (atOrigin ? QString() : m_api.path() + QLatin1Char('/')) + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    for (auto header = m_headers.cbegin(); header != m_headers.cend(); ++header)
        request.setRawHeader(header.key(), header.value());
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeaderPairs()};
}

bool TestClient::logIn(const QString &phone)
{
    m_token.clear();
    const Answer answer = post(QStringLiteral("auth/login"),
                               {{QStringLiteral("phone"), phone},
                                {QStringLiteral("password"), QStringLiteral("demo-pass")}});
    m_token = answer.json().value(QLatin1String("token")).toString();
    return !m_token.isEmpty();
}

} // namespace suhbat::demo::test
