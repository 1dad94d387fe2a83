#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QString>
#include <QTimeZone>
#include <QUrl>

namespace suhbat::wire {

/// What a decoder has to know beside the JSON.
struct DecodeContext
{
    QString language = QStringLiteral("en"); ///< of {uz,ru,en} texts
    /// The zone of time stamps that name none.
    QTimeZone serverZone = QTimeZone::utc();
    /// Scheme, host and port of the server: relative avatar and file addresses start there.
    QUrl origin;
    UserId ownUserId; ///< empty before login
    Clock clock;      ///< "now" for messages whose time cannot be read
};

} // namespace suhbat::wire
