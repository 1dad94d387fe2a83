#include "app/AttachmentsFace.h"

#include "api/OutgoingMessage.h"
#include "app/AccountPaths.h"
#include "app/ChatFace.h"
#include "app/FilePick.h"
#include "app/files/FileNames.h"
#include "app/files/FileWorker.h"
#include "app/files/PictureReader.h"
#include "base/Deliver.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace suhbat {

AttachmentsFace::AttachmentsFace(ChatFace &chat, QObject *parent)
    : QObject(parent), m_chat(chat), m_files(&FilePick::isPicture)
{
    m_writer.setMaxThreadCount(1);
    m_writer.setExpiryTimeout(int(FileWorker::goesAfter.count()));
    connect(&m_chat, &ChatFace::managerChanged, this, &AttachmentsFace::follow);
    connect(&m_chat, &ChatFace::conversationChanged, this, &AttachmentsFace::onConversation);
    follow();
}

AttachmentsFace::~AttachmentsFace()
{
    m_chat.disconnect(this);
    m_writer.waitForDone(); // what it delivers goes to this object
}

void AttachmentsFace::follow()
{
    if (m_manager)
        m_manager->disconnect(this);
    m_manager = m_chat.manager();
    if (!m_manager)
        return;
    connect(m_manager, &ChatManager::textGivenBack, this,
            [this](const OutboxEntry &entry, const Error &) { giveBack(entry); });
    // It is in the outbox, with copies of its files.
    connect(m_manager, &ChatManager::messageRecovered, this,
            [this](const TempId &id) { m_sent.remove(id); });
}

void AttachmentsFace::start(const QString &folder)
{
    const int user = ++m_user;
    m_folder = folder.isEmpty() ? QString() : folder + QStringLiteral("/draft-files");
    if (m_folder.isEmpty())
        return;
    const std::function<void(DraftFiles::Kept)> done = [this, user](const DraftFiles::Kept &kept) {
        if (user == m_user)
            onKept(kept);
    };
    m_writer.start([this, done, files = DraftFiles(m_folder)] {
        deliver<DraftFiles::Kept>(this, done, files.read());
    });
}

void AttachmentsFace::onKept(const DraftFiles::Kept &kept)
{
    m_gone = kept.gone;
    const bool early = m_files.count() > 0 || !m_others.isEmpty();
    for (auto it = kept.files.begin(); it != kept.files.end(); ++it) {
        if (it.key() == m_shown)
            m_files.setFiles(*it + m_files.files());
        else
            m_others[it.key()] = *it + m_others.value(it.key());
    }
    if (early)
        keep(); // what was picked meanwhile has been written alone
    tellGone();
}

void AttachmentsFace::tellGone()
{
    const QStringList names = m_gone.take(m_shown);
    if (names.isEmpty())
        return;
    setProblem(tr("“%1” is not there any more: it was moved or deleted.")
                   .arg(names.join(QStringLiteral("”, “"))));
    keep(); // told once
}

void AttachmentsFace::keep()
{
    if (m_folder.isEmpty())
        return;
    DraftFiles::All all = m_others;
    all.remove(m_shown);
    if (m_files.count() > 0)
        all.insert(m_shown, m_files.files());
    m_writer.start([all, files = DraftFiles(m_folder)] { files.write(all); });
}

void AttachmentsFace::forget(bool forever)
{
    ++m_user;
    if (forever)
        m_writer.start([files = DraftFiles(m_folder)] { files.remove(); });
    m_folder.clear();
    m_gone.clear();
    m_others.clear();
    m_sent.clear();
    m_files.setFiles({});
    m_pictures.reset();
    setProblem({});
}

void AttachmentsFace::setAble(bool able)
{
    if (std::exchange(m_able, able) != able)
        Q_EMIT ableChanged();
}

QUrl AttachmentsFace::folder() const
{
    return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
}

void AttachmentsFace::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void AttachmentsFace::dismissProblem()
{
    setProblem({});
}

// Each conversation keeps its own while another one is open.
void AttachmentsFace::onConversation()
{
    const ConversationId open(m_chat.conversationId());
    if (open == m_shown)
        return;
    if (!m_shown.isEmpty() && m_files.count() > 0)
        m_others.insert(m_shown, m_files.files());
    m_shown = open;
    m_files.setFiles(m_others.take(open));
    setProblem({});
    tellGone();
}

bool AttachmentsFace::take(const ConversationId &conversation, const OutboxFile &file)
{
    const bool here = conversation == m_shown;
    const auto already = here ? m_files.count() : m_others.value(conversation).size();
    if (already >= OutgoingMessage::mostFiles) {
        setProblem(tr("A message takes %n files at most.", nullptr, OutgoingMessage::mostFiles));
        return false;
    }
    if (here)
        m_files.append(file);
    else
        m_others[conversation].append(file);
    measure(file);
    keep();
    return true;
}

void AttachmentsFace::add(const QList<QUrl> &urls)
{
    if (m_shown.isEmpty() || urls.isEmpty())
        return;
    setProblem({});
    if (!m_able) {
        setProblem(tr("This server takes no files."));
        return;
    }
    for (const QUrl &url : urls) {
        const FilePick::Picked picked = FilePick::look(url);
        const QString &name = picked.file.name;
        switch (picked.refusal) {
        case FilePick::Refusal::None:
            if (!take(m_shown, picked.file))
                return;
            break;
        case FilePick::Refusal::NotHere:
            setProblem(tr("“%1” is not on this computer.").arg(name));
            break;
        case FilePick::Refusal::NoFile:
            setProblem(
                tr("“%1” is a folder. Compress it into one file (zip) and attach that.").arg(name));
            break;
        case FilePick::Refusal::NoRight:
            setProblem(tr("You may not read “%1”.").arg(name));
            break;
        case FilePick::Refusal::TooLarge:
            setProblem(tr("“%1” is too large: a file may have 25 MB.").arg(name));
            break;
        }
    }
}

bool AttachmentsFace::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied == nullptr || m_shown.isEmpty())
        return false;
    if (copied->hasUrls() && FilePick::anyLocal(copied->urls())) {
        add(copied->urls());
        return true;
    }
    // Spreadsheets and the like give a picture of their words too: the words are meant.
    if (!copied->hasImage() || copied->hasText())
        return false;
    if (!m_able)
        setProblem(tr("This server takes no files."));
    else if (const QImage image = qvariant_cast<QImage>(copied->imageData()); !image.isNull())
        write(image);
    return true;
}

QString AttachmentsFace::pictureFolder()
{
    if (!m_folder.isEmpty())
        return AccountPaths::makePrivate(m_folder) ? m_folder : QString();
    if (!m_pictures)
        m_pictures = std::make_unique<QTemporaryDir>();
    return m_pictures->isValid() ? m_pictures->path() : QString();
}

// Packing a picture of a whole screen takes a good part of a second: not on this thread.
void AttachmentsFace::write(const QImage &image)
{
    const QString folder = pictureFolder();
    if (folder.isEmpty()) {
        onWritten(m_shown, {});
        return;
    }
    setProblem({});
    const QString path = FileNames::freeName(
        folder, QStringLiteral("picture-%1.png").arg(++m_written)); // one of an earlier run stays
    ++m_writing;
    Q_EMIT busyChanged();
    const std::function<void(QString)> done = [this, conversation = m_shown](const QString &file) {
        --m_writing;
        onWritten(conversation, file);
        Q_EMIT busyChanged();
    };
    m_writer.start([this, image, path, done] {
        deliver<QString>(this, done, image.save(path, "PNG") ? path : QString());
    });
}

void AttachmentsFace::onWritten(const ConversationId &conversation, const QString &path)
{
    const FilePick::Picked picked = FilePick::look(QUrl::fromLocalFile(path));
    if (picked.refusal == FilePick::Refusal::None)
        take(conversation, picked.file);
    else
        setProblem(tr("The picture cannot be kept: the disk may be full."));
}

void AttachmentsFace::remove(int row)
{
    m_files.removeAt(row);
    setProblem({});
    keep();
}

bool AttachmentsFace::send(const QString &caption)
{
    const QString words = caption.trimmed();
    if (!m_manager || m_shown.isEmpty() || m_files.count() == 0 || busy() ||
        words.size() > m_chat.maxMessageLength())
        return false;
    const QVector<OutboxFile> files = m_files.files();
    m_sent.insert(m_manager->send(m_shown, words, files), files);
    m_manager->setDraft(m_shown, {});
    m_files.setFiles({});
    setProblem({});
    keep();
    return true;
}

// Nothing of it was kept or sent: the files are picked again, those still there.
void AttachmentsFace::giveBack(const OutboxEntry &entry)
{
    QVector<OutboxFile> files = m_sent.take(entry.tempId);
    if (files.isEmpty())
        return;
    if (entry.conversationId == m_shown)
        m_files.setFiles(files + m_files.files());
    else
        m_others[entry.conversationId] = files + m_others.value(entry.conversationId);
    keep();
}

// So that its bubble has the right height at once. The head of a file on a slow disk takes its
// time: not on this thread.
void AttachmentsFace::measure(const OutboxFile &file)
{
    if (!FilePick::isPicture(file))
        return;
    const std::function<void(QSize)> done = [this, path = file.path](const QSize &size) {
        if (!size.isEmpty())
            onMeasured(path, size);
    };
    m_writer.start([this, path = file.path, done] {
        deliver<QSize>(this, done, PictureReader::sizeOf(path));
    });
}

void AttachmentsFace::onMeasured(const QString &path, const QSize &size)
{
    m_files.setPictureSize(path, size);
    for (auto &files : m_others) {
        for (OutboxFile &file : files) {
            if (file.path == path) {
                file.width = size.width();
                file.height = size.height();
            }
        }
    }
}

} // namespace suhbat
