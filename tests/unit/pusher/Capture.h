#pragma once

#include "base/Clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace suhbat::test {

/// One thing that a real server did, as it was captured.
struct CaptureStep
{
    enum class What { Text, Close, ControlPing };

    Milliseconds at{0}; ///< since the connection was opened
    What what = What::Text;
    QByteArray text;
    int closeCode = 0; ///< 1006: the TCP connection was cut
};

/// The section "-- TITLE" of tests/fixtures/pusher/captures/FILE.txt; fails the test when there is
/// none.
QList<CaptureStep> capture(const QString &file, const QString &title);

} // namespace suhbat::test
