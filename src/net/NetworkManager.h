#pragma once

#include "base/NetworkSettings.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <chrono>
#include <optional>

namespace suhbat::net {

/// The QNetworkAccessManager of everything that speaks HTTP: certificates and proxy as the settings
/// say. A request that carries an Authorization header is never redirected to another origin, and
/// the replies know why TLS failed (net::reachError).
class NetworkManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    /// How long a connection waits for the next request. A program at rest holds none: each would
    /// wake it up once more to be closed. Who types sends typing notices, so that the message finds
    /// one that is open.
    static constexpr std::chrono::seconds keepConnection{10};

    explicit NetworkManager(NetworkSettings settings = {}, QObject *parent = nullptr);

    const NetworkSettings &settings() const { return m_settings; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    void introduceToProxy(QNetworkRequest &request) const;

    const NetworkSettings m_settings;
    std::optional<QSslConfiguration> m_tls; ///< made for the first https request
};

} // namespace suhbat::net
