#pragma once

#include "base/JsonReader.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace suhbat::pusher {

/// Opens what an encrypted channel carries: (box, 24 bytes of nonce, 32 bytes of key) -> text;
/// std::nullopt where it was not made with that key. openSecretBox() of suhbat_pusher_crypto is
/// one.
using BoxOpener = std::function<std::optional<QByteArray>(QByteArrayView box, QByteArrayView nonce,
                                                          QByteArrayView key)>;

/// The data of an encrypted event: {"ciphertext", "nonce"}, both base64 (statement 108).
struct Sealed
{
    QByteArray box;   ///< 16 bytes or more
    QByteArray nonce; ///< 24 bytes

    /// std::nullopt where a part is missing, too short or no base64 (109).
    static std::optional<Sealed> read(const JsonValue &data);
    /// JSON where it is some, else text; std::nullopt where `key` does not open it.
    std::optional<JsonValue> open(const BoxOpener &opener, QByteArrayView key) const;
};

/// The 32 bytes of a shared_secret (106).
std::optional<QByteArray> keyFromBase64(QByteArrayView base64);

} // namespace suhbat::pusher
