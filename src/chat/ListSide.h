#pragma once

#include "chat/Contacts.h"
#include "chat/ListMarks.h"
#include "store/AccountStore.h"

#include <functional>

namespace suhbat {

/// What the list of conversations needs beside the conversations themselves.
struct ListSide
{
    using Done = std::function<void(Result<void>)>;

    ListSide(ChatApi &api, AccountStore &store, ConversationBook &book)
        : marks(store), contacts(api, store, book)
    {}

    ListMarks marks;
    Contacts contacts;

    void start(const UserId &self)
    {
        marks.restore();
        contacts.start(self);
    }
    void stop()
    {
        marks.clear();
        contacts.clear();
    }
};

} // namespace suhbat
