#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QVector>

#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>

namespace suhbat {

/// A JSON value of a parsed text; cheap to copy, keeps the text's tree alive. Reading is tolerant:
/// a missing key or another type gives an undefined value or std::nullopt, never a crash.
class JsonValue
{
public:
    enum class Type { Undefined, Null, Bool, Number, String, Array, Object };

    JsonValue() = default;
    /// Error kind BadResponse when `text` is not one JSON value (depth up to 256).
    static Result<JsonValue> parse(QByteArrayView text);

    Type type() const;
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    bool isString() const { return type() == Type::String; }
    /// Undefined or null.
    bool isNothing() const { return type() == Type::Undefined || type() == Type::Null; }

    /// The member `key`; undefined when this is no object or has no such key.
    JsonValue operator[](QByteArrayView key) const;
    /// Of an array; empty for anything else.
    QVector<JsonValue> items() const;
    /// Of an object, in the text's order; calls nothing for anything else.
    void
    eachMember(const std::function<void(const QString &key, const JsonValue &value)> &visit) const;
    bool isEmptyContainer() const;

    std::optional<QString> string() const; ///< strings only
    /// The JSON that a string holds; std::nullopt for another type and for a string that is none.
    std::optional<JsonValue> embedded() const;
    std::optional<QString> text() const;   ///< strings, and numbers as text
    std::optional<double> number() const;  ///< numbers, numeric strings
    std::optional<qint64> integer() const; ///< as number(), whole numbers only
    std::optional<bool> boolean() const;   ///< true/false, 0/1, "0"/"1", "true"/"false"
    /// An id: integer, numeric string, whole float or any non-empty string; "" never.
    std::optional<QString> id() const;
    /// The value as compact JSON, for passing on unread.
    QByteArray toJson() const;

private:
    struct Document;
    struct Workbench;
    static Result<JsonValue> fromText(std::string_view text);
    JsonValue(std::shared_ptr<const Document> document, const void *element);

    friend class JsonReader;
    /// One bit of 64 for a key: two keys may share it.
    static quint64 maskOf(QByteArrayView key)
    {
        const auto letter = [key](qsizetype at) { return quint64(quint8(key[at])); };
        return key.isEmpty() ? 1
                             : quint64(1) << ((quint64(key.size()) + 5 * letter(0) +
                                               11 * letter(key.size() - 1)) &
                                              63);
    }
    quint64 keyMask() const; ///< of every key; 0 for what is no object

    std::shared_ptr<const Document> m_document;
    // A simdjson element, which nothing but JsonReader.cpp knows.
    alignas(8) std::array<std::byte, 16> m_element{};
};

/// Reads one object through lists of alternative keys: the first key that holds a usable value
/// wins.
class JsonReader
{
public:
    using Keys = std::initializer_list<QByteArrayView>;

    /// Implicit on purpose: to read a value is what one does with it.
    JsonReader(JsonValue object) : m_object(std::move(object)), m_keys(m_object.keyMask()) {}

    const JsonValue &object() const { return m_object; }
    /// As of the object, but quick to say that there is no such key: of the many names that back
    /// ends give a field, all but one are not there.
    JsonValue operator[](QByteArrayView key) const
    {
        return (m_keys & JsonValue::maskOf(key)) != 0 ? m_object[key] : JsonValue();
    }
    /// The first of the keys that is there and not null.
    JsonValue value(Keys keys) const;
    JsonValue objectAt(Keys keys) const; ///< likewise, objects only
    JsonValue arrayAt(Keys keys) const;  ///< likewise, arrays only
    std::optional<QString> string(Keys keys) const;
    std::optional<QString> text(Keys keys) const;
    std::optional<QString> id(Keys keys) const;
    std::optional<qint64> integer(Keys keys) const;
    std::optional<bool> boolean(Keys keys) const;

private:
    JsonValue m_object;
    quint64 m_keys; // maskOf() every key together
};

} // namespace suhbat
