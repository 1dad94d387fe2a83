#include "tools/listen/Diagnosis.h"

// From a connection that stands to events: channels, their delivery, client events.

namespace suhbat::listen::diagnosis {

namespace {

bool mentions(const Error &error, const char *words)
{
    return error.detail.contains(QLatin1String(words), Qt::CaseInsensitive);
}

} // namespace

Failure authorisation(const QString &channel, const Error &error, const QUrl &endpoint)
{
    Failure failure{Step::Authorisation, channel + QStringLiteral(": ") + whatOf(error), {}};
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        failure.advice = {
            QStringLiteral("%1 does not take the token: does the route use the API's guard? "
                           "Broadcast::routes(['middleware' => ['auth:sanctum']])")
                .arg(endpoint.path()),
            QString::fromUtf8(
                "A private channel wants a user who is logged in (no --no-login), and a "
                "token that has not ended (expiration in config/sanctum.php).")};
        break;
    case Error::Kind::Forbidden:
        failure.advice = {
            QString::fromUtf8(
                "routes/channels.php denies this user that channel, or has no line for it."),
            QString::fromUtf8(
                "The id in the channel and the user's id: compare them as integers.")};
        break;
    case Error::Kind::NotFound:
    case Error::Kind::BadResponse:
        failure.advice = {
            QStringLiteral("No channel authorisation at %1, nor at the origin. Is --auth-path "
                           "right (php artisan route:list --path=broadcasting)?")
                .arg(endpoint.toString()),
            QString::fromUtf8("Laravel 11 and newer: withBroadcasting(..., ['prefix' => 'api', "
                              "'middleware' => ['auth:sanctum']]) in bootstrap/app.php.")};
        break;
    default:
        failure.advice = {QString::fromUtf8("Laravel did not answer properly: read "
                                            "storage/logs/laravel.log.")};
        break;
    }
    return failure;
}

Failure subscription(const QString &channel, const Error &error)
{
    Failure failure{Step::Subscription, channel + QStringLiteral(": ") + whatOf(error), {}};
    if (mentions(error, "unauthorized") || error.status == 4009 || error.status == 401)
        failure.advice += QString::fromUtf8(
            "The signature was not accepted: REVERB_APP_KEY and REVERB_APP_SECRET of Laravel (as "
            "php artisan config:show broadcasting sees them) must be those of the server that "
            "was connected to.");
    else if (error.kind == Error::Kind::Timeout)
        failure.advice +=
            QString::fromUtf8("The server did not answer the subscription: see its log.");
    else
        failure.advice +=
            QString::fromUtf8("The Pusher server refuses that channel: see its log, and its "
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
        ask += QString::fromUtf8(
            "The message is stored at the server, so only its broadcast is missing.");
    if (seen.otherEvents > 0)
        ask += QStringLiteral("%1 other events came meanwhile: the connection works.")
                   .arg(seen.otherEvents);
    if (!seen.notUnderstood.isEmpty())
        ask += QStringLiteral("One of them could not be read: %1").arg(seen.notUnderstood);
    ask += QString::fromUtf8(
        "Does a queue worker run (php artisan queue:work)? A ShouldBroadcast event "
        "waits in the queue for it; php artisan queue:failed lists what failed.");
    ask +=
        QString::fromUtf8("Is the broadcaster right? BROADCAST_CONNECTION (Laravel 10: "
                          "BROADCAST_DRIVER) must be reverb or pusher, not log or null; then php "
                          "artisan config:clear and a restart of the worker.");
    ask += QStringLiteral("Does Laravel publish to the same application (app key %1) and reach it? "
                          "Its REVERB_HOST, REVERB_PORT and REVERB_SCHEME are used from the "
                          "server; errors are in storage/logs/laravel.log.")
               .arg(seen.appKey);
    ask += QString::fromUtf8(
        "Is the event over 10 kB? Reverb refuses it (max_request_size; the log says "
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
        failure.advice += QString::fromUtf8("Is that the id of a conversation of this user?");
    else if (error.kind == Error::Kind::Server)
        failure.advice +=
            QString::fromUtf8("Laravel failed while it stored or broadcast the message (with "
                              "ShouldBroadcastNow or QUEUE_CONNECTION=sync an unreachable "
                              "Reverb looks like this): read storage/logs/laravel.log.");
    else
        failure.advice += QString::fromUtf8("Read storage/logs/laravel.log.");
    return failure;
}

Failure tooFew(int came, int wanted, double seconds)
{
    return {Step::Delivery,
            QStringLiteral("%1 of %2 events came within %3 s").arg(came).arg(wanted).arg(seconds),
            {QString::fromUtf8(
                "--probe CONVERSATION sends a message of its own and says what to look at "
                "when no event comes.")}};
}

Failure triggerRefused(const Error &error)
{
    return {Step::Delivery,
            QStringLiteral("the client event was refused: %1").arg(whatOf(error)),
            {QString::fromUtf8(
                 "Client events go over private and presence channels, at most 10 a second "
                 "and 10 kB each."),
             QString::fromUtf8(
                 "Reverb: accept_client_events_from of the app in config/reverb.php; soketi: "
                 "enableClientMessages.")}};
}

} // namespace suhbat::listen::diagnosis
