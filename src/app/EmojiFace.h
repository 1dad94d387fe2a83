#pragma once

#include "models/EmojiBook.h"
#include "models/EmojiListModel.h"

#include <QObject>
#include <QQmlEngine>

namespace suhbat {

/// Emoji for QML: the ones to pick from, and what ":name" in the composer may become. Their names
/// are read when somebody asks for the first time.
class EmojiFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(suhbat::EmojiListModel *list READ list CONSTANT)
    Q_PROPERTY(suhbat::EmojiListModel *completions READ completions CONSTANT)
    Q_PROPERTY(int completedFrom READ completedFrom NOTIFY completionsChanged)

public:
    static constexpr int mostCompletions = 6;
    static constexpr int mostRecent = 32;

    /// Keeps in `settingsFile` what was used last.
    explicit EmojiFace(const QString &settingsFile, QObject *parent = nullptr);

    /// "en", "ru", "uz": whose names are shown, and come first.
    void setLanguage(const QString &code) { m_language = EmojiBook::languageOf(code); }
    EmojiListModel *list() { return &m_list; }
    EmojiListModel *completions() { return &m_completions; }
    /// Where the colon stands that begins what is being completed; -1: nothing is.
    int completedFrom() const { return m_from; }

    /// Fills `list`: a group, or -1 for those used last.
    Q_INVOKABLE void showGroup(int group);
    /// Fills `list` with what is called so, in any language.
    Q_INVOKABLE void search(const QString &query);
    /// Fills `completions` for what stands before the caret (UTF-16 units).
    Q_INVOKABLE void complete(const QString &text, int caret);
    Q_INVOKABLE void endCompletion();
    /// It was put into a text.
    Q_INVOKABLE void used(const QString &emoji);
    Q_INVOKABLE bool hasRecent() const { return !m_recent.isEmpty(); }

Q_SIGNALS:
    void completionsChanged();

private:
    const EmojiBook &book();
    EmojiListModel::Row rowOf(const EmojiBook::Emoji &emoji) const;
    QVector<EmojiListModel::Row> rowsOf(const QVector<const EmojiBook::Emoji *> &found) const;

    QString m_file;
    EmojiBook m_book;
    EmojiBook::Language m_language = EmojiBook::English;
    EmojiListModel m_list;
    EmojiListModel m_completions;
    QStringList m_recent; // the last one first
    int m_from = -1;
};

} // namespace suhbat
