#include "api/SettingsValues.h"

#include <QRegularExpression>

namespace suhbat::settings {

namespace {

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

} // namespace

bool parseHost(const QString &text, ServerProfile *profile, QString *why)
{
    QString name = text;
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.mid(1, name.size() - 2);
    QUrl url;
    url.setHost(name, QUrl::StrictMode);
    const bool bare = !text.contains(u'/') && !text.contains(u'@') && !text.contains(u' ');
    if (!bare || url.host().isEmpty()) {
        *why = QStringLiteral("is no host name (no scheme, no port, no path)");
        return false;
    }
    profile->wsHost = url.host();
    return true;
}

bool parsePort(const QString &text, ServerProfile *profile, QString *why)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    if (!ok || port < 1 || port > 65535) {
        *why = QStringLiteral("is no port (1-65535)");
        return false;
    }
    profile->wsPort = port;
    return true;
}

bool parseScheme(const QString &text, ServerProfile *profile, QString *why)
{
    const QString scheme = text.toLower();
    profile->wsSecure = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    if (profile->wsSecure || scheme == QLatin1String("http") || scheme == QLatin1String("ws"))
        return true;
    *why = QStringLiteral("is no scheme (http, https)");
    return false;
}

bool parseAppKey(const QString &text, ServerProfile *profile, QString *why)
{
    if (!matches(text, "[A-Za-z0-9._~-]{1,200}")) {
        *why = QStringLiteral("is no app key (letters, digits, . _ ~ -)");
        return false;
    }
    profile->appKey = text;
    return true;
}

bool parseApiBase(const QString &text, ServerProfile *profile, QString *why)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty()) {
        *why = QStringLiteral("is no address (\"https://chat.example.com/api\")");
        return false;
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        *why = QStringLiteral("may hold no user name, no ? and no #");
        return false;
    }
    profile->apiBaseUrl = url.adjusted(QUrl::StripTrailingSlash);
    return true;
}

bool parseAuthPath(const QString &text, ServerProfile *profile, QString *why)
{
    if (!matches(text, "(/[A-Za-z0-9._~-]+)+")) {
        *why = QStringLiteral("is no path (\"/broadcasting/auth\")");
        return false;
    }
    profile->authPath = text;
    return true;
}

bool parseLogin(const QString &text, ServerProfile *profile, QString *why)
{
    if (text == QLatin1String("phone"))
        profile->identifierKind = IdentifierKind::Phone;
    else if (text == QLatin1String("email"))
        profile->identifierKind = IdentifierKind::Email;
    else if (text == QLatin1String("username"))
        profile->identifierKind = IdentifierKind::Username;
    else
        *why = QStringLiteral("is none of phone, email, username");
    return why->isEmpty();
}

bool parseFeatures(const QString &text, ServerProfile *profile, QString *why)
{
    CapabilitySettings all;
    all.ask = text != QLatin1String("none");
    const QStringList features = all.ask ? text.split(u',', Qt::SkipEmptyParts) : QStringList();
    for (const QString &feature : features) {
        QString name = feature.trimmed();
        const bool off = name.startsWith(QLatin1String("no-"), Qt::CaseInsensitive);
        if (off)
            name.remove(0, 3);
        const auto member = capabilityNamed(name);
        if (!member) {
            QStringList names;
            for (const CapabilityName &one : capabilityNames)
                names << QLatin1String(one.name);
            *why = QStringLiteral("names more than none or, with or without no-, ") +
                   names.join(QStringLiteral(", "));
            return false;
        }
        all.on.*member = !off; // the last word counts
        all.off.*member = off;
    }
    if (all.on.idempotentSend)
        all.on.tempId = true;
    profile->capabilities = all;
    return true;
}

bool parseChannel(const QString &text, ServerProfile *profile, QString *why)
{
    if (!matches(text, "private-[A-Za-z0-9_=@,.;-]*\\{id\\}[A-Za-z0-9_=@,.;-]*")) {
        *why = QStringLiteral("is no private channel with {id} in it (\"private-user.{id}\")");
        return false;
    }
    profile->channelTemplate = text;
    return true;
}

bool parseConversationChannel(const QString &text, ServerProfile *profile, QString *why)
{
    if (!matches(text, "(private|presence)-[A-Za-z0-9_=@,.;-]*\\{id\\}[A-Za-z0-9_=@,.;-]*")) {
        *why = QStringLiteral("is no private or presence channel with {id} in it "
                              "(\"presence-conversation.{id}\")");
        return false;
    }
    profile->conversationChannelTemplate = text;
    return true;
}

bool parseTimeZone(const QString &text, ServerProfile *profile, QString *why)
{
    QByteArray name = text.toLatin1();
    if (matches(text, "[+-]\\d\\d:\\d\\d"))
        name.prepend("UTC");
    const QTimeZone zone(name);
    if (!zone.isValid()) {
        *why = QStringLiteral("is no time zone (\"Asia/Tashkent\", \"+05:00\")");
        return false;
    }
    profile->serverTimeZone = zone;
    return true;
}

} // namespace suhbat::settings
