#include "domain/Capabilities.h"

namespace suhbat {

const std::array<CapabilityName, 13> capabilityNames{
    {{"typing", &Capabilities::typing},
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
     {"search", &Capabilities::search}}};

bool Capabilities::*capabilityNamed(const QString &name)
{
    for (const CapabilityName &one : capabilityNames) {
        if (name.compare(QLatin1String(one.name), Qt::CaseInsensitive) == 0)
            return one.member;
    }
    return nullptr;
}

QStringList namesOf(const Capabilities &capabilities)
{
    QStringList names;
    for (const CapabilityName &one : capabilityNames) {
        if (capabilities.*one.member)
            names << QLatin1String(one.name);
    }
    return names;
}

Capabilities CapabilitySettings::over(const Capabilities &told) const
{
    Capabilities all;
    for (const CapabilityName &one : capabilityNames)
        all.*one.member = on.*one.member || (ask && told.*one.member && !(off.*one.member));
    // A server that says the one without the other contradicts itself: then nothing is sent twice.
    all.idempotentSend = all.idempotentSend && all.tempId;
    return all;
}

} // namespace suhbat
