#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace suhbat::pusher {

/// Opens a NaCl secretbox (XSalsa20-Poly1305): for PusherOptions::openBox, in programs that want
/// encrypted channels (statement 108). A target of its own, so that others need no libsodium.
/// `key` has 32 bytes, `nonce` 24, `box` at least 16; std::nullopt for any other length, and where
/// the box was not made with that key.
std::optional<QByteArray> openSecretBox(QByteArrayView box, QByteArrayView nonce,
                                        QByteArrayView key);

} // namespace suhbat::pusher
