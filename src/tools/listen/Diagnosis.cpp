#include "tools/listen/Diagnosis.h"

namespace suhbat::listen::diagnosis {

namespace {

QString adviceFor(const char *text)
{
    return QString::fromUtf8(text);
}

bool mentions(const Error &error, const char *words)
{
    return error.detail.contains(QLatin1String(words), Qt::CaseInsensitive);
}

QString whatOf(const Error &error)
{
    QString what = error.detail;
    if (error.status != 0 && !what.contains(QString::number(error.status)))
        what.prepend(QStringLiteral("%1 ").arg(error.status));
    if (!error.serverText.isEmpty() && !what.contains(error.serverText))
        what += QStringLiteral(" (the server says: %1)").arg(error.serverText.left(200));
    return what.isEmpty() ? toString(error.kind) : what;
}

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
            adviceFor("Does this machine's resolver know the name (getent hosts NAME)? A name of "
                      "the inner network needs the inner DNS or VPN.")};
}

QStringList proxyAdvice()
{
    return {adviceFor("Check --proxy, --proxy-user and --proxy-password; --proxy none goes without "
                      "a proxy."),
            adviceFor("The proxy must allow CONNECT to the host and port of the server, know its "
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
        adviceFor("Reverb listens on 8080 unless REVERB_SERVER_PORT says otherwise; clients need "
                  "REVERB_PORT, the port of the proxy before it (443).")};
    return advice;
}

QStringList tlsAdvice(const QUrl &server)
{
    return {QStringLiteral("See the certificate: openssl s_client -connect %1:%2 -servername %1")
                .arg(server.host())
                .arg(server.port(443)),
            adviceFor("A certificate of your own CA: give its file with --ca-file. A wrong name or "
                      "an expired one: renew it on the server."),
            adviceFor("Is TLS spoken on that port at all? For plain ws and http: --scheme http.")};
}

} // namespace

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
            adviceFor("Check identifier and password; the app uses the same ones."),
            adviceFor(
                "Does the server want a phone number, an e-mail or a user name? See --login.")};
        break;
    case Error::Kind::NotFound:
    case Error::Kind::BadResponse:
        failure.advice =
            redirectAdvice(error) +
            QStringList{
                QStringLiteral("Nothing there answers as the chat's API: %1/auth/login. Is "
                               "--api-base-url right (php artisan route:list --path=auth)?")
                    .arg(server.apiBaseUrl.toString()),
                adviceFor("HTML instead of JSON comes from a web server or a login page before "
                          "Laravel.")};
        break;
    case Error::Kind::RateLimited:
        failure.advice = {
            adviceFor("Too many attempts: wait, or look at the throttle middleware.")};
        break;
    case Error::Kind::Server:
        failure.advice = {adviceFor(
            "HTTP 502 to 504: the web server works, Laravel behind it does "
            "not answer (does php-fpm run?). HTTP 500: Laravel failed: read storage/logs/laravel.log and the web "
            "server's error log.")};
        break;
    default:
        failure.advice = {adviceFor("The server was reached but did not answer: does php-fpm run, "
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
        failure.advice = {adviceFor("The identifier was taken, the code was not: is it the newest "
                                    "one, and still valid? Each run asks for a new one."),
                          adviceFor("A code in --code or SUHBAT_CODE is taken unasked: is it an "
                                    "old one?")};
    return failure;
}

Failure codeWanted()
{
    return {Step::Login,
            adviceFor("the server has sent a code and waits for it"),
            {adviceFor("Run it on a terminal, or give the code with --code or SUHBAT_CODE.")}};
}

Failure connection(const Error &error, bool upgraded, const QUrl &socket)
{
    if (const auto earlier = earlierStep(error, socket))
        return *earlier;
    const QString what = whatOf(error);
    if (error.status == 4000)
        return {Step::Tls,
                what,
                {adviceFor("4000: that server takes connections with TLS only: --scheme https."),
                 adviceFor("With TLS already: something before it unwraps TLS and passes the "
                           "connection on as a plain one.")}};
    if (error.kind == Error::Kind::Refused && error.status == 4009)
        return {Step::AppKey,
                what,
                {adviceFor("Reverb: allowed_origins in config/reverb.php does not match; native "
                           "clients send no Origin. Give --origin, or allow \"*\"."),
                 adviceFor("soketi: the connection was not authorised in time.")}};
    if (error.kind == Error::Kind::Refused && error.status == 4004)
        return {Step::AppKey,
                what,
                {adviceFor("The application has as many connections as it may: max_connections of "
                           "the app in config/reverb.php.")}};
    if (error.kind == Error::Kind::Refused)
        return {Step::AppKey,
                what,
                {adviceFor("The app key is public, and is REVERB_APP_KEY (PUSHER_APP_KEY) of the "
                           "server's .env; is --app-key the same?"),
                 adviceFor("After a change of the .env: php artisan config:clear, then restart "
                           "Reverb (php artisan reverb:restart).")}};
    if (upgraded)
        return {Step::AppKey,
                what,
                {adviceFor("A WebSocket opened, but no Pusher server greeted: does another service "
                           "answer at that path?"),
                 adviceFor("Is the server overloaded, or does it restart over and over? See its "
                           "log.")}};
    Failure failure{Step::HttpUpgrade, what, {}};
    failure.advice += QStringLiteral("The web server must pass %1 on to Reverb with the headers "
                                     "Upgrade and Connection (docs/integration.md has the lines "
                                     "for nginx).")
                          .arg(socket.path());
    failure.advice += redirectAdvice(error) + plainAdvice(error, socket);
    if (error.status == 404)
        failure.advice += adviceFor("404: nothing is at that path. Is there a prefix "
                                    "(--path-prefix), or is the location missing in nginx?");
    if (error.status == 502 || error.status == 503 || error.status == 504)
        failure.advice += adviceFor("502, 503, 504: the web server works, Reverb behind it does "
                                    "not answer (nor does it without those headers). Does php "
                                    "artisan reverb:start run?");
    if (error.status == 400 || error.status == 426 || error.status == 200)
        failure.advice += adviceFor("The headers of the upgrade got lost in a proxy.");
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
            {adviceFor("Does the Pusher server restart over and over (a process manager, "
                       "reverb:restart in a cron job)? See its log."),
             adviceFor("Does a proxy or a load balancer before it end the connection?")}};
}

Failure authorisation(const QString &channel, const Error &error, const QUrl &endpoint)
{
    Failure failure{Step::Authorisation, channel + QStringLiteral(": ") + whatOf(error), {}};
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        failure.advice = {
            QStringLiteral("%1 does not take the token: does the route use the API's guard? "
                           "Broadcast::routes(['middleware' => ['auth:sanctum']])")
                .arg(endpoint.path()),
            adviceFor("A private channel wants a user who is logged in (no --no-login), and a "
                      "token that has not ended (expiration in config/sanctum.php).")};
        break;
    case Error::Kind::Forbidden:
        failure.advice = {
            adviceFor("routes/channels.php denies this user that channel, or has no line for it."),
            adviceFor("The id in the channel and the user's id: compare them as integers.")};
        break;
    case Error::Kind::NotFound:
    case Error::Kind::BadResponse:
        failure.advice = {
            QStringLiteral("No channel authorisation at %1, nor at the origin. Is --auth-path "
                           "right (php artisan route:list --path=broadcasting)?")
                .arg(endpoint.toString()),
            adviceFor("Laravel 11 and newer: withBroadcasting(..., ['prefix' => 'api', "
                      "'middleware' => ['auth:sanctum']]) in bootstrap/app.php.")};
        break;
    default:
        failure.advice = {adviceFor("Laravel did not answer properly: read "
                                    "storage/logs/laravel.log.")};
        break;
    }
    return failure;
}

Failure subscription(const QString &channel, const Error &error)
{
    Failure failure{Step::Subscription, channel + QStringLiteral(": ") + whatOf(error), {}};
    if (mentions(error, "unauthorized") || error.status == 4009 || error.status == 401)
        failure.advice += adviceFor(
            "The signature was not accepted: REVERB_APP_KEY and REVERB_APP_SECRET of Laravel (as "
            "php artisan config:show broadcasting sees them) must be those of the server that "
            "was connected to.");
    else if (error.kind == Error::Kind::Timeout)
        failure.advice += adviceFor("The server did not answer the subscription: see its log.");
    else
        failure.advice += adviceFor("The Pusher server refuses that channel: see its log, and its "
                                    "limits of names and members.");
    return failure;
}

Failure silence(const Silence &seen)
{
    Failure failure{
        Step::Delivery,
        QStringLiteral("%1 did not come within %2 s").arg(seen.waitedFor).arg(seen.seconds),
        {}};
    QStringList &ask = failure.advice;
    if (seen.stored)
        ask += adviceFor("The message is stored at the server, so only its broadcast is missing.");
    if (seen.otherEvents > 0)
        ask += QStringLiteral("%1 other events came meanwhile: the connection works.")
                   .arg(seen.otherEvents);
    if (!seen.notUnderstood.isEmpty())
        ask += QStringLiteral("One of them could not be read: %1").arg(seen.notUnderstood);
    ask += adviceFor("Does a queue worker run (php artisan queue:work)? A ShouldBroadcast event "
                     "waits in the queue for it; php artisan queue:failed lists what failed.");
    ask += adviceFor("Is the broadcaster right? BROADCAST_CONNECTION (Laravel 10: "
                     "BROADCAST_DRIVER) must be reverb or pusher, not log or null; then php "
                     "artisan config:clear and a restart of the worker.");
    ask += QStringLiteral("Does Laravel publish to the same application (app key %1) and reach it? "
                          "Its REVERB_HOST, REVERB_PORT and REVERB_SCHEME are used from the "
                          "server; errors are in storage/logs/laravel.log.")
               .arg(seen.appKey);
    ask += adviceFor("Is the event over 10 kB? Reverb refuses it (max_request_size; the log says "
                     "\"Payload too large\"): send ids and short texts, not whole models.");
    ask += QStringLiteral("Does the event go to this channel, %1, for the sender as well "
                          "(broadcastOn())?")
               .arg(seen.channel);
    return failure;
}

Failure notSent(const Error &error, const QString &conversation)
{
    Failure failure{Step::Delivery,
                    QStringLiteral("the message to conversation %1 was not taken: %2")
                        .arg(conversation, whatOf(error)),
                    {}};
    if (error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden)
        failure.advice += adviceFor("Is that the id of a conversation of this user?");
    else if (error.kind == Error::Kind::Server)
        failure.advice += adviceFor("Laravel failed while it stored or broadcast the message (with "
                                    "ShouldBroadcastNow or QUEUE_CONNECTION=sync an unreachable "
                                    "Reverb looks like this): read storage/logs/laravel.log.");
    else
        failure.advice += adviceFor("Read storage/logs/laravel.log.");
    return failure;
}

Failure tooFew(int came, int wanted, double seconds)
{
    return {Step::Delivery,
            QStringLiteral("%1 of %2 events came within %3 s").arg(came).arg(wanted).arg(seconds),
            {adviceFor("--probe CONVERSATION sends a message of its own and says what to look at "
                       "when no event comes.")}};
}

Failure triggerRefused(const Error &error)
{
    return {Step::Delivery,
            QStringLiteral("the client event was refused: %1").arg(whatOf(error)),
            {adviceFor("Client events go over private and presence channels, at most 10 a second "
                       "and 10 kB each."),
             adviceFor("Reverb: accept_client_events_from of the app in config/reverb.php; soketi: "
                       "enableClientMessages.")}};
}

} // namespace suhbat::listen::diagnosis
