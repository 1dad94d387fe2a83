#pragma once

#include "store/OutboxEntry.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QQmlEngine>
#include <QSize>

namespace suhbat {

/// The files that go along with the next message, for QML.
class AttachmentListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.attachments")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        SizeTextRole, ///< QString "128.5 KB", by the locale
        PictureRole,  ///< QUrl of a file to be shown small; empty where it is no picture
    };
    using IsPicture = bool (*)(const OutboxFile &);

    explicit AttachmentListModel(IsPicture isPicture, QObject *parent = nullptr);

    int count() const { return int(m_files.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const QVector<OutboxFile> &files() const { return m_files; }
    void setFiles(const QVector<OutboxFile> &files);
    void append(const OutboxFile &file);
    void removeAt(int row);
    /// Of the picture at that path, in pixels; nothing changes where there is none.
    void setPictureSize(const QString &path, const QSize &size);
    void setLocale(const QLocale &locale);

Q_SIGNALS:
    void countChanged();

private:
    IsPicture m_isPicture;
    QVector<OutboxFile> m_files;
    QLocale m_locale;
};

} // namespace suhbat
