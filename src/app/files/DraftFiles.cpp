#include "app/files/DraftFiles.h"

#include "app/AccountPaths.h"
#include "app/FilePick.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>

namespace suhbat {

namespace {

constexpr qint64 longestList = 1024 * 1024;

QJsonObject jsonOf(const OutboxFile &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("name"), file.name},
            {QStringLiteral("width"), file.width},
            {QStringLiteral("height"), file.height}};
}

} // namespace

DraftFiles::Kept DraftFiles::read() const
{
    Kept kept;
    QFile list(listPath());
    if (!list.open(QIODevice::ReadOnly))
        return kept;
    QSet<QString> used{list.fileName()};
    const QJsonObject all = QJsonDocument::fromJson(list.read(longestList)).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const ConversationId conversation(it.key());
        for (const QJsonValue value : it->toArray()) {
            const QJsonObject one = value.toObject();
            const QString path = one.value(QLatin1String("path")).toString();
            // Looked at as if it were picked now: it may be another one by now.
            FilePick::Picked picked = FilePick::look(QUrl::fromLocalFile(path));
            picked.file.name = one.value(QLatin1String("name")).toString();
            picked.file.width = one.value(QLatin1String("width")).toInt();
            picked.file.height = one.value(QLatin1String("height")).toInt();
            used += path;
            if (picked.refusal == FilePick::Refusal::None)
                kept.files[conversation].append(picked.file);
            else
                kept.gone[conversation].append(picked.file.name);
        }
    }
    const auto here = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : here) {
        if (!used.contains(file.absoluteFilePath()))
            QFile::remove(file.filePath());
    }
    return kept;
}

bool DraftFiles::write(const All &files) const
{
    if (m_folder.isEmpty() || (files.isEmpty() && !QFile::exists(listPath())))
        return true;
    QJsonObject all;
    for (auto it = files.begin(); it != files.end(); ++it) {
        QJsonArray list;
        for (const OutboxFile &file : *it)
            list.append(jsonOf(file));
        all.insert(it.key().toString(), list);
    }
    QSaveFile list(listPath());
    if (!AccountPaths::makePrivate(m_folder) || !list.open(QIODevice::WriteOnly))
        return false;
    list.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    list.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    return list.commit();
}

void DraftFiles::remove() const
{
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

} // namespace suhbat
