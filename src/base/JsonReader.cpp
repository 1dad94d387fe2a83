#include "base/JsonReader.h"

#include <simdjson.h>

#include <atomic>
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

namespace suhbat {

namespace dom = simdjson::dom;

struct JsonValue::Document
{
    dom::document tree;
};

namespace {

static_assert(sizeof(dom::element) == 16 && std::is_trivially_copyable_v<dom::element>);

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// Only for values with a document: a default element must not be touched.
dom::element elementIn(const std::array<std::byte, sizeof(dom::element)> &bytes)
{
    dom::element element;
    std::memcpy(static_cast<void *>(&element), bytes.data(), bytes.size());
    return element;
}

// Beyond 2^53 a double no longer says which integer was meant.
constexpr double largestExactInteger = 9007199254740992.0;

} // namespace

JsonValue::JsonValue(std::shared_ptr<const Document> document, const void *element)
    : m_document(std::move(document))
{
    std::memcpy(m_element.data(), element, m_element.size());
}

/// What parsing needs beside the tree that comes of it. Kept from text to text, one a thread: for
/// a frame of the socket the allocations would cost more than the parsing.
struct JsonValue::Workbench
{
    // The DOM API picks its kernel at run time; the on-demand one is fixed at compile time.
    dom::parser parser;
    std::vector<std::uint8_t> padded; // the text, and after it what the parser may read but not use
    std::array<std::shared_ptr<Document>, 4> documents;

    static constexpr size_t deepest = 256;
    static constexpr size_t largestKept = 64 * 1024; // bytes; an exception must not cost for ever

    static Workbench &ofThisThread()
    {
        thread_local Workbench bench;
        return bench;
    }

    const std::uint8_t *copyOf(std::string_view text)
    {
        if (padded.size() < text.size() + simdjson::SIMDJSON_PADDING)
            padded.resize(text.size() + simdjson::SIMDJSON_PADDING);
        std::memcpy(padded.data(), text.data(), text.size());
        return padded.data();
    }

    /// One that no value refers to any more, or a new one.
    std::shared_ptr<Document> freeDocument(bool keep)
    {
        for (std::shared_ptr<Document> &document : documents) {
            if (!document && keep)
                document = std::make_shared<Document>();
            if (document && document.use_count() == 1) {
                // The last reader may have been another thread.
                std::atomic_thread_fence(std::memory_order_acquire);
                return document;
            }
        }
        return std::make_shared<Document>();
    }

    void tidyUp()
    {
        if (padded.size() <= largestKept)
            return;
        padded = {};
        parser = dom::parser();
    }
};

Result<JsonValue> JsonValue::fromText(std::string_view text)
{
    const auto failure = [](const QString &why) {
        return Error::make(Error::Kind::BadResponse, why);
    };
    // Copied from the view, and an empty one may have no address at all.
    if (text.empty())
        return failure(QStringLiteral("empty text"));
    Workbench &bench = Workbench::ofThisThread();
    if (bench.parser.max_depth() != Workbench::deepest) {
        if (const auto error = bench.parser.allocate(text.size() + 1, Workbench::deepest))
            return failure(QLatin1String(simdjson::error_message(error)));
    }
    auto document = bench.freeDocument(text.size() <= Workbench::largestKept);
    dom::element root;
    const auto error =
        bench.parser.parse_into_document(document->tree, bench.copyOf(text), text.size(), false)
            .get(root);
    bench.tidyUp();
    if (error)
        return failure(QLatin1String(simdjson::error_message(error)));
    return JsonValue(std::move(document), &root);
}

Result<JsonValue> JsonValue::parse(QByteArrayView text)
{
    return fromText({text.data(), size_t(text.size())});
}

JsonValue::Type JsonValue::type() const
{
    if (!m_document)
        return Type::Undefined;
    const dom::element element = elementIn(m_element);
    switch (element.type()) {
    case dom::element_type::OBJECT:
        return Type::Object;
    case dom::element_type::ARRAY:
        return Type::Array;
    case dom::element_type::STRING:
        return Type::String;
    case dom::element_type::BOOL:
        return Type::Bool;
    case dom::element_type::NULL_VALUE:
        return Type::Null;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
        return Type::Number;
    }
    return Type::Undefined;
}

JsonValue JsonValue::operator[](QByteArrayView key) const
{
    if (!m_document)
        return {};
    const dom::element element = elementIn(m_element);
    // What is no object has no keys: an error as well.
    dom::element found;
    if (element.at_key(std::string_view(key.data(), size_t(key.size()))).get(found))
        return {};
    return JsonValue(m_document, &found);
}

QVector<JsonValue> JsonValue::items() const
{
    QVector<JsonValue> result;
    if (!isArray())
        return result;
    const dom::element element = elementIn(m_element);
    const dom::array array = element.get_array();
    result.reserve(qsizetype(array.size()));
    for (const dom::element item : array)
        result.append(JsonValue(m_document, &item));
    return result;
}

void JsonValue::eachMember(
    const std::function<void(const QString &, const JsonValue &)> &visit) const
{
    if (!isObject())
        return;
    const dom::element element = elementIn(m_element);
    const dom::object object = element.get_object();
    for (const auto member : object)
        visit(toQString(member.key), JsonValue(m_document, &member.value));
}

quint64 JsonValue::keyMask() const
{
    quint64 mask = 0;
    if (!isObject())
        return mask;
    const dom::element element = elementIn(m_element);
    const dom::object object = element.get_object();
    for (const auto member : object)
        mask |= maskOf(QByteArrayView(member.key.data(), qsizetype(member.key.size())));
    return mask;
}

bool JsonValue::isEmptyContainer() const
{
    const dom::element element = elementIn(m_element);
    if (isArray())
        return dom::array(element.get_array()).size() == 0;
    return isObject() && dom::object(element.get_object()).size() == 0;
}

std::optional<QString> JsonValue::string() const
{
    if (!m_document)
        return std::nullopt;
    const dom::element element = elementIn(m_element);
    std::string_view text;
    if (element.get_string().get(text))
        return std::nullopt;
    return toQString(text);
}

std::optional<JsonValue> JsonValue::embedded() const
{
    if (!isString())
        return std::nullopt;
    const dom::element element = elementIn(m_element);
    if (auto value = fromText(element.get_string()))
        return std::move(value).value();
    return std::nullopt;
}

std::optional<QString> JsonValue::text() const
{
    if (auto own = string())
        return own;
    if (const auto whole = integer())
        return QString::number(*whole);
    if (const auto any = number())
        return QString::number(*any, 'g', 17);
    return std::nullopt;
}

/// Qt reads a number up to an embedded NUL and calls it whole.
static bool mayBeNumber(const QString &text)
{
    return !text.contains(QChar(u'\0'));
}

std::optional<double> JsonValue::number() const
{
    if (type() == Type::Number) {
        const dom::element element = elementIn(m_element);
        return double(element.get_double());
    }
    if (const auto own = string(); own && mayBeNumber(*own)) {
        bool ok = false;
        const double value = own->trimmed().toDouble(&ok);
        if (ok && std::isfinite(value))
            return value;
    }
    return std::nullopt;
}

std::optional<qint64> JsonValue::integer() const
{
    if (type() == Type::Number) {
        const dom::element element = elementIn(m_element);
        std::int64_t exact = 0;
        if (element.is_int64() && !element.get_int64().get(exact))
            return qint64(exact);
    }
    if (const auto own = string(); own && mayBeNumber(*own)) {
        bool ok = false;
        const qint64 exact = own->trimmed().toLongLong(&ok);
        if (ok)
            return exact;
    }
    const auto value = number();
    if (!value || std::floor(*value) != *value || std::abs(*value) > largestExactInteger)
        return std::nullopt;
    return qint64(*value);
}

std::optional<bool> JsonValue::boolean() const
{
    if (type() == Type::Bool) {
        const dom::element element = elementIn(m_element);
        return bool(element.get_bool());
    }
    if (const auto own = string()) {
        if (*own == QLatin1String("true"))
            return true;
        if (*own == QLatin1String("false"))
            return false;
    }
    if (const auto value = integer(); value && (*value == 0 || *value == 1))
        return *value == 1;
    return std::nullopt;
}

std::optional<QString> JsonValue::id() const
{
    if (const auto own = string()) {
        const QString trimmed = own->trimmed();
        return trimmed.isEmpty() ? std::nullopt : std::optional(trimmed);
    }
    if (type() != Type::Number)
        return std::nullopt;
    if (const auto whole = integer())
        return QString::number(*whole);
    return std::nullopt;
}

QByteArray JsonValue::toJson() const
{
    if (!m_document)
        return QByteArrayLiteral("null");
    const dom::element element = elementIn(m_element);
    return QByteArray::fromStdString(simdjson::minify(element));
}

} // namespace suhbat
