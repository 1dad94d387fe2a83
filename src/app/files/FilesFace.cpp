#include "app/files/FilesFace.h"

#include "app/files/FileNames.h"
#include "models/MessageListModel.h"
#include "models/SizeText.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace suhbat {

namespace {

/// Empty where it is not on this computer. Qt 6.4's own dialog makes an address without a scheme of
/// a name that was typed.
QString placeOf(const QUrl &target)
{
    return target.scheme().isEmpty() ? QUrl::fromPercentEncoding(target.toEncoded())
                                     : target.toLocalFile();
}

} // namespace

FilesFace::FilesFace(MessageListModel &messages, QObject *parent)
    : QObject(parent), m_messages(messages), m_gallery(messages)
{
    connect(&messages, &QAbstractItemModel::dataChanged, this, &FilesFace::rowsChanged);
}

FilesFace::~FilesFace()
{
    m_messages.disconnect(this);
    m_service.stop(false);
}

void FilesFace::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT keptTextChanged();
    Q_EMIT localeChanged();
}

void FilesFace::start(ChatApi &api, const QString &folder)
{
    m_service.start(api, folder);
    Q_EMIT keptChanged();
}

void FilesFace::stop(bool forget)
{
    m_gallery.close();
    m_service.stop(forget);
    m_kept = -1;
    Q_EMIT keptTextChanged();
}

std::optional<Attachment> FilesFace::file(const QString &key, int number) const
{
    const Message *const message = m_messages.find(key);
    if (!message || number < 0 || number >= message->attachments.size())
        return std::nullopt;
    return message->attachments.at(number);
}

QUrl FilesFace::shownAddress(const Attachment &file, bool preview) const
{
    if (!file.localFile.isEmpty())
        return QUrl::fromLocalFile(file.localFile);
    QUrl whole = m_service.addressOf(file);
    const QUrl smaller(file.previewUrl);
    if (!file.isImage || smaller.isEmpty())
        return whole;
    // Beside its preview a picture itself is worth a request only where nobody has to be asked.
    return preview || whole.isEmpty() || !m_service.isOwn(whole) ? smaller : whole;
}

void FilesFace::bring(const Attachment &file, const Done &done)
{
    if (!file.localFile.isEmpty())
        return done(file.localFile);
    QUrl url = m_service.addressOf(file);
    if (url.isEmpty())
        url = QUrl(file.previewUrl);
    m_service.lookUp(url, this, [this, url, done](const QString &path) {
        if (!path.isEmpty())
            return done(path);
        Transfer *const transfer = m_service.fetch({url, FileService::mostAsked, true, true});
        if (!transfer)
            return done(Error::make(Error::Kind::NotFound, QStringLiteral("no address")));
        connect(transfer, &Transfer::ended, this, done);
    });
}

QUrl FilesFace::suggestion(const QString &key, int number) const
{
    const auto wanted = file(key, number);
    if (!wanted)
        return {};
    const QString name = FileNames::safe(wanted->name, wanted->mimeType);
    // Dialogs show some other folder for one that is not there yet.
    const QString folder = QFileInfo(downloads()).isDir() ? downloads() : QDir::homePath();
    return QUrl::fromLocalFile(folder + u'/' + name);
}

bool FilesFace::exists(const QUrl &target) const
{
    return QFileInfo::exists(placeOf(target));
}

void FilesFace::askWhere(const QString &key, int number)
{
    if (file(key, number))
        Q_EMIT placeWanted(key, number);
}

void FilesFace::saveAs(const QString &key, int number, const QUrl &target)
{
    const auto wanted = file(key, number);
    if (!wanted)
        return;
    const auto told = [this, key, number](const Result<QString> &path) {
        Q_EMIT saved(key, number, path);
    };
    const QString place = placeOf(target);
    if (place.isEmpty())
        return told(Error::make(Error::Kind::Storage,
                                QStringLiteral("no place on this computer: ") + target.scheme()));
    bring(*wanted, [this, place, told](const Result<QString> &path) {
        if (path)
            m_service.saveAs(*path, place, this, told);
        else
            told(path);
    });
}

QString FilesFace::downloads()
{
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

QString FilesFace::downloadsName()
{
    return QDir(downloads()).dirName();
}

QString FilesFace::keptText() const
{
    return m_kept < 0 ? QString() : SizeText::ofBytes(m_kept, m_locale);
}

void FilesFace::measure()
{
    m_service.size(this, [this](qint64 bytes) {
        m_kept = bytes;
        Q_EMIT keptTextChanged();
    });
}

void FilesFace::clear()
{
    m_service.clear(this, [this](qint64 bytes) {
        m_kept = bytes;
        Q_EMIT keptTextChanged();
        Q_EMIT keptChanged();
    });
}

} // namespace suhbat
