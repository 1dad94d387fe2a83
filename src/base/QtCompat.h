#pragma once

// The differences between Qt 6.4 and 6.8 that the project meets. Nothing else asks for QT_VERSION.

#include <QtGlobal>

namespace suhbat {

/// QWebSocket::error(SocketError) was renamed in 6.5; as a template so that QtCore code may include
/// this.
template<typename Socket, typename SocketError>
constexpr auto webSocketErrorSignal()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return &Socket::errorOccurred;
#else
    return static_cast<void (Socket::*)(SocketError)>(&Socket::error);
#endif
}

} // namespace suhbat
