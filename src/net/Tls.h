#pragma once

#include "base/NetworkSettings.h"
#include "base/Result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

class QSslError;

namespace suhbat::net {

/// What every encrypted connection is opened with: the system's certificate authorities and those
/// of caFile; with insecureTls, none is asked for, and the log warns each time. Loads the TLS
/// library, some 10 ms the first time. A caFile that cannot be read is a warning in the log and
/// adds nothing.
QSslConfiguration tlsConfiguration(const NetworkSettings &settings);

/// The certificates of a PEM file. Error kind Configuration: unreadable, or without a certificate.
Result<QList<QSslCertificate>> readCaFile(const QString &file);

/// The one to be told of several: who signed comes before when, and that before for whom.
TlsProblem tlsProblemOf(const QList<QSslError> &errors);
/// For the log: what Qt says of each, in English.
QString describe(const QList<QSslError> &errors);

} // namespace suhbat::net
