#include "api/ServerChoice.h"

#include "api/SettingsSources.h"
#include "api/SettingsValues.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace suhbat {

namespace {

using Problem = ServerChoice::Problem;

/// What is typed without a scheme gets one.
QUrl addressOf(const QString &text, const QString &scheme)
{
    const QString typed = text.trimmed();
    return QUrl(typed.contains(QLatin1String("://")) ? typed
                                                     : scheme + QStringLiteral("://") + typed,
                QUrl::StrictMode);
}

/// A Laravel API lies under /api unless another path is given; so it does for the option `host`.
QUrl apiAddress(const QString &text)
{
    QUrl url = addressOf(text, QStringLiteral("https")).adjusted(QUrl::StripTrailingSlash);
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QStringLiteral("/api"));
    return url;
}

QUrl socketAddress(const ServerChoice &choice)
{
    const QUrl api = apiAddress(choice.api);
    if (!choice.socket.trimmed().isEmpty())
        return addressOf(choice.socket, api.scheme() == QLatin1String("http")
                                            ? QStringLiteral("ws")
                                            : QStringLiteral("wss"));
    QUrl same;
    same.setScheme(api.scheme());
    same.setHost(api.host());
    same.setPort(api.port());
    return same;
}

Problem problemWith(const QUrl &url, const QStringList &schemes)
{
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return Problem::NoAddress;
    if (!schemes.contains(url.scheme()))
        return Problem::WrongScheme;
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return Problem::TooMuch;
    return Problem::None;
}

Error cannot(const QString &file, const QString &why)
{
    return Error::make(Error::Kind::Configuration, QStringLiteral("%1: %2").arg(file, why));
}

} // namespace

ServerChoice ServerChoice::of(const ServerProfile &profile, const NetworkSettings &network)
{
    ServerChoice choice;
    choice.api = profile.apiBaseUrl.toString();
    QUrl socket;
    socket.setScheme(profile.wsSecure ? QStringLiteral("wss") : QStringLiteral("ws"));
    socket.setHost(profile.wsHost);
    if (profile.wsPort != (profile.wsSecure ? 443 : 80))
        socket.setPort(profile.wsPort);
    socket.setPath(network.pathPrefix);
    choice.socket = socket.toString();
    choice.appKey = profile.appKey;
    return choice;
}

ServerChoice::Problems ServerChoice::problems() const
{
    const QStringList web{QStringLiteral("https"), QStringLiteral("http")};
    Problems found;
    found.api = api.trimmed().isEmpty() ? Problem::Missing : problemWith(apiAddress(api), web);
    // Without words of its own it is as right as the address of the API.
    if (!socket.trimmed().isEmpty()) {
        const QUrl url = socketAddress(*this);
        found.socket =
            problemWith(url, web + QStringList{QStringLiteral("wss"), QStringLiteral("ws")});
        NetworkSettings network;
        QString why;
        if (found.socket == Problem::None && !url.path().isEmpty() &&
            !settings::parsePathPrefix(url.path(), &network, &why))
            found.socket = Problem::NoAddress;
    }
    ServerProfile profile;
    QString why;
    if (appKey.trimmed().isEmpty())
        found.appKey = Problem::Missing;
    else if (!settings::parseAppKey(appKey.trimmed(), &profile, &why))
        found.appKey = Problem::NoKey;
    return found;
}

QMap<QString, QString> ServerChoice::settings() const
{
    if (problems().any())
        return {};
    const QUrl socketUrl = socketAddress(*this);
    const bool secure =
        socketUrl.scheme() == QLatin1String("wss") || socketUrl.scheme() == QLatin1String("https");
    QMap<QString, QString> all;
    all.insert(QStringLiteral("api-base-url"), apiAddress(api).toString());
    all.insert(QStringLiteral("host"), socketUrl.host());
    all.insert(QStringLiteral("scheme"), secure ? QStringLiteral("https") : QStringLiteral("http"));
    all.insert(QStringLiteral("port"), QString::number(socketUrl.port(secure ? 443 : 80)));
    all.insert(QStringLiteral("path-prefix"),
               socketUrl.path().isEmpty() ? QStringLiteral("/") : socketUrl.path());
    all.insert(QStringLiteral("app-key"), appKey.trimmed());
    return all;
}

Result<void> ServerChoice::write(const QString &base, const QString &file) const
{
    const QMap<QString, QString> chosen = settings();
    QJsonObject object;
    if (QFile before(base); before.exists()) {
        if (!before.open(QIODevice::ReadOnly))
            return cannot(base, before.errorString());
        const QJsonDocument document = QJsonDocument::fromJson(before.readAll());
        if (!document.isObject())
            return cannot(base, QStringLiteral("is no JSON object"));
        object = document.object();
    }
    // The same setting may stand there as "appKey".
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (chosen.contains(settingName(key)))
            object.remove(key);
    }
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        object.insert(it.key(), it.value());

    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return cannot(file, QStringLiteral("its folder cannot be made"));
    QSaveFile out(file);
    const QByteArray text = QJsonDocument(object).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        return cannot(file, out.errorString());
    // It may hold the password of a proxy.
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!out.commit())
        return cannot(file, out.errorString());
    return {};
}

} // namespace suhbat
