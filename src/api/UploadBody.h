#pragma once

#include "api/OutgoingMessage.h"
#include "base/Result.h"

#include <QFile>
#include <QIODevice>
#include <QVector>

#include <memory>
#include <vector>

namespace suhbat {

/// A multipart/form-data body: fields, then files, which are read from the disk as they go out and
/// never held in memory. It cannot be rewound, for the reason that OneWayBody gives.
class UploadBody : public QIODevice
{
    Q_OBJECT

public:
    using Fields = QVector<std::pair<QByteArray, QByteArray>>;

    /// Opens all files. Error kind Storage: one of them cannot be read.
    static Result<std::shared_ptr<UploadBody>> make(const Fields &fields,
                                                    const QVector<UploadFile> &files);

    QByteArray contentType() const; ///< with the boundary
    qint64 size() const override { return m_size; }
    bool seek(qint64) override { return false; }

protected:
    /// -1 when a file has become shorter meanwhile: then the request fails.
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Part
    {
        QByteArray bytes;            // before the file
        std::unique_ptr<QFile> file; // may be null
        qint64 fileBytes = 0;
    };

    UploadBody();
    void add(QByteArray bytes, std::unique_ptr<QFile> file = {});

    QByteArray m_boundary;
    std::vector<Part> m_parts;
    qint64 m_size = 0;
    size_t m_part = 0; // where reading stands
    qint64 m_at = 0;   // … in its bytes and then its file
};

} // namespace suhbat
