#pragma once

#include "domain/Message.h"

#include <QStringList>

namespace suhbat {

/// What every store makes of a text that was typed into the search field.
namespace search {

/// More of a text is not looked at.
constexpr int maxText = 200;
constexpr int maxWords = 16;

/// The words of a text: runs of letters and numbers.
QStringList words(const QString &text);
/// Case and the accents of Latin letters do not matter.
QString folded(const QString &word);
/// Each of `wanted` is a word of `text`, the last one of `wanted` at least its beginning.
bool matches(const QString &text, const QStringList &wanted);
/// Found messages are shown with the greatest place first: by second, then by id. Never negative;
/// for different messages nearly always different.
qint64 place(const Message &message);
/// The second that a place is in.
qint64 secondOf(qint64 place);
/// `offset`, which may be any number, as a place in the second of `place`.
qint64 withinSecond(qint64 place, qint64 offset);

} // namespace search

} // namespace suhbat
