#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace suhbat {

/// What a place for secrets answers.
struct SecretAnswer
{
    enum class Kind {
        Ok,
        NotThere,   ///< it holds nothing under this key, and that is certain
        Refused,    ///< it does not say now: locked, access denied, not answering as it should
        Unavailable ///< there is no such place on this computer, or it is not running
    };

    Kind kind = Kind::Ok;
    QByteArray secret; ///< of a read that is Ok
    QString detail;    ///< for the log, in English, without secrets

    bool ok() const { return kind == Kind::Ok; }
};

/// Where secrets are kept over the end of the program. Answers come later, on the thread of
/// `context`, once, and not when the context died; it may be null where nobody waits. Keys and
/// details may be logged, secrets never.
class SecretStore
{
public:
    using Done = std::function<void(SecretAnswer)>;
    /// Where the last secret was written to or read from.
    enum class Place { Unknown, Keyring, File };

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, QObject *context, Done done) = 0;
    /// Replaces what is there.
    virtual void write(const QString &key, const QByteArray &secret, QObject *context,
                       Done done) = 0;
    /// Ok also when there was nothing.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
    virtual Place place() const = 0;
};

} // namespace suhbat
