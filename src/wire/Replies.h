#pragma once

#include "base/JsonReader.h"
#include "domain/Capabilities.h"
#include "domain/Conversation.h"
#include "domain/Session.h"
#include "wire/DecodeContext.h"

// What REST answers with 2xx. An explicit {"success":false} is an Error of kind Validation with the
// server's words; everything unreadable is BadResponse.

namespace suhbat::wire {

/// Of POST /auth/login: signed in, or a code is needed (no token in the answer).
Result<LoginOutcome> decodeLogin(const JsonValue &root, const DecodeContext &context);

/// Of POST /auth/verify with a code. Error: no token.
Result<Session> decodeVerify(const JsonValue &root, const DecodeContext &context);

/// Of POST /auth/resend-sms and the like: the server's words for the user, may be empty.
Result<QString> decodeNotice(const JsonValue &root, const DecodeContext &context);

struct TokenCheck
{
    bool valid = false;
    std::optional<User> user;
};
/// Of POST /auth/verify with {}. Error: token_valid is missing (that does not end a session).
Result<TokenCheck> decodeTokenCheck(const JsonValue &root, const DecodeContext &context);

Result<User> decodeProfile(const JsonValue &root, const DecodeContext &context);

/// Of find-or-create.
Result<Conversation> decodeConversationReply(const JsonValue &root, const DecodeContext &context);

/// Of POST …/messages; `sentTo` stands in for a missing conversation id.
Result<Message> decodeSendReply(const JsonValue &root, const ConversationId &sentTo,
                                const DecodeContext &context);

/// Of GET …/capabilities: {name: bool} or a list of names. Names nobody knows count for nothing.
Result<Capabilities> decodeCapabilities(const JsonValue &root);

struct MarkReadReply
{
    std::optional<int> count;      ///< how many were marked, when the server said so
    QVector<MessageId> messageIds; ///< empty: the server did not say; then it is all of them
};
Result<MarkReadReply> decodeMarkRead(const JsonValue &root, const DecodeContext &context);

struct ChannelAuth
{
    QString auth;         ///< "appKey:hex", for the subscribe frame
    QString channelData;  ///< of presence channels, passed on byte for byte; may be empty
    QString sharedSecret; ///< of encrypted channels; may be empty; a secret
};
/// Of POST /broadcasting/auth. Error: no auth.
Result<ChannelAuth> decodeChannelAuth(const JsonValue &root);

} // namespace suhbat::wire
