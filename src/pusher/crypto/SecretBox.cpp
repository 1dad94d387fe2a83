#include "pusher/crypto/SecretBox.h"

#include <sodium.h>

namespace suhbat::pusher {

namespace {

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

std::optional<QByteArray> openSecretBox(QByteArrayView box, QByteArrayView nonce,
                                        QByteArrayView key)
{
    if (sodium_init() < 0 || key.size() != crypto_secretbox_KEYBYTES ||
        nonce.size() != crypto_secretbox_NONCEBYTES || box.size() < crypto_secretbox_MACBYTES)
        return std::nullopt;
    QByteArray text(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char *>(text.data()), bytes(box),
                                   static_cast<unsigned long long>(box.size()), bytes(nonce),
                                   bytes(key)) != 0)
        return std::nullopt;
    return text;
}

} // namespace suhbat::pusher
