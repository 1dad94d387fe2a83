#include "domain/Message.h"

namespace suhbat {

bool precedes(const Message &a, const Message &b)
{
    if (a.id.isEmpty() != b.id.isEmpty())
        return b.id.isEmpty();
    if (!a.id.isEmpty())
        return a.id < b.id;
    return a.createdAt < b.createdAt;
}

} // namespace suhbat
