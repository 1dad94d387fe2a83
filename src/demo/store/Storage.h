#pragma once

#include "demo/store/ConversationTable.h"
#include "demo/store/Database.h"
#include "demo/store/MessageTable.h"
#include "demo/store/PeopleTable.h"

namespace suhbat::demo {

/// The database with its tables.
struct Storage
{
    explicit Storage(const QString &file)
        : database(file), people(database), conversations(database), messages(database)
    {}

    Database database;
    PeopleTable people;
    ConversationTable conversations;
    MessageTable messages;
};

} // namespace suhbat::demo
