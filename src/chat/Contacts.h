#pragma once

#include "base/Error.h"
#include "base/Result.h"
#include "chat/ConversationBook.h"
#include "domain/User.h"
#include "store/PeopleStore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace suhbat {

class ChatApi;

/// Whom one can write to: the server's contacts, page by page; those who were met before until it
/// answers, and where it does not. And the ways into a new conversation.
class Contacts : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<Conversation>)>;

    /// All must outlive this object.
    Contacts(ChatApi &api, PeopleStore &people, ConversationBook &book, QObject *parent = nullptr);

    /// Whose contacts; never one of them.
    void start(const UserId &self) { m_self = self; }
    void clear();

    /// Looks for that text, an empty one for everybody. What is still on its way for another text
    /// is no longer waited for.
    void search(const QString &text);
    /// The next page.
    void more();

    const QVector<User> &people() const { return m_people; }
    bool isLoading() const { return m_loading; }
    bool hasMore() const { return m_hasMore; }
    /// Why the server's contacts, or their next page, are not here.
    const std::optional<Error> &error() const { return m_error; }

    bool canCreateGroups() const;
    /// The conversation with that person, which is in the book by then.
    void findOrCreate(const UserId &person, QObject *context, Done done);
    void createGroup(const QString &title, const QVector<UserId> &people, QObject *context,
                     Done done);

Q_SIGNALS:
    void changed();

private:
    void showMet(int asking);
    void ask();
    void take(const Page<User> &page);
    Done intoBook(Done done);

    ChatApi &m_api;
    PeopleStore &m_store;
    ConversationBook &m_book;
    UserId m_self;
    QString m_text;
    QVector<User> m_people;
    std::optional<Error> m_error;
    int m_page = 0;   // the last one that came; 0: what is here are those who were met
    int m_asking = 0; // answers to earlier questions are dropped
    bool m_loading = false;
    bool m_hasMore = false;
};

} // namespace suhbat
