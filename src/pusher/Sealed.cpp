#include "pusher/Sealed.h"

#include "pusher/FrameCodec.h"

namespace suhbat::pusher {

namespace {

constexpr qsizetype keySize = 32;
constexpr qsizetype nonceSize = 24;
constexpr qsizetype smallestBox = 16; // the tag alone

std::optional<QByteArray> decoded(const QByteArray &base64)
{
    auto result = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return std::move(*result);
}

} // namespace

std::optional<Sealed> Sealed::read(const JsonValue &data)
{
    const auto part = [&data](const char *key) {
        return decoded(data[key].string().value_or(QString()).toLatin1());
    };
    auto box = part("ciphertext");
    auto nonce = part("nonce");
    if (!box || !nonce || box->size() < smallestBox || nonce->size() != nonceSize)
        return std::nullopt;
    return Sealed{std::move(*box), std::move(*nonce)};
}

std::optional<JsonValue> Sealed::open(const BoxOpener &opener, QByteArrayView key) const
{
    const std::optional<QByteArray> text = opener(box, nonce, key);
    if (!text)
        return std::nullopt;
    if (auto json = JsonValue::parse(*text))
        return std::move(*json);
    if (auto quoted = JsonValue::parse(FrameCodec::quoted(QString::fromUtf8(*text))))
        return std::move(*quoted);
    return JsonValue();
}

std::optional<QByteArray> keyFromBase64(QByteArrayView base64)
{
    auto key = decoded(base64.toByteArray());
    if (!key || key->size() != keySize)
        return std::nullopt;
    return key;
}

} // namespace suhbat::pusher
