#pragma once

#include <QString>

namespace suhbat::wire {

/// Sizes in UTF-16 units; what is longer is cut and ends in an ellipsis.
namespace limits {
inline constexpr qsizetype body = 64 * 1024;
inline constexpr qsizetype name = 256;
inline constexpr qsizetype line = 512; ///< previews, error texts
inline constexpr qsizetype url = 2048;
inline constexpr qsizetype id = 128;
inline constexpr qsizetype attachments = 100;
inline constexpr qsizetype messageIds = 10000;
inline constexpr qsizetype capabilities = 100;
} // namespace limits

/// One line for names, titles, previews: no control characters, no bidi embeddings or overrides
/// (U+202A-202E, U+2066-2069: they would reorder the text around the name), no zero-width
/// blanks; white space collapsed. LRM, RLM and joiners stay.
QString cleanLine(const QString &text, qsizetype max = limits::name);

/// A message text: line ends become \n, control characters other than \n and \t go.
QString cleanBody(const QString &text);

} // namespace suhbat::wire
