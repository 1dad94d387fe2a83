#include "store/MessageSearch.h"

#include <algorithm>
#include <utility>

namespace suhbat::search {

namespace {

QStringList allWords(const QString &text)
{
    QStringList found;
    QString word;
    // Half a surrogate pair is no character, and would swallow what follows it in UTF-8.
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isLetterOrNumber(c) || QChar::isMark(c))
            word += QString::fromUcs4(&c, 1);
        else if (!word.isEmpty())
            found += std::exchange(word, QString());
    }
    if (!word.isEmpty())
        found += word;
    return found;
}

/// How many places a second has.
constexpr qint64 idRange = qint64(1) << 30;

/// The same in every run, unlike qHash().
quint32 checksum(const QString &text)
{
    quint32 sum = 0;
    for (const QChar c : text)
        sum = sum * 31 + c.unicode();
    return sum;
}

} // namespace

QStringList words(const QString &text)
{
    return allWords(text.left(maxText)).mid(0, maxWords);
}

QString folded(const QString &word)
{
    QString plain;
    for (const QChar c : word.normalized(QString::NormalizationForm_C).toCaseFolded()) {
        const QString parts = c.decomposition();
        const bool latin = c.script() == QChar::Script_Latin;
        plain += latin && !parts.isEmpty() ? parts.at(0) : c;
    }
    return plain;
}

bool matches(const QString &text, const QStringList &wanted)
{
    QStringList has = allWords(text);
    std::transform(has.cbegin(), has.cend(), has.begin(), folded);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString want = folded(wanted.at(i));
        const bool last = i + 1 == wanted.size();
        const bool found = std::any_of(has.cbegin(), has.cend(), [&](const QString &word) {
            return last ? word.startsWith(want) : word == want;
        });
        if (!found)
            return false;
    }
    return !wanted.isEmpty();
}

qint64 place(const Message &message)
{
    constexpr qint64 lastSecond = (qint64(1) << 33) - 1; // in the year 2242
    const qint64 seconds = message.createdAt.isValid() ? message.createdAt.toSecsSinceEpoch() : 0;
    const auto number = message.id.number();
    // An id that is no number tells no order: the thousandth of the second does, roughly.
    const qint64 within = number && *number >= 0
                              ? *number % idRange
                              : (qint64(message.createdAt.time().msec()) << 20) +
                                    qint64(checksum(message.id.toString()) & 0xfffffU);
    return std::clamp<qint64>(seconds, 0, lastSecond) * idRange + within % idRange;
}

qint64 secondOf(qint64 place)
{
    return place / idRange;
}

qint64 withinSecond(qint64 place, qint64 offset)
{
    return secondOf(place) * idRange + offset % idRange;
}

} // namespace suhbat::search
