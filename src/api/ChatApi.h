#pragma once

#include "api/FileDownload.h"
#include "api/HttpClient.h"
#include "api/OutgoingMessage.h"
#include "base/Once.h"
#include "domain/Conversation.h"
#include "domain/Session.h"
#include "wire/Replies.h"

#include <QThreadPool>

namespace suhbat {

/// The REST side of the chat: one method an endpoint, values in and out. Handlers follow the one
/// idiom: called once, later, on the context's thread; never when the context died first.
/// Errors are those of HttpClient::send, and BadResponse for JSON that lacks what was asked for.
class ChatApi : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Done = std::function<void(Result<T>)>;

    /// The network manager outlives this object.
    ChatApi(QNetworkAccessManager *network, ServerProfile server, NetworkSettings settings,
            QObject *parent = nullptr);

    const ServerProfile &server() const { return m_http.server(); }
    /// Another server: cancels everything and forgets the token.
    void setServer(ServerProfile server);
    void setToken(const QString &token) { m_http.setToken(token); }
    void setOwnUser(const UserId &user) { m_ownUser = user; }
    void setSocketId(const QString &id) { m_http.setSocketId(id); } ///< empty while disconnected
    void setLanguage(const QString &language) { m_http.setLanguage(language); }
    /// What the server can do beyond the contract, as far as is known by now.
    const Capabilities &capabilities() const { return m_capabilities; }
    /// What the server said of them, now or in the past; its settings win.
    void setToldCapabilities(const Capabilities &told);
    /// So long a request may take.
    Milliseconds requestTimeout() const { return m_http.requestTimeout(); }
    /// What decoders of this server's JSON need, the event classifier too.
    wire::DecodeContext decodeContext() const;
    /// Everything on its way ends with Cancelled.
    void cancelAll();

    // Account. 401 of these ends no session: it is for the caller.
    void login(const QString &identifier, const QString &password, QObject *context,
               Done<LoginOutcome> done);
    void verifyCode(const QString &identifier, const QString &code, QObject *context,
                    Done<Session> done);
    void resendCode(const QString &identifier, QObject *context, Done<QString> done);
    /// Only `valid == false` or Unauthorized means that the token is no longer good.
    void checkToken(QObject *context, Done<wire::TokenCheck> done);
    void logout(QObject *context, Done<void> done);
    void profile(QObject *context, Done<User> done);

    // Chat. Pages count from 1.
    void contacts(int page, const QString &search, QObject *context, Done<Page<User>> done);
    void conversations(Conversation::Type type, int page, QObject *context,
                       Done<Page<Conversation>> done);
    void findOrCreate(const UserId &partner, QObject *context, Done<Conversation> done);
    void conversation(const ConversationId &id, QObject *context, Done<ConversationDetails> done);
    /// The tempId goes along where the server knows it (Capabilities::tempId). Timeout and
    /// BadResponse do not mean that it was not sent.
    void sendMessage(const ConversationId &conversation, const QString &body, const TempId &tempId,
                     QObject *context, Done<Message> done);
    /// The same with what only some servers take. With files it needs the capability upload;
    /// a context that dies takes an upload back.
    void sendMessage(const ConversationId &conversation, const OutgoingMessage &message,
                     QObject *context, const OutgoingMessage::Progress &progress,
                     Done<Message> done);
    void markRead(const QVector<MessageId> &ids, QObject *context, Done<wire::MarkReadReply> done);
    void markAllRead(const ConversationId &conversation, QObject *context, Done<void> done);
    /// Asks the server what it can do beyond the contract; the answer is not put to work here.
    /// A server without the endpoint (404) can do nothing of it: that is no error.
    void askCapabilities(QObject *context, Done<Capabilities> done);

    // What is beyond the contract: Error Configuration, without a request, where the server has no
    // such capability.
    void sendTyping(const ConversationId &conversation, QObject *context, Done<void> done);
    /// A page of the history next to a message: `hasMore` says whether it goes on there.
    enum class Side { Before, After };
    void messages(const ConversationId &conversation, Side side, const MessageId &of, int count,
                  QObject *context, Done<ConversationDetails> done);
    /// Forbidden: not mine; Conflict: too old.
    void editMessage(const ConversationId &conversation, const MessageId &id, const QString &body,
                     QObject *context, Done<Message> done);
    /// A message that is not there (any more) is deleted well enough.
    void deleteMessage(const MessageId &id, QObject *context, Done<void> done);
    void readers(const MessageId &id, QObject *context, Done<Page<ReadBy>> done);
    void createGroup(const QString &title, const QVector<UserId> &people, QObject *context,
                     Done<Conversation> done);
    void members(const ConversationId &conversation, QObject *context, Done<Page<Member>> done);
    void search(const QString &text, int page, QObject *context, Done<Page<Message>> done);

    /// The signature for a private channel. Asks below the API base, then once at the origin when
    /// the first address is not it, and remembers what worked. Never emits unauthorized().
    void authorizeChannel(const QString &channel, const QString &socketId, QObject *context,
                          Done<wire::ChannelAuth> done);

    /// Where to fetch a file; empty when there is no way. The token goes along only to
    /// server().isOwnOrigin().
    QUrl downloadUrl(const Attachment &file) const;
    /// Brings a file to this disk. A context that dies takes it back, and nothing is left of it.
    void download(const FileRequest &request, QObject *context, Done<void> done);

Q_SIGNALS:
    /// The server no longer takes the current token: the session is over.
    void unauthorized();
    void capabilitiesChanged();

private:
    enum class AuthPlace { BelowBase, AtOrigin };

    template<typename T>
    bool lacks(bool Capabilities::*capability, QObject *context, Done<T> &done) const;
    template<typename T, typename Decode>
    void call(const HttpRequest &request, QObject *context, Done<T> done, Decode decode);
    template<typename T, typename Decode>
    void decodeAside(HttpReply reply, QObject *context, Done<T> done, Decode decode);
    HttpRequest request(HttpRequest::Method method, const QString &encodedPath,
                        const QByteArray &body = {}) const;
    HttpRequest accountRequest(const QString &path, const QByteArray &body, bool withToken) const;
    QUrl authUrl(AuthPlace place) const;
    bool worthAskingElsewhere(const Error &error, const QString &channel) const;

    void noteUnknown(const QStringList &paths, const QString &skippedWhy);

    HttpClient m_http;
    QThreadPool m_decoders; ///< of what is too long for the GUI thread
    int m_cancelled = 0;    ///< what was asked for before the last cancelAll() ends with Cancelled
    Once m_said;            ///< what was logged of answers that are not as expected
    UserId m_ownUser;
    Capabilities m_capabilities;
    AuthPlace m_authPlace = AuthPlace::BelowBase; ///< what worked last
};

} // namespace suhbat
