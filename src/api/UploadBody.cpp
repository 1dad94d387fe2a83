#include "api/UploadBody.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cstring>

namespace suhbat {

namespace {

/// Inside the quotes of a header: what would end them, or the line, is replaced.
QByteArray quotable(const QString &name)
{
    QString safe = name;
    for (QChar &c : safe) {
        if (c == u'"' || c == u'\\' || c < u' ' || c == QChar(0x7f))
            c = u'_';
    }
    return safe.left(255).toUtf8();
}

QByteArray safeType(const QString &mimeType)
{
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}$"));
    return form.match(mimeType).hasMatch() ? mimeType.toLatin1()
                                           : QByteArrayLiteral("application/octet-stream");
}

} // namespace

UploadBody::UploadBody()
    : m_boundary("suhbat-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{}

Result<std::shared_ptr<UploadBody>> UploadBody::make(const Fields &fields,
                                                     const QVector<UploadFile> &files)
{
    const std::shared_ptr<UploadBody> body(new UploadBody);
    const QByteArray start =
        "--" + body->m_boundary + "\r\nContent-Disposition: form-data; name=\"";
    for (const auto &[name, value] : fields)
        body->add(start + name + "\"\r\n\r\n" + value + "\r\n");
    for (const UploadFile &one : files) {
        auto file = std::make_unique<QFile>(one.path);
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file->isSequential()) {
            Error error =
                Error::make(Error::Kind::Storage,
                            QStringLiteral("a file cannot be read: %1").arg(file->errorString()));
            error.storage = StorageProblem::Attachment;
            return error;
        }
        body->add(start + "files[]\"; filename=\"" + quotable(one.name) +
                      "\"\r\nContent-Type: " + safeType(one.mimeType) + "\r\n\r\n",
                  std::move(file));
        body->add("\r\n");
    }
    body->add("--" + body->m_boundary + "--\r\n");
    body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return body;
}

void UploadBody::add(QByteArray bytes, std::unique_ptr<QFile> file)
{
    Part part{std::move(bytes), std::move(file), 0};
    part.fileBytes = part.file ? part.file->size() : 0;
    m_size += part.bytes.size() + part.fileBytes;
    m_parts.push_back(std::move(part));
}

QByteArray UploadBody::contentType() const
{
    return "multipart/form-data; boundary=\"" + m_boundary + '"';
}

qint64 UploadBody::readData(char *data, qint64 most)
{
    qint64 done = 0;
    while (done < most && m_part < m_parts.size()) {
        Part &part = m_parts[m_part];
        const qint64 inBytes = part.bytes.size() - m_at;
        if (inBytes > 0) {
            const qint64 count = std::min(inBytes, most - done);
            std::memcpy(data + done, part.bytes.constData() + m_at, size_t(count));
            done += count;
            m_at += count;
            continue;
        }
        const qint64 left = part.bytes.size() + part.fileBytes - m_at;
        if (left <= 0) {
            part.file.reset();
            ++m_part;
            m_at = 0;
            continue;
        }
        const qint64 count = part.file->read(data + done, std::min(left, most - done));
        if (count <= 0)
            return done > 0 ? done : -1; // shorter than it was: -1 with the next call
        done += count;
        m_at += count;
    }
    return done;
}

} // namespace suhbat
