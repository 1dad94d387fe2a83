#include "app/files/AttachedFile.h"

#include "app/ErrorText.h"
#include "app/files/FileNames.h"
#include "app/files/PictureProvider.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>

namespace suhbat {

AttachedFile::~AttachedFile()
{
    if (m_files)
        m_files->disconnect(this);
}

void AttachedFile::setFiles(FilesFace *files)
{
    if (m_files == files)
        return;
    if (m_files)
        m_files->disconnect(this);
    m_files = files;
    if (files) {
        connect(files, &FilesFace::rowsChanged, this, &AttachedFile::onRows);
        connect(files, &FilesFace::keptChanged, this, &AttachedFile::find);
        connect(files, &FilesFace::localeChanged, this, &AttachedFile::changed);
        connect(files, &FilesFace::saved, this,
                [this](const QString &key, int number, const Result<QString> &path) {
                    if (key == m_key && number == m_number)
                        onSaved(path);
                });
    }
    find();
    Q_EMIT targetChanged();
}

void AttachedFile::setMessageKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    find();
    Q_EMIT targetChanged();
}

void AttachedFile::setNumber(int number)
{
    if (m_number == number)
        return;
    m_number = number;
    find();
    Q_EMIT targetChanged();
}

void AttachedFile::setPreview(bool preview)
{
    if (m_preview == preview)
        return;
    m_preview = preview;
    find();
    Q_EMIT targetChanged();
}

void AttachedFile::setRounding(int rounding)
{
    if (m_rounding == rounding)
        return;
    m_rounding = rounding;
    Q_EMIT targetChanged();
    Q_EMIT changed();
}

// While one is being made its properties come one by one: until there is a message, nothing.
void AttachedFile::find()
{
    const auto file = m_files ? m_files->file(m_key, m_number) : std::nullopt;
    take(file.value_or(Attachment{}));
}

void AttachedFile::onRows()
{
    const auto file = m_files ? m_files->file(m_key, m_number) : std::nullopt;
    if (file && *file != m_file)
        take(*file);
}

void AttachedFile::take(const Attachment &file)
{
    if (m_transfer)
        m_transfer->disconnect(this);
    m_transfer = nullptr;
    const bool other = file != m_file;
    m_file = file;
    if (other) {
        m_note = {};
        m_asked = false;
    }
    m_url = m_files ? m_files->shownAddress(file, m_preview) : QUrl();
    const int look = ++m_look;
    if (m_url.isEmpty() || m_url.isLocalFile())
        return become(m_url.isEmpty() ? Unknown : Here);
    if (Transfer *const known = m_files->service().underWay(m_url))
        return follow(known);
    if (other || m_state != Here)
        become(Unknown);
    m_files->service().lookUp(m_url, this, [this, look](const QString &path) {
        if (look != m_look)
            return;
        if (!path.isEmpty())
            return become(Here);
        if (!m_file.isImage)
            return become(Away);
        if (!m_files->service().isOwn(m_url))
            return become(Asks);
        follow(m_files->service().fetch({m_url, FileService::mostUnasked, false, false}));
    });
}

void AttachedFile::become(State state, const Words &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
    Q_EMIT progressChanged();
}

void AttachedFile::follow(Transfer *transfer)
{
    if (!transfer)
        return become(Away);
    m_transfer = transfer;
    connect(transfer, &Transfer::progressed, this, &AttachedFile::progressChanged);
    connect(transfer, &Transfer::ended, this, &AttachedFile::onEnded);
    become(Coming);
}

void AttachedFile::onEnded(const Result<QString> &path)
{
    m_transfer = nullptr;
    if (path)
        return become(Here);
    const Error &error = path.error();
    // Too large to come by itself, or lying elsewhere: the user may say so.
    const bool wantsWord = error.kind == Error::Kind::TooLarge ||
                           (error.kind == Error::Kind::Forbidden && error.status == 0);
    if (error.kind == Error::Kind::Cancelled || (wantsWord && !m_asked))
        return become(m_file.isImage && !m_files->service().isOwn(m_url) ? Asks : Away);
    become(Failed, [error] { return ErrorText::inlineText(error, Doing::FetchFile); });
}

bool AttachedFile::isObtainable() const
{
    return !m_url.isEmpty();
}

QString AttachedFile::sourceOf(const char *kind, int rounding) const
{
    if (m_state != Here || !m_file.isImage)
        return {};
    return PictureProvider::urlOf(m_url.isLocalFile() ? "own" : kind, m_url, rounding);
}

void AttachedFile::fetch()
{
    if (!m_files || m_state == Coming || m_state == Here)
        return;
    m_asked = true;
    follow(m_files->service().fetch({m_url, FileService::mostAsked, true, true}));
}

void AttachedFile::fetchAlongside()
{
    if (m_url == m_files->service().addressOf(m_file))
        fetch();
}

void AttachedFile::cancel()
{
    if (m_files && m_transfer)
        m_files->service().cancel(m_url);
}

void AttachedFile::open()
{
    if (!m_files)
        return;
    const QPointer<AttachedFile> self(this);
    FilesFace *const files = m_files;
    const QString name = FileNames::safe(m_file.name, m_file.mimeType);
    const auto opened = [self](const Result<QString> &copy) {
        const bool started = copy && QDesktopServices::openUrl(QUrl::fromLocalFile(*copy));
        if (!self || started)
            return;
        if (copy)
            self->m_problem = [] {
                return tr("No program for such files is installed. It can be saved.");
            };
        else if (copy.error().kind == Error::Kind::Forbidden)
            self->m_problem = [] { return tr("May be a program: not opened, only saved."); };
        else
            return self->onSaved(copy);
        Q_EMIT self->changed();
    };
    fetchAlongside();
    files->bring(m_file, [files, name, opened](const Result<QString> &path) {
        if (path)
            files->service().copyToOpen(*path, name, files, opened);
        else
            opened(path);
    });
}

void AttachedFile::save()
{
    if (!m_files)
        return;
    const QPointer<AttachedFile> self(this);
    FilesFace *const files = m_files;
    const QString name = FileNames::safe(m_file.name, m_file.mimeType);
    const auto saved = [self](const Result<QString> &path) {
        if (self)
            self->onSaved(path);
    };
    fetchAlongside();
    files->bring(m_file, [files, name, saved](const Result<QString> &path) {
        if (path)
            files->service().save(*path, FilesFace::downloads(), name, files, saved);
        else
            saved(path);
    });
}

void AttachedFile::saveAs()
{
    if (m_files)
        m_files->askWhere(m_key, m_number);
}

void AttachedFile::onSaved(const Result<QString> &path)
{
    if (path) {
        const QString folder = QFileInfo(*path).dir().dirName();
        m_note = [folder] { return tr("Saved to %1").arg(folder); };
        m_problem = {};
    } else if (path.error().kind != Error::Kind::Cancelled) {
        const Error &error = path.error();
        const bool fetched = error.kind == Error::Kind::Storage;
        m_problem = [error, fetched] {
            return ErrorText::inlineText(error, fetched ? Doing::SaveFile : Doing::FetchFile);
        };
    }
    Q_EMIT changed();
}

} // namespace suhbat
