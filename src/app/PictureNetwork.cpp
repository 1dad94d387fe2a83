#include "app/PictureNetwork.h"

#include "net/NetworkManager.h"

#include <QMutexLocker>
#include <QNetworkReply>

namespace suhbat {

namespace {

class PictureManager final : public net::NetworkManager
{
public:
    using NetworkManager::NetworkManager;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QNetworkRequest prepared(request);
        prepared.setHeader(QNetworkRequest::UserAgentHeader, settings().userAgent);
        prepared.setTransferTimeout(int(settings().requestTimeout.count()));
        QNetworkReply *const reply = NetworkManager::createRequest(operation, prepared, body);
        // What is announced, and what came: QML reads nothing before the end.
        const auto giveUp = [reply] {
            const qint64 size = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
            if (std::max(size, reply->bytesAvailable()) > PictureNetwork::largestPicture)
                reply->abort();
        };
        connect(reply, &QNetworkReply::metaDataChanged, reply, giveUp);
        connect(reply, &QNetworkReply::readyRead, reply, giveUp);
        return reply;
    }
};

} // namespace

void PictureNetwork::setSettings(const NetworkSettings &settings)
{
    const QMutexLocker lock(&m_mutex);
    m_settings = settings;
}

QNetworkAccessManager *PictureNetwork::create(QObject *parent)
{
    const QMutexLocker lock(&m_mutex);
    return new PictureManager(m_settings, parent);
}

} // namespace suhbat
