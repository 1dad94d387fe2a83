#include "base/JsonReader.h"

// JsonReader, which knows no parser; JsonValue is in JsonReader.cpp.

namespace suhbat {

namespace {

template<typename T, typename Read>
std::optional<T> firstOf(const JsonReader &object, JsonReader::Keys keys, Read read)
{
    for (const QByteArrayView key : keys) {
        if (std::optional<T> value = read(object[key]))
            return value;
    }
    return std::nullopt;
}

JsonValue firstWhere(const JsonReader &object, JsonReader::Keys keys,
                     bool (*usable)(const JsonValue &))
{
    for (const QByteArrayView key : keys) {
        JsonValue value = object[key];
        if (usable(value))
            return value;
    }
    return {};
}

} // namespace

JsonValue JsonReader::value(Keys keys) const
{
    return firstWhere(*this, keys, [](const JsonValue &v) { return !v.isNothing(); });
}

JsonValue JsonReader::objectAt(Keys keys) const
{
    return firstWhere(*this, keys, [](const JsonValue &v) { return v.isObject(); });
}

JsonValue JsonReader::arrayAt(Keys keys) const
{
    return firstWhere(*this, keys, [](const JsonValue &v) { return v.isArray(); });
}

std::optional<QString> JsonReader::string(Keys keys) const
{
    return firstOf<QString>(*this, keys, [](const JsonValue &v) { return v.string(); });
}

std::optional<QString> JsonReader::text(Keys keys) const
{
    return firstOf<QString>(*this, keys, [](const JsonValue &v) { return v.text(); });
}

std::optional<QString> JsonReader::id(Keys keys) const
{
    return firstOf<QString>(*this, keys, [](const JsonValue &v) { return v.id(); });
}

std::optional<qint64> JsonReader::integer(Keys keys) const
{
    return firstOf<qint64>(*this, keys, [](const JsonValue &v) { return v.integer(); });
}

std::optional<bool> JsonReader::boolean(Keys keys) const
{
    return firstOf<bool>(*this, keys, [](const JsonValue &v) { return v.boolean(); });
}

} // namespace suhbat
