#pragma once

#include "app/files/FileService.h"
#include "app/files/Gallery.h"
#include "domain/Message.h"

#include <QLocale>
#include <QObject>
#include <QQmlEngine>

#include <optional>

namespace suhbat {

class MessageListModel;

/// The files of messages as QML sees them; what the single ones (AttachedFile) and the viewer
/// (Gallery) share.
class FilesFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(suhbat::Gallery *gallery READ gallery CONSTANT)
    Q_PROPERTY(QString keptText READ keptText NOTIFY keptTextChanged)

public:
    using Done = std::function<void(const Result<QString> &path)>;

    /// The model outlives the face.
    explicit FilesFace(MessageListModel &messages, QObject *parent = nullptr);
    ~FilesFace() override;

    FileService &service() { return m_service; }
    Gallery *gallery() { return &m_gallery; }
    void setLocale(const QLocale &locale);
    /// Somebody is logged in; `folder` may be empty: nothing is kept.
    void start(ChatApi &api, const QString &folder);
    /// `forget`: they will not come back, and nothing of theirs stays on the disk.
    void stop(bool forget);

    /// The file of a message that is in the model.
    std::optional<Attachment> file(const QString &key, int number) const;
    /// The address of what is shown: of a picture its preview where there is one and it will do.
    QUrl shownAddress(const Attachment &file, bool preview) const;
    /// Brings the file itself here, if it is not, whatever becomes of who asks for it; a file on
    /// its way out is where the user has it.
    void bring(const Attachment &file, const Done &done);
    /// Where a copy of that file goes unless the user chooses another place: in the folder for
    /// downloads, under a safe name. Empty where there is no such file.
    Q_INVOKABLE QUrl suggestion(const QString &key, int number) const;
    Q_INVOKABLE bool exists(const QUrl &target) const;
    /// Asks the window to ask where; then saveAs().
    Q_INVOKABLE void askWhere(const QString &key, int number);
    /// Over whatever is at `target`; saved() tells.
    Q_INVOKABLE void saveAs(const QString &key, int number, const QUrl &target);
    /// The folder for downloads, and what it is called in front of people.
    static QString downloads();
    static QString downloadsName();

    /// How much is kept of files, as text; empty until measure() has been answered.
    QString keptText() const;
    Q_INVOKABLE void measure();
    /// Removes what is kept; it can be fetched again.
    Q_INVOKABLE void clear();

Q_SIGNALS:
    /// Files may be other ones than before.
    void rowsChanged();
    /// What was here may be so no more.
    void keptChanged();
    void keptTextChanged();
    void localeChanged();
    void placeWanted(const QString &key, int number);
    void saved(const QString &key, int number, const suhbat::Result<QString> &path);

private:
    MessageListModel &m_messages;
    FileService m_service;
    Gallery m_gallery;
    QLocale m_locale;
    qint64 m_kept = -1;
};

} // namespace suhbat
