#pragma once

#include "base/NetworkSettings.h"

#include <QMutex>
#include <QQmlNetworkAccessManagerFactory>

namespace suhbat {

/// The way that QML fetches pictures: the same certificates and proxy as everything else, no token,
/// and nothing larger than the limit.
class PictureNetwork final : public QQmlNetworkAccessManagerFactory
{
public:
    /// A bigger file is given up, and shows as no picture. Bytes.
    static constexpr qint64 largestPicture = 8 * 1024 * 1024;

    /// For the managers made from now on; QML makes one with the first picture of a server.
    void setSettings(const NetworkSettings &settings);
    /// Called by QML on the threads of its own.
    QNetworkAccessManager *create(QObject *parent) override;

private:
    QMutex m_mutex;
    NetworkSettings m_settings;
};

} // namespace suhbat
