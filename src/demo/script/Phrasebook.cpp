#include "demo/script/Phrasebook.h"

#include "demo/seed/DataFile.h"

#include <QJsonArray>

#include <algorithm>

namespace suhbat::demo {

namespace {

// People type all sorts of apostrophes; the word lists know the plain one.
QString plain(const QString &text)
{
    QString lower = text.toLower();
    for (const char16_t sign : {u'ʻ', u'ʼ', u'‘', u'’', u'`', u'´'})
        lower.replace(QChar(sign), QLatin1Char('\''));
    return lower;
}

// At the start of a word, so that endings do not matter and "this" does not greet with "hi".
// Very short words have to match to their end, too.
bool hasWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype after = at + word.size();
        const bool starts = at == 0 || !text[at - 1].isLetterOrNumber();
        const bool ends = after == text.size() || !text[after].isLetter();
        if (starts && (ends || word.size() > 3))
            return true;
    }
    return false;
}

bool hasAnyWord(const QString &text, const QJsonArray &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](const QJsonValue &word) { return hasWord(text, word.toString()); });
}

bool isCyrillic(QChar c)
{
    return c.script() == QChar::Script_Cyrillic;
}

} // namespace

Phrasebook::Phrasebook(quint32 seed)
    : m_data(dataFile(QStringLiteral("replies.json"))), m_random(seed)
{}

QString Phrasebook::answer(const QString &text, const QString &language)
{
    const QString spoken = languageOf(text, language);
    const QJsonObject phrases = m_data.value(spoken).toObject();
    const QString words = plain(text);
    const QJsonArray topics = phrases.value(QLatin1String("topics")).toArray();
    for (qsizetype i = 0; i < topics.size(); ++i) {
        if (hasAnyWord(words, topics[i][QLatin1String("words")].toArray())) {
            return pick(spoken + QString::number(i), topics[i][QLatin1String("replies")].toArray());
        }
    }
    const QString kind =
        text.contains(QLatin1Char('?')) ? QStringLiteral("question") : QStringLiteral("otherwise");
    return pick(spoken + kind, phrases.value(kind).toArray());
}

QString Phrasebook::opener(const QString &language)
{
    return pick(language + QStringLiteral("openers"),
                m_data.value(language)[QLatin1String("openers")].toArray());
}

QString Phrasebook::languageOf(const QString &text, const QString &otherwise) const
{
    if (std::any_of(text.begin(), text.end(), isCyrillic))
        return QStringLiteral("ru");
    if (hasAnyWord(plain(text), m_data.value(QLatin1String("uzbek_words")).toArray()))
        return QStringLiteral("uz");
    const bool hasLetters =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    // Latin letters in a Russian talk are English; in an Uzbek one they are probably Uzbek.
    return hasLetters && otherwise == QLatin1String("ru") ? QStringLiteral("en") : otherwise;
}

QString Phrasebook::pick(const QString &kind, const QJsonArray &phrases)
{
    QStringList &unused = m_unused[kind];
    if (unused.isEmpty()) {
        for (const QJsonValue &phrase : phrases)
            unused.append(phrase.toString());
        std::shuffle(unused.begin(), unused.end(), m_random);
    }
    return unused.isEmpty() ? QStringLiteral("👍") : unused.takeLast();
}

} // namespace suhbat::demo
