// Prints the events of one channel: listen_to_channel HOST PORT KEY CHANNEL AUTH-URL
// All that a program needs of src/pusher; a token for private channels comes from $TOKEN.
#include "pusher/HttpChannelAuthorizer.h"
#include "pusher/PusherClient.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTextStream>

using namespace suhbat::pusher;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments() + QStringList(6); // absent ones are empty
    PusherOptions options;
    options.tls = false; // a server on this machine; leave the line out everywhere else
    options.host = arguments[1];
    options.port = arguments[2].toUShort();
    options.appKey = arguments[3];

    QNetworkAccessManager network;
    HttpChannelAuthorizer authorizer(network, QUrl(arguments[5]));
    authorizer.setHeader("Authorization", "Bearer " + qgetenv("TOKEN"));
    PusherClient client(options, authorizer);
    QTextStream out(stdout);
    const auto print = [&out](const QString &name, const suhbat::JsonValue &data) {
        out << name << ' ' << data.toJson() << Qt::endl;
    };
    QObject::connect(client.subscribe(arguments[4]), &PusherChannel::eventReceived, &app, print);
    client.connectToServer();
    return app.exec();
}
