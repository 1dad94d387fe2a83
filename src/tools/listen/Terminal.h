#pragma once

#include <QString>

#include <optional>

namespace suhbat::listen {

/// The person at the terminal, if there is one.
namespace terminal {

enum class Echo { Shown, Hidden };

/// Asks on the controlling terminal, whatever stdin and stdout are. Nothing when there is no
/// terminal, or at end of input. With Echo::Hidden what is typed is not shown, and the terminal is
/// as before afterwards, Ctrl+C included: that ends the program with 130.
std::optional<QString> ask(const QString &question, Echo echo);

/// stdout is a terminal that takes colours, and nobody asked for none (NO_COLOR, TERM=dumb).
bool wantsColour();

} // namespace terminal

} // namespace suhbat::listen
