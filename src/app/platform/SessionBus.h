#pragma once

#include <QFile>
#include <QString>

namespace suhbat::platform {

/// Looked at before the bus is used: without one libdbus would try to start it.
inline bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace suhbat::platform
