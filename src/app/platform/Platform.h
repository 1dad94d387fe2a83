#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;
class QProcess;

namespace suhbat::platform {

// Everything that differs between systems. CMake picks one implementation; no other file of the
// project asks which system it runs on.

/// Why no window can be opened here, as a sentence in English; empty when one can. Asks before Qt
/// does, which would abort.
QString displayProblem();

/// A folder for sockets of this user's running programs; empty where the system has none.
QString runtimeFolder();

/// What another program gave us for raising our window, used by the next window that asks to be
/// the active one. Some systems raise nothing without it.
void setActivationToken(const QByteArray &token);

/// The child, not started yet, is to end when this process dies, however it dies. Where the system
/// has no such thing it does nothing: the child also has to watch its standard input.
void endWithParent(QProcess &child);

/// Calls `told` with whether the system prefers dark: soon, but never before this returned, and
/// again whenever that changes, until `context` dies. Wants a QGuiApplication; may take some
/// milliseconds, so call it after the first frame.
void watchDarkMode(QObject *context, std::function<void(bool dark)> told);

/// Calls `jumped` whenever the time of day jumps, until `context` dies: when somebody sets the
/// clock and when the computer wakes up. Costs nothing in between. Never calls where the system
/// cannot tell.
void watchClock(QObject *context, std::function<void()> jumped);

/// Calls `told` with true when the computer is about to sleep and with false when it has woken up,
/// until `context` dies. Never calls where the system does not say; watchClock() may still.
void watchSleep(QObject *context, std::function<void(bool asleep)> told);

enum class KeyringState {
    Absent, ///< no keyring is running, and none could be started
    Locked, ///< it, or what it holds under the key, wants a password first
    Open    ///< what it does not show is not there; also where the system cannot tell
};

/// How the system's keyring is about one key of QtKeychain, without asking its user for anything.
/// Calls `told` once, later, unless `context` died.
void keyringState(const QString &service, const QString &key, QObject *context,
                  std::function<void(KeyringState state)> told);

/// Calls `changed` when the keyring comes, or is locked or unlocked, until `context` dies.
void watchKeyring(QObject *context, std::function<void()> changed);

} // namespace suhbat::platform
