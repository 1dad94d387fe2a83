#pragma once

#include "app/files/PictureReader.h"

#include <QQuickAsyncImageProvider>
#include <QUrl>

namespace suhbat {

class FileService;

/// The pictures of people and messages for QML, at the size they are shown in:
///
///     image://files/person/ADDRESS           of a user: fetched from wherever it is
///     image://files/kept/R/ADDRESS           of a message, once it is in the cache
///     image://files/whole/0/ADDRESS          the same, not cut to the box
///     image://files/own/R/PATH               on this disk, on its way out
///
/// ADDRESS and PATH percent-encoded; R: radius of the corners, in thousandths of the width.
/// There are many reasons for having no picture, and a warning in the log helps nobody: what cannot
/// be shown is a picture of one pixel, which QML takes for none.
class PictureProvider final : public QQuickAsyncImageProvider
{
public:
    /// The service outlives the QML engine.
    explicit PictureProvider(FileService &files) : m_files(files) {}

    /// Called by QML on a thread of its own.
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

    static QString id() { return QStringLiteral("files"); }
    static QString urlOf(const char *kind, const QUrl &address, int rounding);

    /// What an id means; Kind::Nothing for what has another form. Pure.
    struct Asked
    {
        enum class Kind { Nothing, Person, Kept, Own };
        Kind kind = Kind::Nothing;
        QUrl address; ///< of Own: the path of a local file
        PictureWish wish;
    };
    static Asked parse(const QString &id, const QSize &size);

private:
    FileService &m_files;
};

} // namespace suhbat
