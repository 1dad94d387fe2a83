#pragma once

#include "demo/rest/DemoCapabilities.h"
#include "demo/rest/Router.h"

#include <optional>

namespace suhbat::demo {

class Chat;

/// Edit, delete, readers, new groups, members, search and the list of capabilities: what the
/// contract's section 7 adds. What is switched off is no route at all.
class ExtensionEndpoints
{
public:
    ExtensionEndpoints(Chat &chat, const Capabilities &capabilities, int perPage);

    void addTo(Router &router);

private:
    ApiAnswer edit(const ApiCall &call) const;
    ApiAnswer remove(const ApiCall &call) const;
    ApiAnswer readers(const ApiCall &call) const;
    ApiAnswer createGroup(const ApiCall &call) const;
    ApiAnswer members(const ApiCall &call) const;
    ApiAnswer search(const ApiCall &call) const;
    ApiAnswer list() const;
    /// 404, or 403 for who takes no part in it (or, `authorOnly`, did not write it).
    std::optional<ApiAnswer> denial(const ApiCall &call, bool authorOnly) const;

    Chat &m_chat;
    const Capabilities &m_capabilities;
    int m_perPage;
};

} // namespace suhbat::demo
