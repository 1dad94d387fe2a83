#include "chat/PusherWiring.h"

namespace suhbat {

void ApiChannelAuthorizer::authorize(const QString &socketId, const QString &channelName,
                                     QObject *context, Done done)
{
    m_api.authorizeChannel(channelName, socketId, context,
                           [done = std::move(done)](const Result<wire::ChannelAuth> &auth) {
                               if (!auth) {
                                   done(auth.error());
                                   return;
                               }
                               done(pusher::ChannelAuthorization{auth->auth, auth->channelData,
                                                                 auth->sharedSecret.toLatin1()});
                           });
}

pusher::PusherOptions pusherOptionsFor(const ServerProfile &profile, const NetworkSettings &network,
                                       pusher::PusherOptions options)
{
    options.tls = profile.wsSecure;
    options.host = profile.wsHost;
    options.port = quint16(profile.wsPort);
    options.appKey = profile.appKey;
    options.network = network;
    return options;
}

} // namespace suhbat
