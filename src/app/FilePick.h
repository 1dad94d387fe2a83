#pragma once

#include "base/Result.h"
#include "store/OutboxEntry.h"

#include <QUrl>

namespace suhbat {

/// Looks at what somebody wants to attach, before anything is sent.
class FilePick
{
public:
    enum class Refusal {
        None,
        NotHere,  ///< a web address, or gone
        NoFile,   ///< a folder, a pipe, a device
        NoRight,  ///< may not be read
        TooLarge, ///< more than OutgoingMessage::mostFileBytes
    };
    struct Picked
    {
        Refusal refusal = Refusal::None;
        OutboxFile file; ///< its name also where it was refused
    };

    static Picked look(const QUrl &url);
    /// A raster image of a kind that can be shown small here.
    static bool isPicture(const OutboxFile &file);
    /// The local files among them are what is copied in a file manager.
    static bool anyLocal(const QList<QUrl> &urls);
};

} // namespace suhbat
