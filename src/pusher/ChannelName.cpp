#include "pusher/ChannelName.h"

namespace suhbat::pusher {

bool isPrivate(const QString &channel)
{
    return channel.startsWith(QLatin1String("private-"));
}

bool isPresence(const QString &channel)
{
    return channel.startsWith(QLatin1String("presence-"));
}

bool isEncrypted(const QString &channel)
{
    return channel.startsWith(QLatin1String("private-encrypted-"));
}

bool isCache(const QString &channel)
{
    return plainName(channel).startsWith(QLatin1String("cache-"));
}

bool needsAuthorization(const QString &channel)
{
    return isPrivate(channel) || isPresence(channel);
}

QString plainName(const QString &channel)
{
    for (const char *prefix : {"private-encrypted-", "private-", "presence-"}) {
        if (channel.startsWith(QLatin1String(prefix)))
            return channel.mid(qsizetype(qstrlen(prefix)));
    }
    return channel;
}

Result<void> checkChannelName(const QString &channel)
{
    if (channel.isEmpty())
        return Error::make(Error::Kind::Validation, QStringLiteral("a channel without a name"));
    if (channel.startsWith(u'#'))
        return Error::make(Error::Kind::Validation,
                           QStringLiteral("channels that begin with # are the server's own"));
    return Ok{};
}

} // namespace suhbat::pusher
