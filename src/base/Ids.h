#pragma once

#include <QHash>
#include <QMetaType>
#include <QString>

#include <optional>

namespace suhbat {

/// An id of the server. Servers send integers, numeric strings or UUIDs: kept as text, compared as
/// text, so that 12 and "12" are one id; a strong type, so that a user is never a conversation.
template<typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value) : m_value(std::move(value)) {}
    explicit Id(qint64 value) : m_value(QString::number(value)) {}

    bool isEmpty() const { return m_value.isEmpty(); }
    const QString &toString() const { return m_value; }
    /// The id as a number, where it is one.
    std::optional<qint64> number() const
    {
        bool ok = false;
        const qint64 n = m_value.toLongLong(&ok);
        return ok ? std::optional<qint64>(n) : std::nullopt;
    }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator!=(const Id &a, const Id &b) { return !(a == b); }
    /// Server order: numbers by value, anything else by text; every number before any text.
    friend bool operator<(const Id &a, const Id &b)
    {
        const auto x = a.number();
        const auto y = b.number();
        if (x && y)
            return *x != *y ? *x < *y : a.m_value < b.m_value;
        if (x.has_value() != y.has_value())
            return x.has_value();
        return a.m_value < b.m_value;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using UserId = Id<struct UserTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
/// Made by the client for a message that the server does not know yet; a UUID without braces.
using TempId = Id<struct TempTag>;

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::UserId)
Q_DECLARE_METATYPE(suhbat::ConversationId)
Q_DECLARE_METATYPE(suhbat::MessageId)
Q_DECLARE_METATYPE(suhbat::TempId)
