#pragma once

#include <QByteArray>
#include <QString>

#include <list>
#include <optional>

namespace suhbat::demo {

/// Ways in which a request can go wrong. Mind that QNetworkAccessManager sends a request, even a
/// POST, once more by itself when the connection was cut before a reply: a cut has to be asked for
/// twice to be seen by the caller, and CutAfter stores a message twice.
enum class Failure {
    Unauthenticated,   ///< 401 {"message":"Unauthenticated."}
    Forbidden,         ///< 403 {"message":""}
    NotFound,          ///< 404
    PageExpired,       ///< 419
    Invalid,           ///< 422 with field errors
    TooManyRequests,   ///< 429 with Retry-After
    ServerErrorHtml,   ///< 500 with an HTML page
    BadGateway,        ///< 502 with an HTML page
    HtmlInsteadOfJson, ///< 200 with an HTML page
    EmptyBody,         ///< 200 without a body
    BrokenJson,        ///< 200 with half of a JSON text
    CutBefore,         ///< TCP cut, nothing done
    CutAfter,          ///< the request is carried out, then TCP cut instead of the reply
    NoAnswer,          ///< nothing done and no answer at all
    SilentAfter,       ///< carried out, but no answer at all
};

/// The forms of a message event (contract, section 2.6).
enum class MessageForm {
    Laravel,       ///< A
    Wrapped,       ///< B
    WrappedChat,   ///< B with chat_id, sender_name, content, sent_at and string ids
    Inline,        ///< C
    InlineUntyped, ///< C2
    Flat,          ///< D
    NestedFlat,    ///< E
    NumericTempId, ///< J
    NotAnObject,   ///< K: null
};

enum class TypingForm { Wrapped /* F */, FirstLastName, Unwrapped /* H */ };
enum class ReadForm { Wrapped /* G */, StringIds, Unwrapped /* H */, CamelCase };
enum class AuthRoute { Both, ApiOnly, OriginOnly };

/// Everything a test can make go wrong in a running DemoServer; all off by default.
class Faults
{
public:
    MessageForm messageForm = MessageForm::Laravel;
    TypingForm typingForm = TypingForm::Wrapped;
    ReadForm readForm = ReadForm::Wrapped;
    bool stringIds = false;        ///< every id as a string, in replies and events
    bool emptyLinks = false;       ///< lists carry "links":[]
    bool withoutPartner = false;   ///< direct conversation details lack the partner
    bool newestFirst = false;      ///< conversation details list the newest message first
    bool bareReplies = false;      ///< replies without the `data` envelope
    bool duplicateEvents = false;  ///< every event twice
    bool suppressEvents = false;   ///< no event at all
    bool echoToSender = false;     ///< X-Socket-ID is ignored, as without Laravel's toOthers()
    bool eventBeforeReply = false; ///< the event now, the reply after replyDelayMs (or 100 ms)
    bool limitEventSize = true;    ///< events over 10 000 bytes are not broadcast, as with Reverb
    int replyDelayMs = 0;          ///< every reply waits that long
    int wrongLoginStatus = 401;    ///< or 422
    AuthRoute authRoute = AuthRoute::Both; ///< where /broadcasting/auth is; elsewhere 404
    QByteArray avatarUrl;         ///< of everybody, in replies; empty: nobody has a picture
    bool wrongSignatures = false; ///< channel authorisations carry a bad signature

    /// The next `times` requests whose path contains `path` (and with that method, unless it is
    /// empty) fail that way. Rules are used up in the order they were made.
    void failNext(Failure failure, const QString &path = {}, int times = 1,
                  const QByteArray &method = {});
    /// Seconds in the Retry-After of TooManyRequests.
    int retryAfterSeconds = 1;

    /// For the server: the failure this request has to suffer.
    std::optional<Failure> takeFailure(const QByteArray &method, const QString &path);

private:
    struct Rule
    {
        Failure failure;
        QString path;
        int times;
        QByteArray method;
    };
    std::list<Rule> m_rules;
};

} // namespace suhbat::demo
