#include "api/ServerProfile.h"

namespace suhbat {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
}

} // namespace

QUrl ServerProfile::origin() const
{
    QUrl url;
    url.setScheme(apiBaseUrl.scheme());
    url.setHost(apiBaseUrl.host());
    url.setPort(apiBaseUrl.port());
    return url;
}

QUrl ServerProfile::apiUrl(const QString &encodedPath) const
{
    return QUrl::fromEncoded(apiBaseUrl.toEncoded(QUrl::StripTrailingSlash) +
                             encodedPath.toLatin1());
}

QString ServerProfile::userChannel(const UserId &user) const
{
    QString name = channelTemplate;
    return name.replace(QStringLiteral("{id}"), user.toString());
}

QString ServerProfile::conversationChannel(const ConversationId &conversation) const
{
    QString name = conversationChannelTemplate;
    return name.replace(QStringLiteral("{id}"), conversation.toString());
}

bool ServerProfile::isOwnOrigin(const QUrl &url) const
{
    return !url.host().isEmpty() && url.scheme() == apiBaseUrl.scheme() &&
           url.host() == apiBaseUrl.host() && portOf(url) == portOf(apiBaseUrl);
}

} // namespace suhbat
