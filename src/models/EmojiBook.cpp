#include "models/EmojiBook.h"

#include <algorithm>

namespace suhbat {

namespace {

/// 0: called so; 1: its name begins so; 2: its words do; -1: not at all.
int matchOf(const EmojiBook::Emoji &emoji, int language, const QString &query,
            const QStringList &parts)
{
    const auto at = std::size_t(language);
    const QStringList &words = emoji.words.at(at);
    for (const QString &part : parts) {
        if (std::none_of(words.begin(), words.end(),
                         [&part](const QString &word) { return word.startsWith(part); }))
            return -1;
    }
    const QString name = EmojiBook::folded(emoji.names.at(at));
    if (name == query)
        return 0;
    return name.startsWith(query) ? 1 : 2;
}

} // namespace

QString EmojiBook::folded(const QString &text)
{
    QString plain = text.toLower();
    for (QChar &letter : plain) {
        if (letter == u'ʻ' || letter == u'ʼ' || letter == u'‘' || letter == u'’' || letter == u'`')
            letter = u'\'';
        else if (letter == u'_' || letter == u'-')
            letter = u' ';
        else if (letter == u'ё')
            letter = u'е';
    }
    return plain.simplified();
}

void EmojiBook::read(const QByteArray &lines)
{
    m_all.clear();
    for (const QByteArray &line : lines.split('\n')) {
        const QStringList columns = QString::fromUtf8(line).split(u'\t');
        bool ok = false;
        Emoji emoji;
        emoji.group = columns.first().toInt(&ok);
        if (!ok || columns.size() != 2 + languages || emoji.group < 0 || emoji.group >= groups)
            continue;
        emoji.text = columns.at(1);
        for (int language = 0; language < languages; ++language) {
            const QStringList words = columns.at(2 + language).split(u'|', Qt::SkipEmptyParts);
            const auto at = std::size_t(language);
            emoji.names.at(at) = words.isEmpty() ? QString() : words.first();
            emoji.words.at(at) =
                folded(words.join(u' ')).remove(u',').split(u' ', Qt::SkipEmptyParts);
        }
        m_all.append(emoji);
    }
}

const EmojiBook::Emoji *EmojiBook::find(const QString &text) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&text](const Emoji &emoji) { return emoji.text == text; });
    return found == m_all.end() ? nullptr : &*found;
}

QVector<const EmojiBook::Emoji *> EmojiBook::search(const QString &query, Language language,
                                                    int most) const
{
    const QString plain = folded(query);
    const QStringList parts = plain.split(u' ', Qt::SkipEmptyParts);
    QVector<std::pair<int, const Emoji *>> found;
    for (const Emoji &emoji : m_all) {
        int best = -1;
        for (int other = 0; other < languages && !parts.isEmpty(); ++other) {
            const int match = matchOf(emoji, other, plain, parts);
            const int rank = match * 2 + (other == language ? 0 : 1);
            if (match >= 0 && (best < 0 || rank < best))
                best = rank;
        }
        if (best >= 0)
            found.append({best, &emoji});
    }
    // of equals that of fewer words: "notebook" before "notebook with decorative cover"
    const auto words = [language](const Emoji *emoji) {
        return emoji->names.at(std::size_t(language)).count(u' ');
    };
    std::stable_sort(found.begin(), found.end(), [&words](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : words(a.second) < words(b.second);
    });
    QVector<const Emoji *> result;
    for (const auto &[rank, emoji] : std::as_const(found)) {
        if (result.size() < most)
            result.append(emoji);
    }
    return result;
}

EmojiBook::Language EmojiBook::languageOf(const QString &code)
{
    if (code == QLatin1String("ru"))
        return Russian;
    return code == QLatin1String("uz") ? Uzbek : English;
}

EmojiBook::Wanted EmojiBook::wantedBefore(const QString &text, int caret)
{
    const auto belongs = [](QChar letter) {
        return letter.isLetterOrNumber() || QStringLiteral("_-+'ʻʼ‘’").contains(letter);
    };
    int from = std::clamp(caret, 0, int(text.size()));
    const int end = from;
    while (from > 0 && belongs(text.at(from - 1)))
        --from;
    const bool colon = from > 0 && text.at(from - 1) == u':';
    // "10:30" and "https://" are none.
    const bool begins = colon && (from == 1 || text.at(from - 2).isSpace());
    if (!begins || end - from < 2 || !text.at(from).isLetter())
        return {};
    return {from - 1, text.mid(from, end - from)};
}

} // namespace suhbat
