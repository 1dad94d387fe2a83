#include "models/People.h"

#include <QStringList>

namespace suhbat {

namespace {

// The first letter as people see it: a surrogate pair is one, a quote or bracket is none.
QString firstLetter(const QString &word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word.at(i);
        if (c.isHighSurrogate() && i + 1 < word.size()) {
            const char32_t full = QChar::surrogateToUcs4(c, word.at(i + 1));
            if (QChar::isLetterOrNumber(full))
                return word.mid(i, 2).toUpper();
            ++i;
        } else if (c.isLetter()) {
            return QString(c).toUpper();
        }
    }
    return {};
}

} // namespace

QString initialsOf(const QString &name)
{
    QStringList letters;
    const auto words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const QString letter = firstLetter(word); !letter.isEmpty())
            letters.append(letter);
    }
    if (letters.isEmpty())
        return QStringLiteral("#");
    return letters.size() == 1 ? letters.first() : letters.first() + letters.last();
}

int colorIndexOf(const QString &name)
{
    // Not qHash: that is seeded anew at every start.
    unsigned hash = 2166136261U;
    const QString same = name.simplified().toCaseFolded();
    for (const QChar c : same)
        hash = (hash ^ c.unicode()) * 16777619U;
    return int((hash >> 8) % 8U);
}

} // namespace suhbat
