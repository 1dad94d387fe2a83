#pragma once

#include "app/files/FileCache.h"
#include "app/files/FileWorker.h"
#include "app/files/PictureReader.h"
#include "app/files/Transfer.h"

#include <QHash>
#include <QObject>
#include <QTemporaryDir>
#include <QVector>

#include <memory>

namespace suhbat {

class ChatApi;
struct Attachment;

/// Fetches the pictures and files of messages and people, keeps them on the disk within a bound,
/// and reads pictures; the disk and the reading have threads of their own. The token goes to the
/// server's own origin alone, and another host is asked for nothing unless `elsewhere` says so.
class FileService : public QObject
{
    Q_OBJECT

public:
    template<typename Value>
    using Done = std::function<void(Value)>;

    /// Bytes: what is fetched without being asked for, and what a person may ask for.
    static constexpr qint64 mostUnasked = 8LL * 1024 * 1024;
    static constexpr qint64 mostAsked = 2LL * 1024 * 1024 * 1024;
    static constexpr int atOnce = 4;
    static constexpr int mostWaiting = 40;

    explicit FileService(QObject *parent = nullptr);
    ~FileService() override;

    /// Somebody is logged in; `folder` is theirs, or empty: nothing outlives stop().
    void start(ChatApi &api, const QString &folder, qint64 bound = FileCache::usualBound);
    /// Everything on its way ends with Cancelled; `forget`: nothing stays on the disk either.
    void stop(bool forget);
    bool isRunning() const { return m_api != nullptr; }

    bool isOwn(const QUrl &url) const;
    /// Where to fetch the file itself; empty when there is no way.
    QUrl addressOf(const Attachment &file) const;
    /// Where the file of that address lies, if it is here; else empty.
    void lookUp(const QUrl &url, QObject *context, Done<QString> path);
    /// The one that brings this address, or nullptr.
    Transfer *underWay(const QUrl &url) const;
    /// Fetches what is not here, or what is to be fetched anew. One transfer an address, however
    /// many ask. nullptr when nobody is logged in, and for a foreign address without `elsewhere`.
    Transfer *fetch(const Transfer::Wanted &wanted);
    void cancel(const QUrl &url);

    /// A picture on this disk.
    void read(const QString &path, const PictureWish &wish, QObject *context,
              Done<Result<QImage>> done);
    /// A copy in the user's own folders; the name of another person is made safe. Its path.
    void save(const QString &path, const QString &folder, const QString &name, QObject *context,
              Done<Result<QString>> done);
    /// The same over whatever is at `target`.
    void saveAs(const QString &path, const QString &target, QObject *context,
                Done<Result<QString>> done);
    /// A copy that may be handed to other programs: Error Forbidden for what could run.
    void copyToOpen(const QString &path, const QString &name, QObject *context,
                    Done<Result<QString>> done);
    /// Bytes that are kept.
    void size(QObject *context, Done<qint64> done);
    void clear(QObject *context, Done<qint64> done);

private:
    void next();
    void begin(Transfer *transfer);
    void finish(Transfer *transfer, const Result<QString> &path);
    void dropTheOldest();

    ChatApi *m_api = nullptr;
    std::unique_ptr<QTemporaryDir> m_passing;
    std::shared_ptr<FileCache> m_cache; // used on the thread of m_disk only
    QHash<QString, Transfer *> m_transfers;
    QVector<Transfer *> m_waiting;          // newest last
    QHash<Transfer *, QObject *> m_running; // and what ends the download when it dies
    FileWorker m_disk;
    FileWorker m_reader;
};

} // namespace suhbat
