#pragma once

#include "base/Error.h"

#include <QAbstractSocket>

#include <optional>

class QNetworkReply;

namespace suhbat::net {

/// Makes reachError() of this reply know why its certificate was refused.
void rememberTlsProblems(QNetworkReply &reply);

/// When the way to the server failed before it could be asked anything: an Error of kind Tls or
/// Proxy. Nothing for any other outcome.
std::optional<Error> reachError(const QNetworkReply &reply);

/// The error of a socket that failed to open: kinds Tls, Proxy, Timeout, Unreachable. `problem` and
/// `tlsText` are what its sslErrors told.
Error socketError(QAbstractSocket::SocketError error, const QString &text, TlsProblem problem,
                  const QString &tlsText);

} // namespace suhbat::net
