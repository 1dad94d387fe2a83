#include "api/SettingsValues.h"
#include "net/Tls.h"

#include <QRegularExpression>
#include <QUrl>

namespace suhbat::settings {

namespace {

constexpr double longestTimeout = 600; // seconds

bool parseSeconds(const QString &text, std::chrono::milliseconds *target, QString *why)
{
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || !(seconds >= 0.1) || seconds > longestTimeout) {
        *why = QStringLiteral("is no number of seconds (0.1-600)");
        return false;
    }
    *target = std::chrono::milliseconds(qRound64(seconds * 1000));
    return true;
}

/// One line of printable text: it ends up in a header.
bool isOneLine(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint(); });
}

} // namespace

bool parsePathPrefix(const QString &text, NetworkSettings *network, QString *why)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("/|(/[A-Za-z0-9._~-]+)+/?")));
    if (!form.match(text).hasMatch()) {
        *why = QStringLiteral("is no path (\"/prefix\")");
        return false;
    }
    network->pathPrefix = text;
    while (network->pathPrefix.endsWith(u'/'))
        network->pathPrefix.chop(1);
    return true;
}

bool parseOrigin(const QString &text, NetworkSettings *network, QString *why)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool bare =
        url.path().isEmpty() && !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty() || !bare) {
        *why = QStringLiteral("is no origin (\"https://chat.example.com\")");
        return false;
    }
    network->origin = text;
    return true;
}

bool parseCaFile(const QString &text, NetworkSettings *network, QString *why)
{
    const auto certificates = net::readCaFile(text);
    if (!certificates) {
        *why = certificates.error().detail.mid(text.size() + 2);
        return false;
    }
    network->caFile = text;
    return true;
}

bool parseProxy(const QString &text, NetworkSettings *network, QString *why)
{
    ProxySettings &proxy = network->proxy;
    if (text == QLatin1String("none") || text == QLatin1String("system")) {
        proxy.use =
            text == QLatin1String("none") ? ProxySettings::Use::None : ProxySettings::Use::System;
        return true;
    }
    const QString address =
        text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text;
    const QUrl url(address, QUrl::StrictMode);
    const bool socks = url.scheme() == QLatin1String("socks5");
    const bool bare = (url.path().isEmpty() || url.path() == QLatin1String("/")) &&
                      !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || !(socks || url.scheme() == QLatin1String("http")) ||
        url.host().isEmpty() || url.port() < 1 || !bare) {
        *why = QStringLiteral("is none of none, system, HOST:PORT, http://HOST:PORT, "
                              "socks5://HOST:PORT");
        return false;
    }
    proxy.use = ProxySettings::Use::Given;
    proxy.kind = socks ? ProxySettings::Kind::Socks5 : ProxySettings::Kind::Http;
    proxy.host = url.host();
    proxy.port = quint16(url.port());
    proxy.user = url.userName(QUrl::FullyDecoded);
    proxy.password = url.password(QUrl::FullyDecoded);
    return true;
}

bool parseProxyUser(const QString &text, NetworkSettings *network, QString *why)
{
    if (!isOneLine(text) || text.contains(u':')) {
        *why = QStringLiteral("is no user name (printable, without :)");
        return false;
    }
    network->proxy.user = text;
    return true;
}

bool parseProxyPassword(const QString &text, NetworkSettings *network, QString *why)
{
    if (!isOneLine(text)) {
        *why = QStringLiteral("is no password (printable)");
        return false;
    }
    network->proxy.password = text;
    return true;
}

bool parseRequestTimeout(const QString &text, NetworkSettings *network, QString *why)
{
    return parseSeconds(text, &network->requestTimeout, why);
}

bool parseConnectTimeout(const QString &text, NetworkSettings *network, QString *why)
{
    return parseSeconds(text, &network->connectTimeout, why);
}

} // namespace suhbat::settings
