#include "api/ChatApi.h"
#include "api/ChatApiCall.h"
#include "wire/Encoders.h"

namespace suhbat {

HttpRequest ChatApi::accountRequest(const QString &path, const QByteArray &body,
                                    bool withToken) const
{
    HttpRequest request{HttpRequest::Method::Post, server().apiUrl(path), body};
    request.withToken = withToken;
    request.endsSession = false;
    return request;
}

void ChatApi::login(const QString &identifier, const QString &password, QObject *context,
                    Done<LoginOutcome> done)
{
    const QByteArray body = wire::encodeLogin(server().identifierKind, identifier, password);
    call<LoginOutcome>(
        accountRequest(QStringLiteral("/auth/login"), body, false), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeLogin(json, c); });
}

void ChatApi::verifyCode(const QString &identifier, const QString &code, QObject *context,
                         Done<Session> done)
{
    const QByteArray body = wire::encodeVerifyCode(server().identifierKind, identifier, code);
    call<Session>(
        accountRequest(QStringLiteral("/auth/verify"), body, false), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeVerify(json, c); });
}

void ChatApi::resendCode(const QString &identifier, QObject *context, Done<QString> done)
{
    const QByteArray body = wire::encodeResendCode(server().identifierKind, identifier);
    call<QString>(
        accountRequest(QStringLiteral("/auth/resend-sms"), body, false), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeNotice(json, c); });
}

void ChatApi::checkToken(QObject *context, Done<wire::TokenCheck> done)
{
    call<wire::TokenCheck>(
        accountRequest(QStringLiteral("/auth/verify"), wire::encodeTokenCheck(), true), context,
        std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeTokenCheck(json, c); });
}

void ChatApi::logout(QObject *context, Done<void> done)
{
    call<void>(accountRequest(QStringLiteral("/auth/logout"), {}, true), context, std::move(done),
               [](const JsonValue &) { return Result<void>(); });
}

void ChatApi::profile(QObject *context, Done<User> done)
{
    call<User>(
        request(HttpRequest::Method::Get, QStringLiteral("/profile")), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeProfile(json, c); });
}

QUrl ChatApi::authUrl(AuthPlace place) const
{
    if (place == AuthPlace::BelowBase)
        return server().apiUrl(server().authPath);
    QUrl url = server().origin();
    url.setPath(server().authPath);
    return url;
}

bool ChatApi::worthAskingElsewhere(const Error &error, const QString &channel) const
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::BadResponse: // a redirect, 405, 419, HTML, no "auth"
        return true;
    case Error::Kind::Forbidden:
        // A token sent to a route with the wrong guard looks like a forbidden channel.
        return !m_ownUser.isEmpty() && channel == server().userChannel(m_ownUser);
    default:
        return false;
    }
}

void ChatApi::authorizeChannel(const QString &channel, const QString &socketId, QObject *context,
                               Done<wire::ChannelAuth> done)
{
    const auto ask = [=, this](AuthPlace place, Done<wire::ChannelAuth> answered) {
        HttpRequest request{HttpRequest::Method::Post, authUrl(place),
                            wire::encodeChannelAuth(channel, socketId)};
        request.endsSession = false;
        call<wire::ChannelAuth>(std::move(request), context, std::move(answered),
                                &wire::decodeChannelAuth);
    };
    const AuthPlace first = m_authPlace;
    const AuthPlace second =
        first == AuthPlace::BelowBase ? AuthPlace::AtOrigin : AuthPlace::BelowBase;
    const bool onePlace = authUrl(first) == authUrl(second);

    const QPointer<ChatApi> self(this);
    ask(first, [=](Result<wire::ChannelAuth> one) {
        if (one || !self || onePlace || !self->worthAskingElsewhere(one.error(), channel)) {
            done(std::move(one));
            return;
        }
        ask(second, [=](Result<wire::ChannelAuth> other) {
            if (other && self)
                self->m_authPlace = second;
            // When the second address is not it either, the first one's answer says more.
            const bool notIt = !other && (other.error().kind == Error::Kind::NotFound ||
                                          other.error().kind == Error::Kind::BadResponse ||
                                          one.error().kind == Error::Kind::Forbidden);
            done(notIt ? one : other);
        });
    });
}

} // namespace suhbat
