#include "api/ChatApi.h"

#include "api/ChatApiCall.h"
#include "base/Logging.h"
#include "wire/Conversations.h"
#include "wire/Encoders.h"
#include "wire/Pages.h"
#include "wire/UnknownFields.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace suhbat {

namespace {

using Method = HttpRequest::Method;

} // namespace

ChatApi::ChatApi(QNetworkAccessManager *network, ServerProfile server, NetworkSettings settings,
                 QObject *parent)
    : QObject(parent), m_http(network, std::move(server), std::move(settings))
{
    m_decoders.setMaxThreadCount(1);   // in the order of the answers
    m_decoders.setExpiryTimeout(2000); // a thread that waits longer wakes a program at rest
    connect(&m_http, &HttpClient::unauthorized, this, &ChatApi::unauthorized);
    setToldCapabilities({});
}

void ChatApi::setServer(ServerProfile server)
{
    ++m_cancelled;
    m_authPlace = AuthPlace::BelowBase;
    m_http.setServer(std::move(server));
    setToldCapabilities({});
}

void ChatApi::cancelAll()
{
    ++m_cancelled;
    m_http.cancelAll();
}

wire::DecodeContext ChatApi::decodeContext() const
{
    wire::DecodeContext context;
    context.language = m_http.language();
    context.serverZone = server().serverTimeZone;
    context.origin = server().origin();
    context.ownUserId = m_ownUser;
    return context;
}

void ChatApi::setToldCapabilities(const Capabilities &told)
{
    const Capabilities now = server().capabilities.over(told);
    if (m_capabilities == now)
        return;
    m_capabilities = now;
    Q_EMIT capabilitiesChanged();
}

// Once for each place, whichever row of a list it was in.
void ChatApi::noteUnknown(const QStringList &paths, const QString &skippedWhy)
{
    static const QRegularExpression index(QStringLiteral("\\[\\d+\\]"));
    const auto isNews = [this](QString text) {
        return m_said.isFirst(text.replace(index, QStringLiteral("[]")));
    };
    for (const QString &path : paths) {
        if (isNews(path))
            qCInfo(lcApi).noquote() << "unknown field:" << path;
    }
    if (!skippedWhy.isEmpty() && isNews(skippedWhy))
        qCInfo(lcApi).noquote() << "a row was left out:" << skippedWhy;
}

HttpRequest ChatApi::request(Method method, const QString &encodedPath,
                             const QByteArray &body) const
{
    return {method, server().apiUrl(encodedPath), body};
}

void ChatApi::contacts(int page, const QString &search, QObject *context, Done<Page<User>> done)
{
    QString path = QStringLiteral("/inbox/contacts?page=%1").arg(page);
    if (!search.isEmpty())
        path += QStringLiteral("&search=") + QString::fromLatin1(QUrl::toPercentEncoding(search));
    call<Page<User>>(request(Method::Get, path), context, std::move(done),
                     [page, c = decodeContext()](const JsonValue &json) {
                         return wire::decodeContactPage(json, page, c);
                     });
}

void ChatApi::conversations(Conversation::Type type, int page, QObject *context,
                            Done<Page<Conversation>> done)
{
    const QString kind = type == Conversation::Type::Direct ? QStringLiteral("direct")
                                                            : QStringLiteral("department");
    const QString path = QStringLiteral("/inbox/conversations/%1?page=%2").arg(kind).arg(page);
    call<Page<Conversation>>(request(Method::Get, path), context, std::move(done),
                             [type, page, c = decodeContext()](const JsonValue &json) {
                                 return wire::decodeConversationPage(json, page, type, c);
                             });
}

void ChatApi::findOrCreate(const UserId &partner, QObject *context, Done<Conversation> done)
{
    call<Conversation>(request(Method::Post, QStringLiteral("/inbox/conversations/find-or-create"),
                               wire::encodeFindOrCreate(partner)),
                       context, std::move(done), [c = decodeContext()](const JsonValue &json) {
                           return wire::decodeConversationReply(json, c);
                       });
}

void ChatApi::conversation(const ConversationId &id, QObject *context,
                           Done<ConversationDetails> done)
{
    call<ConversationDetails>(
        request(Method::Get, inboxPath(id)), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeDetails(json, c); });
}

void ChatApi::sendMessage(const ConversationId &conversation, const QString &body,
                          const TempId &tempId, QObject *context, Done<Message> done)
{
    sendMessage(conversation, OutgoingMessage{body, tempId}, context, {}, std::move(done));
}

void ChatApi::markRead(const QVector<MessageId> &ids, QObject *context,
                       Done<wire::MarkReadReply> done)
{
    call<wire::MarkReadReply>(
        request(Method::Post, QStringLiteral("/inbox/messages/read"), wire::encodeMarkRead(ids)),
        context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeMarkRead(json, c); });
}

void ChatApi::markAllRead(const ConversationId &conversation, QObject *context, Done<void> done)
{
    call<void>(request(Method::Post, inboxPath(conversation, "/read-all")), context,
               std::move(done), [](const JsonValue &) { return Result<void>(); });
}

void ChatApi::askCapabilities(QObject *context, Done<Capabilities> done)
{
    call<Capabilities>(
        request(Method::Get, QStringLiteral("/inbox/capabilities")), context,
        [done = std::move(done)](Result<Capabilities> told) {
            const bool none = !told && told.error().kind == Error::Kind::NotFound;
            done(none ? Result<Capabilities>(Capabilities()) : std::move(told));
        },
        &wire::decodeCapabilities);
}

QUrl ChatApi::downloadUrl(const Attachment &file) const
{
    if (!file.url.isEmpty())
        return QUrl(file.url);
    if (file.id.isEmpty())
        return {};
    return server().apiUrl(QStringLiteral("/files/%1/download")
                               .arg(QString::fromLatin1(QUrl::toPercentEncoding(file.id))));
}

void ChatApi::download(const FileRequest &request, QObject *context, Done<void> done)
{
    auto *file = new FileDownload(m_http, request, this);
    if (context != nullptr)
        connect(context, &QObject::destroyed, file, [file] { delete file; });
    const bool own = server().isOwnOrigin(request.url);
    file->begin([this, file, own, context = QPointer<QObject>(context),
                 done = std::move(done)](const Result<void> &result) {
        file->deleteLater();
        deliver(context.data(), done, result);
        if (!result && own && result.error().kind == Error::Kind::Unauthorized)
            QMetaObject::invokeMethod(this, &ChatApi::unauthorized, Qt::QueuedConnection);
    });
}

} // namespace suhbat
