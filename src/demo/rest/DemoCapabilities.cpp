#include "demo/rest/DemoCapabilities.h"

namespace suhbat::demo {

const std::array<Capabilities::Name, 14> &Capabilities::names()
{
    static const std::array<Name, 14> all{{{"typing", &Capabilities::typing},
                                           {"tempId", &Capabilities::tempId},
                                           {"idempotentSend", &Capabilities::idempotentSend},
                                           {"paging", &Capabilities::paging},
                                           {"reply", &Capabilities::reply},
                                           {"edit", &Capabilities::edit},
                                           {"delete", &Capabilities::remove},
                                           {"upload", &Capabilities::upload},
                                           {"readers", &Capabilities::readers},
                                           {"groupCreate", &Capabilities::groupCreate},
                                           {"members", &Capabilities::members},
                                           {"presence", &Capabilities::presence},
                                           {"search", &Capabilities::search},
                                           {"capabilities", &Capabilities::capabilities}}};
    return all;
}

bool Capabilities::set(const QString &name, bool on)
{
    for (const Name &one : names()) {
        if (name == QLatin1String(one.name)) {
            this->*one.member = on;
            return true;
        }
    }
    return false;
}

} // namespace suhbat::demo
