#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace suhbat::wire {

/// About how long ago a text like "5 daqiqa avval", "2 часа назад" or "3 days ago" says something
/// was, in the units that servers write (Uzbek, Russian, English); nothing for other texts. Good
/// for ordering two lists against each other, not for showing a time.
std::optional<std::chrono::seconds> humanisedAge(const QString &text);

} // namespace suhbat::wire
