#pragma once

#include "base/Ids.h"

#include <QDateTime>
#include <QHash>
#include <QVector>

#include <optional>

namespace suhbat {

/// Who has read which message of mine, as far as receipts told. Bounded: they come from outside.
/// Pure.
class Readers
{
public:
    struct Reader
    {
        UserId id;
        std::optional<QDateTime> at; ///< UTC; most servers do not say

        friend bool operator==(const Reader &, const Reader &) = default;
    };

    static constexpr int mostMessages = 1000; ///< the oldest receipts are forgotten first
    static constexpr int mostReaders = 100;   ///< of one message

    void add(const QVector<MessageId> &messages, const UserId &reader,
             const std::optional<QDateTime> &at = std::nullopt);
    /// In the order in which they were told.
    QVector<Reader> of(const MessageId &message) const { return m_readers.value(message); }
    void clear();

private:
    QHash<MessageId, QVector<Reader>> m_readers;
    QVector<MessageId> m_order; // of the messages' first receipts
};

} // namespace suhbat
