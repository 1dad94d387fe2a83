#include "models/NameMatch.h"

#include <QVector>

#include <algorithm>

namespace suhbat {

namespace {

constexpr int atStart = 24; // the first letter of the name
constexpr int atWord = 14;  // the first letter of a word
constexpr int inRun = 16;   // right after the letter before
constexpr int anywhere = 1;
constexpr int notFound = -1;
constexpr int longestName = 200; // what comes beyond decides nothing

bool startsWord(const QString &name, qsizetype at)
{
    return at == 0 || !name.at(at - 1).isLetterOrNumber();
}

int worth(const QString &name, qsizetype at)
{
    return at == 0 ? atStart : startsWord(name, at) ? atWord : anywhere;
}

bool isApostrophe(QChar c)
{
    static const QString forms = QStringLiteral("'`ʻʼ‘’´ʹ");
    return forms.contains(c);
}

} // namespace

QString NameMatch::folded(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString bare;
    bare.reserve(apart.size());
    for (const QChar c : apart) {
        // The Russian short i is a letter of its own, but people write и for it as well.
        if (c.category() != QChar::Mark_NonSpacing && !isApostrophe(c))
            bare.append(c);
    }
    return bare.simplified();
}

bool NameMatch::contains(const QString &name, const QString &wanted)
{
    const auto words = QStringView(wanted).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&name](QStringView word) { return name.contains(word); });
}

// The best of all ways to find the letters: best[i] is that of the letters so far whose last one
// stands at i.
int NameMatch::score(const QString &name, const QString &wanted)
{
    const QString in = name.left(longestName);
    QVector<int> best;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        QVector<int> next(in.size(), notFound);
        int before = notFound; // the best way that ends before i
        for (qsizetype i = 0; i < in.size(); ++i) {
            if (in.at(i) == letter) {
                if (best.isEmpty())
                    next[i] = worth(in, i);
                else if (before >= 0)
                    next[i] = before + worth(in, i);
                if (i > 0 && !best.isEmpty() && best.at(i - 1) >= 0)
                    next[i] = std::max(next.at(i), best.at(i - 1) + inRun);
            }
            if (!best.isEmpty())
                before = std::max(before, best.at(i));
        }
        best = next;
        if (best.isEmpty())
            return notFound;
    }
    return best.isEmpty() ? 0 : *std::max_element(best.cbegin(), best.cend());
}

} // namespace suhbat
