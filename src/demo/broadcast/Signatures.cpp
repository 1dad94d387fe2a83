#include "demo/broadcast/Signatures.h"

#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>

namespace suhbat::demo::signatures {

namespace {

QByteArray restSignature(const AppCredentials &app, const QByteArray &method, const QString &path,
                         const QUrlQuery &query)
{
    QMap<QString, QString> sorted;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        sorted.insert(key.toLower(), value);
    sorted.remove(QStringLiteral("auth_signature"));
    QStringList items;
    for (auto item = sorted.cbegin(); item != sorted.cend(); ++item)
        items.append(item.key() + QLatin1Char('=') + item.value());
    return hmac(app.secret,
                method + '\n' + path.toUtf8() + '\n' + items.join(QLatin1Char('&')).toUtf8());
}

QString md5(const QByteArray &body)
{
    return QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex());
}

} // namespace

QByteArray hmac(const QByteArray &secret, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}

QString channelAuth(const AppCredentials &app, const QString &socketId, const QString &channel,
                    const QString &channelData)
{
    QString text = socketId + QLatin1Char(':') + channel;
    if (!channelData.isEmpty())
        text += QLatin1Char(':') + channelData;
    return app.key + QLatin1Char(':') + QString::fromLatin1(hmac(app.secret, text.toUtf8()));
}

QUrlQuery signedQuery(const AppCredentials &app, const QByteArray &method, const QString &path,
                      const QByteArray &body, qint64 timestamp, const QUrlQuery &others)
{
    QUrlQuery query = others;
    query.addQueryItem(QStringLiteral("auth_key"), app.key);
    query.addQueryItem(QStringLiteral("auth_timestamp"), QString::number(timestamp));
    query.addQueryItem(QStringLiteral("auth_version"), QStringLiteral("1.0"));
    if (!body.isEmpty())
        query.addQueryItem(QStringLiteral("body_md5"), md5(body));
    query.addQueryItem(QStringLiteral("auth_signature"),
                       QString::fromLatin1(restSignature(app, method, path, query)));
    return query;
}

bool isSigned(const AppCredentials &app, const QByteArray &method, const QString &path,
              const QByteArray &body, const QUrlQuery &query)
{
    return query.queryItemValue(QStringLiteral("auth_key")) == app.key &&
           (body.isEmpty() || query.queryItemValue(QStringLiteral("body_md5")) == md5(body)) &&
           query.queryItemValue(QStringLiteral("auth_signature")).toLatin1() ==
               restSignature(app, method, path, query);
}

} // namespace suhbat::demo::signatures
