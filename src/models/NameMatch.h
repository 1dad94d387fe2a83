#pragma once

#include <QString>

namespace suhbat {

/// How names are looked for. Pure.
class NameMatch
{
public:
    /// For comparing: no case, no accents, no apostrophes (Uzbek oʻ has many forms), single blanks.
    static QString folded(const QString &text);
    /// Whether every word of `wanted` is somewhere in `name`; both folded.
    static bool contains(const QString &name, const QString &wanted);
    /// How well the letters of `wanted` are found in `name` in their order, blanks aside; both
    /// folded. The greater the better, negative for not at all, 0 for an empty `wanted`. Words
    /// that start with them win over letters in the middle, runs over single letters.
    static int score(const QString &name, const QString &wanted);
};

} // namespace suhbat
