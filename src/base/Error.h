#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace suhbat {

/// What is wrong with a server's certificate, from the least to the most telling.
enum class TlsProblem {
    None,
    Handshake, ///< no common cipher, a plain port, or anything else
    WrongHost, ///< the certificate is for another name
    NotYetValid,
    Expired,
    UnknownAuthority, ///< signed by nobody we trust
    SelfSigned        ///< signed by itself, and not trusted
};

/// Why nothing could be kept on this computer, or nothing of it read.
enum class StorageProblem {
    None,
    Other,     ///< an I/O error, or anything else
    Full,      ///< no room on the disk
    ReadOnly,  ///< the folder or the file may not be written
    InUse,     ///< another program has this account open
    Newer,     ///< written by a newer version, whose work must not be destroyed
    Attachment ///< a file that should go out cannot be read
};

/// Why something did not work. Only app/ turns it into a sentence for people.
struct Error
{
    enum class Kind {
        Unreachable,  ///< no route, refused, DNS: the server was not reached at all
        Timeout,      ///< reached or not, no answer in time; the request may have been carried out
        Tls,          ///< certificate or TLS handshake: `tls` says what
        Proxy,        ///< the proxy: `status` 407 when it wants another login, else not reached
        Unauthorized, ///< 401: the session is over (or the password was wrong, at login)
        Forbidden,    ///< 403
        NotFound,     ///< 404, 410
        Conflict,     ///< 409
        TooLarge,     ///< 413, a frame over the limit
        Validation,   ///< 400, 422: `fields` says what
        RateLimited,  ///< 429, close code 4301: `retryAfter` when the server said it
        Server,       ///< 5xx
        BadResponse,  ///< HTML instead of JSON, missing fields, malformed frame
        Refused, ///< the Pusher server refuses this client (4001, 4003, 4009 …): `status` is the
                 ///< code
        Cancelled,     ///< we gave it up ourselves
        Configuration, ///< a setting is missing or wrong
        Storage        ///< what is kept on this computer: `storage` says what
    };

    Kind kind = Kind::BadResponse;
    /// For kind Tls.
    TlsProblem tls = TlsProblem::None;
    /// For kind Storage.
    StorageProblem storage = StorageProblem::None;
    /// HTTP status or Pusher close code; 0 when there was none.
    int status = 0;
    /// For the log and the details pane, in English, without secrets.
    QString detail;
    /// The server's own words for the user, in the user's language; may be empty. Untrusted plain
    /// text.
    QString serverText;
    /// From Retry-After.
    std::optional<std::chrono::seconds> retryAfter;
    /// Field name -> messages of a validation error. Untrusted plain text.
    QMap<QString, QStringList> fields;

    static Error make(Kind kind, QString detail, int status = 0);
    /// The kind that an HTTP status stands for; 2xx is no error and must not be asked.
    static Kind kindOfStatus(int status);
    /// Worth trying again unchanged, sooner or later.
    bool isTransient() const;
    /// The same again would get the same answer: not allowed, not there, too large, not accepted.
    bool isFinal() const;

    friend bool operator==(const Error &, const Error &) = default;
};

/// "Timeout", "Validation" …: for logs and tests.
QString toString(Error::Kind kind);

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::Error)
