#include "Ways.h"

#include "api/HttpClient.h"
#include "net/NetworkManager.h"
#include "pusher/HttpChannelAuthorizer.h"
#include "pusher/SocketAttempt.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace suhbat::test {

namespace {

const auto token = QStringLiteral("token-of-the-test");

template<typename T>
std::optional<Error> waitFor(const std::optional<T> &outcome)
{
    // Not qWaitFor: it sleeps 10 ms between two looks, and a handshake takes many.
    QTimer giveUp;
    giveUp.setSingleShot(true);
    giveUp.start(10000);
    while (!outcome && giveUp.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!outcome)
        return Error::make(Error::Kind::Cancelled, QStringLiteral("no outcome in this test"));
    return *outcome ? std::optional<Error>() : outcome->error();
}

std::optional<Error> askRest(const QUrl &server, const NetworkSettings &settings)
{
    net::NetworkManager network(settings);
    ServerProfile profile;
    profile.apiBaseUrl = server;
    HttpClient client(&network, profile, settings);
    client.setToken(token);
    std::optional<Result<HttpReply>> outcome;
    client.send({HttpRequest::Method::Post, server, "{}"}, &client,
                [&](Result<HttpReply> result) { outcome = std::move(result); });
    return waitFor(outcome);
}

std::optional<Error> askAuthorizer(const QUrl &server, const NetworkSettings &settings)
{
    net::NetworkManager network(settings);
    pusher::HttpChannelAuthorizer authorizer(network, server);
    authorizer.setHeader("Authorization", "Bearer " + token.toLatin1());
    QObject context;
    std::optional<Result<pusher::ChannelAuthorization>> outcome;
    authorizer.authorize(
        QStringLiteral("1.2"), QStringLiteral("private-x"), &context,
        [&](Result<pusher::ChannelAuthorization> result) { outcome = std::move(result); });
    return waitFor(outcome);
}

std::optional<Error> openSocket(QUrl server, const NetworkSettings &settings)
{
    server.setScheme(server.scheme() == QLatin1String("https") ? QStringLiteral("wss")
                                                               : QStringLiteral("ws"));
    pusher::PusherOptions options;
    options.network = settings;
    pusher::SocketAttemptPtr attempt(new pusher::SocketAttempt(options));
    std::optional<Result<void>> outcome;
    QObject::connect(attempt.get(), &pusher::SocketAttempt::opened, attempt.get(),
                     [&] { outcome = Ok{}; });
    QObject::connect(attempt.get(), &pusher::SocketAttempt::ended, attempt.get(),
                     [&](const pusher::SocketEnd &end) {
                         outcome = end.error.value_or(Error::make(Error::Kind::Cancelled, {}));
                     });
    attempt->open(server);
    return waitFor(outcome);
}

} // namespace

const char *nameOf(Way way)
{
    switch (way) {
    case Way::Rest:
        return "REST";
    case Way::Authorizer:
        return "authorizer";
    case Way::Socket:
        break;
    }
    return "socket";
}

std::optional<Error> ask(Way way, const QUrl &server, const NetworkSettings &settings)
{
    switch (way) {
    case Way::Rest:
        return askRest(server, settings);
    case Way::Authorizer:
        return askAuthorizer(server, settings);
    case Way::Socket:
        break;
    }
    return openSocket(server, settings);
}

} // namespace suhbat::test
