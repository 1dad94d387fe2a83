#pragma once

#include "demo/DemoServer.h"
#include "support/Person.h"

#include <memory>

namespace suhbat::test {

/// What most journeys start from: a demo back end in which nobody acts by themselves, and Dana with
/// her window open on the login page.
struct Desk
{
    /// False when the server cannot listen or the window does not open.
    [[nodiscard]] bool sitDown(demo::DemoOptions options = {})
    {
        options.quiet = true;
        server = std::make_unique<demo::DemoServer>(options);
        dana = std::make_unique<Person>();
        return server->listen() && dana->open(*server);
    }
    void leave()
    {
        dana.reset();
        server.reset();
    }

    std::unique_ptr<demo::DemoServer> server;
    std::unique_ptr<Person> dana;
};

/// The conversation that the journeys are about.
namespace kim {
constexpr qint64 id = 43;
constexpr qint64 room = 12;
inline const QString name = QStringLiteral("Kim Ito");
} // namespace kim

} // namespace suhbat::test
