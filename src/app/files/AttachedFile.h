#pragma once

#include "app/files/FilesFace.h"
#include "app/files/Transfer.h"
#include "domain/Message.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>

namespace suhbat {

/// One file of one message, as a bubble or the viewer shows it: where it stands, how far it has
/// come, what can be done with it. Found anew whenever key or number change.
class AttachedFile : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(suhbat::FilesFace *files READ files WRITE setFiles NOTIFY targetChanged)
    Q_PROPERTY(QString messageKey READ messageKey WRITE setMessageKey NOTIFY targetChanged)
    Q_PROPERTY(int number READ number WRITE setNumber NOTIFY targetChanged)
    Q_PROPERTY(bool picture READ isPicture NOTIFY changed)
    Q_PROPERTY(bool preview READ isPreview WRITE setPreview NOTIFY targetChanged)
    Q_PROPERTY(int rounding READ rounding WRITE setRounding NOTIFY targetChanged)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool obtainable READ isObtainable NOTIFY changed)
    Q_PROPERTY(QString source READ source NOTIFY changed)
    Q_PROPERTY(QString whole READ whole NOTIFY changed)

public:
    enum State {
        Unknown, ///< nothing was found yet, or there is nothing to find
        Away,    ///< on its server
        Asks,    ///< a picture on a foreign host: fetched when the user says so
        Coming,
        Here,
        Failed ///< `problem` says why
    };
    Q_ENUM(State)

    explicit AttachedFile(QObject *parent = nullptr) : QObject(parent) {}
    ~AttachedFile() override;

    FilesFace *files() const { return m_files; }
    void setFiles(FilesFace *files);
    QString messageKey() const { return m_key; }
    void setMessageKey(const QString &key);
    /// Of the message's files, from 0.
    int number() const { return m_number; }
    void setNumber(int number);
    /// A smaller picture will do, where the server has one; it comes by itself.
    bool isPreview() const { return m_preview; }
    void setPreview(bool preview);

    /// Radius of the corners of `source`, in thousandths of its width.
    int rounding() const { return m_rounding; }
    void setRounding(int rounding);

    bool isPicture() const { return m_file.isImage; }
    State state() const { return m_state; }
    qreal progress() const { return m_transfer ? m_transfer->progress() : -1; }
    QString problem() const { return m_problem ? m_problem() : QString(); }
    /// Of Asks: on whose computer the picture lies.
    QString host() const { return m_url.host(); }
    /// What became of saving, for a while the last word.
    QString note() const { return m_note ? m_note() : QString(); }
    /// There is an address to fetch it from.
    bool isObtainable() const;
    /// For QML's Image, while it is here; `whole` is not cut to the box.
    QString source() const { return sourceOf("kept", m_rounding); }
    QString whole() const { return sourceOf("whole", 0); }

    /// Fetches it, from wherever it lies.
    Q_INVOKABLE void fetch();
    Q_INVOKABLE void cancel();
    /// Fetches it if need be, and gives it to the desktop's program for such files. What could run
    /// is not opened: `problem` says so.
    Q_INVOKABLE void open();
    /// Into the folder for downloads, under a name that is free there.
    Q_INVOKABLE void save();
    /// The same in a place that the user is asked for.
    Q_INVOKABLE void saveAs();

Q_SIGNALS:
    void targetChanged();
    void changed();
    void progressChanged();

private:
    using Words = std::function<QString()>; // said anew in another language
    void find();
    void onRows();
    void take(const Attachment &file);
    void become(State state, const Words &problem = {});
    void follow(Transfer *transfer);
    /// So that its progress is seen, where what is wanted is what is shown.
    void fetchAlongside();
    void onEnded(const Result<QString> &path);
    void onSaved(const Result<QString> &path);
    QString sourceOf(const char *kind, int rounding) const;

    QPointer<FilesFace> m_files;
    QString m_key;
    int m_number = -1;
    bool m_preview = false;
    int m_rounding = 0;
    Attachment m_file;
    QUrl m_url; // what is shown; for a picture its preview, perhaps
    State m_state = Unknown;
    Words m_problem;
    Words m_note;
    QPointer<Transfer> m_transfer;
    bool m_asked = false;
    int m_look = 0; // answers to an older question do not count
};

} // namespace suhbat
