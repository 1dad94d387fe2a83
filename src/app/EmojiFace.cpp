#include "app/EmojiFace.h"

#include <QFile>
#include <QSettings>

namespace suhbat {

namespace {

const QString recentKey = QStringLiteral("writing/recentEmoji");

} // namespace

EmojiFace::EmojiFace(const QString &settingsFile, QObject *parent)
    : QObject(parent)
    , m_file(settingsFile)
    , m_recent(QSettings(settingsFile, QSettings::IniFormat).value(recentKey).toStringList())
{}

const EmojiBook &EmojiFace::book()
{
    if (m_book.all().isEmpty()) {
        QFile names(QStringLiteral(":/qt/qml/Suhbat/App/emoji.tsv"));
        if (names.open(QIODevice::ReadOnly))
            m_book.read(names.readAll());
    }
    return m_book;
}

EmojiListModel::Row EmojiFace::rowOf(const EmojiBook::Emoji &emoji) const
{
    const QString &own = emoji.names.at(std::size_t(m_language));
    return {emoji.text, own.isEmpty() ? emoji.names.at(EmojiBook::English) : own};
}

QVector<EmojiListModel::Row> EmojiFace::rowsOf(const QVector<const EmojiBook::Emoji *> &found) const
{
    QVector<EmojiListModel::Row> rows;
    for (const EmojiBook::Emoji *emoji : found)
        rows.append(rowOf(*emoji));
    return rows;
}

void EmojiFace::showGroup(int group)
{
    QVector<EmojiListModel::Row> rows;
    if (group < 0) {
        for (const QString &text : std::as_const(m_recent)) {
            if (const EmojiBook::Emoji *emoji = book().find(text))
                rows.append(rowOf(*emoji));
        }
    } else {
        for (const EmojiBook::Emoji &emoji : book().all()) {
            if (emoji.group == group)
                rows.append(rowOf(emoji));
        }
    }
    m_list.setRows(rows);
}

void EmojiFace::search(const QString &query)
{
    constexpr int most = 200;
    m_list.setRows(rowsOf(book().search(query, m_language, most)));
}

void EmojiFace::complete(const QString &text, int caret)
{
    const EmojiBook::Wanted wanted = EmojiBook::wantedBefore(text, caret);
    if (wanted.from < 0) {
        endCompletion();
        return;
    }
    m_completions.setRows(rowsOf(book().search(wanted.word, m_language, mostCompletions)));
    m_from = m_completions.count() > 0 ? wanted.from : -1;
    Q_EMIT completionsChanged();
}

void EmojiFace::endCompletion()
{
    if (m_from < 0)
        return;
    m_from = -1;
    m_completions.setRows({});
    Q_EMIT completionsChanged();
}

void EmojiFace::used(const QString &emoji)
{
    m_recent.removeAll(emoji);
    m_recent.prepend(emoji);
    while (m_recent.size() > mostRecent)
        m_recent.removeLast();
    QSettings(m_file, QSettings::IniFormat).setValue(recentKey, m_recent);
}

} // namespace suhbat
