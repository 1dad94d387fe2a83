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

void keepLaterEdit(const Message &known, Message &fresh)
{
    if (!known.editedAt || (fresh.editedAt && *fresh.editedAt >= *known.editedAt))
        return;
    fresh.body = known.body;
    fresh.editedAt = known.editedAt;
}

} // namespace suhbat
