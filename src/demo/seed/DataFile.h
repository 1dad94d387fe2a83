#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace suhbat::demo {

/// The bytes of src/demo/data/NAME, compiled in. A missing file is a build mistake: fatal.
QByteArray dataBytes(const QString &name);
/// The same as a JSON object; unreadable JSON is fatal.
QJsonObject dataFile(const QString &name);

} // namespace suhbat::demo
