#include "app/files/FileService.h"

#include "api/ChatApi.h"
#include "app/files/FileCopy.h"
#include "app/files/FileNames.h"

#include <QDir>

namespace suhbat {

FileService::FileService(QObject *parent) : QObject(parent) {}

FileService::~FileService()
{
    stop(false);
    m_reader.dropWaiting();
}

void FileService::start(ChatApi &api, const QString &folder, qint64 bound)
{
    stop(false);
    m_api = &api;
    if (folder.isEmpty())
        m_passing = std::make_unique<QTemporaryDir>();
    m_cache = std::make_shared<FileCache>(m_passing ? m_passing->path() : folder, bound);
    m_disk.run<bool>(this, {}, [cache = m_cache] {
        cache->sweep();
        return true;
    });
}

void FileService::stop(bool forget)
{
    if (!m_api)
        return;
    m_api = nullptr;
    const auto transfers = std::exchange(m_transfers, {});
    m_waiting.clear();
    qDeleteAll(std::exchange(m_running, {}));
    for (Transfer *transfer : transfers) {
        transfer->end(Error::make(Error::Kind::Cancelled, QStringLiteral("logged out")));
        transfer->deleteLater();
    }
    m_disk.run<bool>(this, {},
                     [cache = m_cache, forget = forget || m_passing,
                      passing = std::shared_ptr<QTemporaryDir>(std::move(m_passing))] {
                         if (forget) {
                             cache->sweep();
                             cache->clear();
                         }
                         return true;
                     });
    m_cache.reset();
}

bool FileService::isOwn(const QUrl &url) const
{
    return m_api && m_api->server().isOwnOrigin(url);
}

QUrl FileService::addressOf(const Attachment &file) const
{
    return m_api ? m_api->downloadUrl(file) : QUrl();
}

void FileService::lookUp(const QUrl &url, QObject *context, Done<QString> path)
{
    m_disk.run<QString>(context, std::move(path), [cache = m_cache, key = FileCache::keyOf(url)] {
        return cache ? cache->find(key) : QString();
    });
}

Transfer *FileService::underWay(const QUrl &url) const
{
    return m_transfers.value(FileCache::keyOf(url));
}

Transfer *FileService::fetch(const Transfer::Wanted &wanted)
{
    if (!m_api || wanted.url.isEmpty() || (!wanted.elsewhere && !isOwn(wanted.url)))
        return nullptr;
    if (Transfer *known = underWay(wanted.url)) {
        known->join(wanted);
        return known;
    }
    auto *transfer = new Transfer(wanted, this);
    m_transfers.insert(FileCache::keyOf(wanted.url), transfer);
    m_waiting.append(transfer);
    // Later: whoever asks connects first.
    QMetaObject::invokeMethod(this, &FileService::next, Qt::QueuedConnection);
    return transfer;
}

void FileService::next()
{
    while (m_waiting.size() > mostWaiting)
        dropTheOldest();
    // What was asked for last is what is looked at now.
    while (m_api && m_running.size() < atOnce && !m_waiting.isEmpty())
        begin(m_waiting.takeLast());
}

void FileService::dropTheOldest()
{
    const auto oldest = std::find_if(m_waiting.begin(), m_waiting.end(),
                                     [](Transfer *one) { return !one->wanted().asked; });
    Transfer *const dropped = oldest == m_waiting.end() ? m_waiting.first() : *oldest;
    m_waiting.removeOne(dropped);
    finish(dropped, Error::make(Error::Kind::Cancelled, QStringLiteral("too much is waiting")));
}

void FileService::begin(Transfer *transfer)
{
    auto *const download = new QObject(this);
    m_running.insert(transfer, download);
    const auto downloaded = [this, transfer](const QString &part, const Result<void> &result) {
        if (!result)
            return finish(transfer, result.error());
        m_disk.run<Result<QString>>(
            m_running.value(transfer),
            [this, transfer](const Result<QString> &path) { finish(transfer, path); },
            [cache = m_cache, part, key = FileCache::keyOf(transfer->wanted().url)] {
                return cache->adopt(part, key);
            });
    };
    const auto ask = [this, transfer, download, downloaded](const Result<QString> &part) {
        if (!part)
            return finish(transfer, part.error());
        FileRequest request{transfer->wanted().url, *part, transfer->wanted().mostBytes,
                            transfer->wanted().elsewhere};
        request.silence = m_api->requestTimeout();
        request.progress = [transfer](qint64 got, qint64 total) { transfer->setBytes(got, total); };
        m_api->download(request, download, [downloaded, part = *part](const Result<void> &result) {
            downloaded(part, result);
        });
    };
    m_disk.run<Result<QString>>(download, ask, [cache = m_cache] { return cache->newPart(); });
}

void FileService::finish(Transfer *transfer, const Result<QString> &path)
{
    m_transfers.remove(FileCache::keyOf(transfer->wanted().url));
    if (QObject *download = m_running.take(transfer))
        download->deleteLater();
    transfer->end(path);
    transfer->deleteLater();
    next();
}

void FileService::cancel(const QUrl &url)
{
    Transfer *const transfer = underWay(url);
    if (!transfer)
        return;
    m_waiting.removeOne(transfer);
    delete m_running.take(transfer);
    finish(transfer, Error::make(Error::Kind::Cancelled, QStringLiteral("taken back")));
}

void FileService::read(const QString &path, const PictureWish &wish, QObject *context,
                       Done<Result<QImage>> done)
{
    m_reader.run<Result<QImage>>(context, std::move(done),
                                 [path, wish] { return PictureReader::read(path, wish); });
}

void FileService::save(const QString &path, const QString &folder, const QString &name,
                       QObject *context, Done<Result<QString>> done)
{
    m_disk.run<Result<QString>>(
        context, std::move(done), [path, folder, name]() -> Result<QString> {
            if (!QDir().mkpath(folder)) {
                Error error =
                    Error::make(Error::Kind::Storage, QStringLiteral("no folder to save in"));
                error.storage = StorageProblem::Other;
                return error;
            }
            return FileCopy::make(path, FileNames::freeName(folder, name));
        });
}

void FileService::saveAs(const QString &path, const QString &target, QObject *context,
                         Done<Result<QString>> done)
{
    m_disk.run<Result<QString>>(context, std::move(done),
                                [path, target] { return FileCopy::replace(path, target); });
}

void FileService::copyToOpen(const QString &path, const QString &name, QObject *context,
                             Done<Result<QString>> done)
{
    m_disk.run<Result<QString>>(
        context, std::move(done), [cache = m_cache, path, name]() -> Result<QString> {
            if (!cache)
                return Error::make(Error::Kind::Cancelled, QStringLiteral("logged out"));
            auto copy = cache->copyFor(path, name);
            if (copy && !FileNames::mayOpen(*copy))
                return Error::make(Error::Kind::Forbidden, QStringLiteral("it might run"));
            return copy;
        });
}

void FileService::size(QObject *context, Done<qint64> done)
{
    m_disk.run<qint64>(context, std::move(done),
                       [cache = m_cache] { return cache ? cache->bytes() : 0; });
}

void FileService::clear(QObject *context, Done<qint64> done)
{
    m_disk.run<qint64>(context, std::move(done), [cache = m_cache]() -> qint64 {
        if (!cache)
            return 0;
        cache->clear();
        return cache->bytes();
    });
}

} // namespace suhbat
