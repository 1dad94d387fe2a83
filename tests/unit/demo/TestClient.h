#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace suhbat::demo::test {

/// A REST client that waits for its answers, in the way a hand-written one would be: it shares no
/// code with the real client.
class TestClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: no answer
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        QByteArray header(const char *name) const;
    };

    explicit TestClient(const QUrl &api);

    Answer get(const QString &path);
    Answer post(const QString &path, const QJsonObject &body = {});
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body,
                const QByteArray &contentType = "application/json");
    /// Logs in and keeps the token; false when it did not work.
    bool logIn(const QString &phone);

    void setHeader(const QByteArray &name, const QByteArray &value) { m_headers[name] = value; }
    QString token() const { return m_token; }
    void setToken(const QString &token) { m_token = token; }

private:
    QUrl m_api;
    QString m_token;
    QMap<QByteArray, QByteArray> m_headers;
    QNetworkAccessManager m_network;
};

} // namespace suhbat::demo::test
