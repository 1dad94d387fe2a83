#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <array>

namespace suhbat {

/// The emoji that can be chosen, and how one finds them by words of any of our languages.
class EmojiBook
{
public:
    static constexpr int groups = 9; ///< from 0, in the order of Unicode: smileys … flags
    enum Language { English, Russian, Uzbek, languages };

    struct Emoji
    {
        QString text;
        int group = 0;
        std::array<QString, languages> names;
        std::array<QStringList, languages> words; ///< of the name first; folded
    };
    /// What stands before the caret and may become an emoji: ":smi" at `from`.
    struct Wanted
    {
        int from = -1; ///< of the colon; -1: nothing
        QString word;
    };

    /// Lines of scripts/make-emoji; a line of another form is left out.
    void read(const QByteArray &lines);
    const QVector<Emoji> &all() const { return m_all; }
    /// nullptr when there is no such emoji.
    const Emoji *find(const QString &text) const;
    /// Those of which every word of the query begins a word, in one language; the best first, those
    /// of `language` before others.
    QVector<const Emoji *> search(const QString &query, Language language, int most) const;

    static Language languageOf(const QString &code);
    /// At least two letters after a colon that begins a word. The caret in UTF-16 units.
    static Wanted wantedBefore(const QString &text, int caret);
    /// In small letters, with one kind of apostrophe, "_" and "-" as spaces.
    static QString folded(const QString &text);

private:
    QVector<Emoji> m_all;
};

} // namespace suhbat
