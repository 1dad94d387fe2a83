#pragma once

#include "demo/DemoServer.h"
#include "support/SlowDoor.h"

#include <QString>
#include <QStringList>

namespace suhbat::test {

/// Another back end: somebody with a thousand conversations, and people and a group whose names are
/// sixty characters long; behind a door that can be shut on an upload.
class Crowd
{
public:
    static constexpr qint64 me = 900;
    static constexpr qint64 aleksandra = 901;
    static constexpr qint64 maximiliane = 902;
    static constexpr qint64 group = 7002;
    static const QString phone; ///< mine

    /// `options` with a database file that is not there yet.
    explicit Crowd(demo::DemoOptions options);

    [[nodiscard]] bool listen();
    /// Mine first, then those of the two others, then the group's.
    static const QStringList &names();
    /// Of what is written there.
    static const QStringList &lines();
    /// The oldest first.
    static QStringList orderNames();

    demo::DemoServer &server() { return m_server; }
    SlowDoor &door() { return *m_door; }

private:
    static demo::DemoOptions filled(demo::DemoOptions options);

    demo::DemoServer m_server;
    std::unique_ptr<SlowDoor> m_door;
};

} // namespace suhbat::test
