#include "tools/listen/Diagnosis.h"

namespace suhbat::listen::diagnosis {

namespace {

/// Errors that tell of an earlier step, whatever was being done.
std::optional<Failure> earlierStep(const Error &error, const QUrl &server)
{
    if (error.kind == Error::Kind::Tls)
        return unreached(Step::Tls, whatOf(error), server);
    if (error.kind == Error::Kind::Proxy)
        return unreached(Step::Proxy, whatOf(error), server);
    return std::nullopt;
}

/// A web server that sends whoever comes without TLS to https.
QStringList redirectAdvice(const Error &error)
{
    if (error.status < 301 || error.status > 308)
        return {};
    return {QStringLiteral("HTTP %1 leads elsewhere, mostly to TLS: --scheme https, and the port "
                           "and --api-base-url that belong to it.")
                .arg(error.status)};
}

/// A port where TLS is spoken answers plain words with 400, or hangs up.
QStringList plainAdvice(const Error &error, const QUrl &server)
{
    const bool isPlain =
        server.scheme() == QLatin1String("ws") || server.scheme() == QLatin1String("http");
    if (!isPlain || (error.status != 0 && error.status != 400))
        return {};
    return {QStringLiteral("Is TLS spoken on port %1? Then --scheme https.").arg(server.port(80))};
}

QStringList dnsAdvice(const QUrl &server)
{
    return {QStringLiteral("Is \"%1\" written right in --host, REVERB_HOST or api-base-url "
                           "(suhbat-listen --print-config shows where it comes from)?")
                .arg(server.host()),
            QString::fromUtf8(
                "Does this machine's resolver know the name (getent hosts NAME)? A name of "
                "the inner network needs the inner DNS or VPN.")};
}

QStringList proxyAdvice()
{
    return {QString::fromUtf8(
                "Check --proxy, --proxy-user and --proxy-password; --proxy none goes without "
                "a proxy."),
            QString::fromUtf8(
                "The proxy must allow CONNECT to the host and port of the server, know its "
                "name and reach it: 403, 404 and 503 are its words for what fails there.")};
}

QStringList tcpAdvice(const QUrl &server)
{
    const bool secure =
        server.scheme() == QLatin1String("https") || server.scheme() == QLatin1String("wss");
    const int port = server.port(secure ? 443 : 80);
    QStringList advice{
        QStringLiteral("Does the server listen on port %1 there (ss -ltn on the server), and does "
                       "the firewall let it through?")
            .arg(port),
        QString::fromUtf8(
            "Reverb listens on 8080 unless REVERB_SERVER_PORT says otherwise; clients need "
            "REVERB_PORT, the port of the proxy before it (443).")};
    return advice;
}

QStringList tlsAdvice(const QUrl &server)
{
    return {QStringLiteral("See the certificate: openssl s_client -connect %1:%2 -servername %1")
                .arg(server.host())
                .arg(server.port(443)),
            QString::fromUtf8(
                "A certificate of your own CA: give its file with --ca-file. A wrong name or "
                "an expired one: renew it on the server."),
            QString::fromUtf8(
                "Is TLS spoken on that port at all? For plain ws and http: --scheme http.")};
}

} // namespace

QString whatOf(const Error &error)
{
    QString what = error.detail;
    if (error.status != 0 && !what.contains(QString::number(error.status)))
        what.prepend(QStringLiteral("%1 ").arg(error.status));
    if (!error.serverText.isEmpty() && !what.contains(error.serverText))
        what += QStringLiteral(" (the server says: %1)").arg(error.serverText.left(200));
    return what.isEmpty() ? toString(error.kind) : what;
}

Failure unreached(Step step, const QString &what, const QUrl &server)
{
    switch (step) {
    case Step::Dns:
        return {step, what, dnsAdvice(server)};
    case Step::Proxy:
        return {step, what, proxyAdvice()};
    case Step::Tls:
        return {step, what, tlsAdvice(server)};
    default:
        return {Step::Tcp, what, tcpAdvice(server)};
    }
}

Failure login(const Error &error, const ServerProfile &server)
{
    if (const auto earlier = earlierStep(error, server.apiBaseUrl))
        return *earlier;
    Failure failure{Step::Login, whatOf(error), {}};
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::Validation:
        failure.advice = {
            QString::fromUtf8("Check identifier and password; the app uses the same ones."),
            QString::fromUtf8(
                "Does the server want a phone number, an e-mail or a user name? See --login.")};
        break;
    case Error::Kind::NotFound:
    case Error::Kind::BadResponse:
        failure.advice =
            redirectAdvice(error) +
            QStringList{QStringLiteral("Nothing there answers as the chat's API: %1/auth/login. Is "
                                       "--api-base-url right (php artisan route:list --path=auth)?")
                            .arg(server.apiBaseUrl.toString()),
                        QString::fromUtf8(
                            "HTML instead of JSON comes from a web server or a login page before "
                            "Laravel.")};
        break;
    case Error::Kind::RateLimited:
        failure.advice = {
            QString::fromUtf8("Too many attempts: wait, or look at the throttle middleware.")};
        break;
    case Error::Kind::Server:
        failure.advice = {QString::fromUtf8(
            "HTTP 502 to 504: the web server works, Laravel behind it does "
            "not answer (does php-fpm run?). HTTP 500: Laravel failed: read storage/logs/laravel.log and the web "
            "server's error log.")};
        break;
    default:
        failure.advice = {
            QString::fromUtf8("The server was reached but did not answer: does php-fpm run, "
                              "and does the web server know it?")};
        break;
    }
    failure.advice += plainAdvice(error, server.apiBaseUrl);
    return failure;
}

Failure codeRefused(const Error &error, const ServerProfile &server)
{
    Failure failure = login(error, server);
    const bool refused = error.kind == Error::Kind::Unauthorized ||
                         error.kind == Error::Kind::Forbidden ||
                         error.kind == Error::Kind::Validation;
    if (refused)
        failure.advice = {
            QString::fromUtf8("The identifier was taken, the code was not: is it the newest "
                              "one, and still valid? Each run asks for a new one."),
            QString::fromUtf8("A code in --code or SUHBAT_CODE is taken unasked: is it an "
                              "old one?")};
    return failure;
}

Failure codeWanted()
{
    return {
        Step::Login,
        QString::fromUtf8("the server has sent a code and waits for it"),
        {QString::fromUtf8("Run it on a terminal, or give the code with --code or SUHBAT_CODE.")}};
}

Failure connection(const Error &error, bool upgraded, const QUrl &socket)
{
    if (const auto earlier = earlierStep(error, socket))
        return *earlier;
    const QString what = whatOf(error);
    if (error.status == 4000)
        return {
            Step::Tls,
            what,
            {QString::fromUtf8(
                 "4000: that server takes connections with TLS only: --scheme https."),
             QString::fromUtf8("With TLS already: something before it unwraps TLS and passes the "
                               "connection on as a plain one.")}};
    if (error.kind == Error::Kind::Refused && error.status == 4009)
        return {Step::AppKey,
                what,
                {QString::fromUtf8(
                     "Reverb: allowed_origins in config/reverb.php does not match; native "
                     "clients send no Origin. Give --origin, or allow \"*\"."),
                 QString::fromUtf8("soketi: the connection was not authorised in time.")}};
    if (error.kind == Error::Kind::Refused && error.status == 4004)
        return {Step::AppKey,
                what,
                {QString::fromUtf8(
                    "The application has as many connections as it may: max_connections of "
                    "the app in config/reverb.php.")}};
    if (error.kind == Error::Kind::Refused)
        return {
            Step::AppKey,
            what,
            {QString::fromUtf8(
                 "The app key is public, and is REVERB_APP_KEY (PUSHER_APP_KEY) of the "
                 "server's .env; is --app-key the same?"),
             QString::fromUtf8("After a change of the .env: php artisan config:clear, then restart "
                               "Reverb (php artisan reverb:restart).")}};
    if (upgraded)
        return {Step::AppKey,
                what,
                {QString::fromUtf8(
                     "A WebSocket opened, but no Pusher server greeted: does another service "
                     "answer at that path?"),
                 QString::fromUtf8(
                     "Is the server overloaded, or does it restart over and over? See its "
                     "log.")}};
    Failure failure{Step::HttpUpgrade, what, {}};
    failure.advice += QStringLiteral("The web server must pass %1 on to Reverb with the headers "
                                     "Upgrade and Connection (docs/integration.md has the lines "
                                     "for nginx).")
                          .arg(socket.path());
    failure.advice += redirectAdvice(error) + plainAdvice(error, socket);
    if (error.status == 404)
        failure.advice +=
            QString::fromUtf8("404: nothing is at that path. Is there a prefix "
                              "(--path-prefix), or is the location missing in nginx?");
    if (error.status == 502 || error.status == 503 || error.status == 504)
        failure.advice +=
            QString::fromUtf8("502, 503, 504: the web server works, Reverb behind it does "
                              "not answer (nor does it without those headers). Does php "
                              "artisan reverb:start run?");
    if (error.status == 400 || error.status == 426 || error.status == 200)
        failure.advice += QString::fromUtf8("The headers of the upgrade got lost in a proxy.");
    return failure;
}

Failure notStaying(Step step, const QString &channels, const QString &problem)
{
    const bool greeted = step == Step::Subscription;
    QString what = problem;
    if (what.isEmpty())
        what = QStringLiteral("the server closes the connection and names no error");
    return {greeted ? step : Step::AppKey,
            greeted ? QStringLiteral("%1: not subscribed: %2").arg(channels, what)
                    : QStringLiteral("no greeting: ") + what,
            {QString::fromUtf8("Does the Pusher server restart over and over (a process manager, "
                               "reverb:restart in a cron job)? See its log."),
             QString::fromUtf8("Does a proxy or a load balancer before it end the connection?")}};
}

} // namespace suhbat::listen::diagnosis
