#include "app/files/PictureProvider.h"

#include "app/files/FileService.h"

#include <QMutex>
#include <QMutexLocker>

namespace suhbat {

namespace {

class PictureResponse;

/// Between the response, which QML deletes on its thread, and the service, which answers on ours.
struct PictureLink
{
    QMutex mutex;
    PictureResponse *response = nullptr; // guarded
};

class PictureResponse final : public QQuickImageResponse
{
public:
    PictureResponse() : m_link(std::make_shared<PictureLink>()) { m_link->response = this; }
    ~PictureResponse() override
    {
        const QMutexLocker lock(&m_link->mutex);
        m_link->response = nullptr;
    }

    std::shared_ptr<PictureLink> link() const { return m_link; }
    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    /// Nobody waits for it any more, and Qt deletes it only when it ends; at the end of its thread
    /// that would be never.
    void cancel() override { deleteLater(); }
    static void answer(const std::shared_ptr<PictureLink> &link, QImage image)
    {
        if (image.isNull()) {
            image = QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
        }
        const QMutexLocker lock(&link->mutex);
        PictureResponse *const response = std::exchange(link->response, nullptr);
        if (!response)
            return;
        response->m_image = std::move(image);
        QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
    }

private:
    std::shared_ptr<PictureLink> m_link;
    QImage m_image; // written once, before finished()
};

/// On the thread of the service from here on.
void readFor(FileService &files, const QString &path, const PictureWish &wish,
             const std::shared_ptr<PictureLink> &link)
{
    if (path.isEmpty())
        return PictureResponse::answer(link, {});
    files.read(path, wish, &files, [link](const Result<QImage> &image) {
        PictureResponse::answer(link, image ? *image : QImage());
    });
}

void serve(FileService &files, const PictureProvider::Asked &asked,
           const std::shared_ptr<PictureLink> &link)
{
    using Kind = PictureProvider::Asked::Kind;
    if (asked.kind == Kind::Nothing)
        return PictureResponse::answer(link, {});
    if (asked.kind == Kind::Own)
        return readFor(files, asked.address.toLocalFile(), asked.wish, link);
    files.lookUp(asked.address, &files, [&files, asked, link](const QString &path) {
        if (!path.isEmpty() || asked.kind == Kind::Kept)
            return readFor(files, path, asked.wish, link);
        Transfer *const transfer =
            files.fetch({asked.address, FileService::mostUnasked, false, true});
        if (!transfer)
            return PictureResponse::answer(link, {});
        QObject::connect(transfer, &Transfer::ended, &files,
                         [&files, asked, link](const Result<QString> &fetched) {
                             readFor(files, fetched ? *fetched : QString(), asked.wish, link);
                         });
    });
}

} // namespace

QQuickImageResponse *PictureProvider::requestImageResponse(const QString &id, const QSize &size)
{
    auto *const response = new PictureResponse;
    QMetaObject::invokeMethod(
        &m_files,
        [&files = m_files, asked = parse(id, size), link = response->link()] {
            serve(files, asked, link);
        },
        Qt::QueuedConnection);
    return response;
}

QString PictureProvider::urlOf(const char *kind, const QUrl &address, int rounding)
{
    const QByteArray encoded = address.toEncoded().toPercentEncoding();
    return QStringLiteral("image://files/%1/%2/%3")
        .arg(QLatin1String(kind), QString::number(rounding), QString::fromLatin1(encoded));
}

PictureProvider::Asked PictureProvider::parse(const QString &id, const QSize &size)
{
    using Kind = Asked::Kind;
    Asked asked;
    const bool person = id.startsWith(QLatin1String("person/"));
    const QString address = id.section(u'/', person ? 1 : 2);
    asked.address =
        QUrl::fromEncoded(QByteArray::fromPercentEncoding(address.toLatin1()), QUrl::StrictMode);
    asked.wish.box = size.isValid() ? size : QSize();
    asked.wish.fill = !id.startsWith(QLatin1String("whole/"));
    asked.wish.rounding = person ? 0.5 : id.section(u'/', 1, 1).toInt() / 1000.0;
    const bool web = asked.address.scheme() == QLatin1String("http") ||
                     asked.address.scheme() == QLatin1String("https");
    if (person && web)
        asked.kind = Kind::Person;
    else if (web && (id.startsWith(QLatin1String("kept/")) || !asked.wish.fill))
        asked.kind = Kind::Kept;
    else if (id.startsWith(QLatin1String("own/")) && asked.address.isLocalFile())
        asked.kind = Kind::Own;
    return asked;
}

} // namespace suhbat
