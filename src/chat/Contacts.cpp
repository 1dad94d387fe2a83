#include "chat/Contacts.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

#include <algorithm>

namespace suhbat {

Contacts::Contacts(ChatApi &api, PeopleStore &people, ConversationBook &book, QObject *parent)
    : QObject(parent), m_api(api), m_store(people), m_book(book)
{}

void Contacts::clear()
{
    ++m_asking;
    m_self = {};
    m_text.clear();
    m_people.clear();
    m_error.reset();
    m_page = 0;
    m_loading = false;
    m_hasMore = false;
    Q_EMIT changed();
}

void Contacts::search(const QString &text)
{
    m_text = text.trimmed();
    m_page = 0;
    m_hasMore = true;
    const int asking = ++m_asking;
    showMet(asking);
    ask();
}

// Those of earlier conversations, as long as the server has not answered.
void Contacts::showMet(int asking)
{
    m_store.loadPeople(this, [this, asking](const Result<QVector<User>> &met) {
        if (asking != m_asking || m_page > 0)
            return;
        m_people.clear();
        for (const User &person : met ? *met : QVector<User>()) {
            const bool wanted = m_text.isEmpty() ||
                                person.name.contains(m_text, Qt::CaseInsensitive) ||
                                person.phone.contains(m_text);
            if (wanted && person.id != m_self && !person.name.isEmpty())
                m_people.append(person);
        }
        std::sort(m_people.begin(), m_people.end(), [](const User &a, const User &b) {
            return a.name.localeAwareCompare(b.name) < 0;
        });
        Q_EMIT changed();
    });
}

void Contacts::more()
{
    if (!m_loading && m_hasMore)
        ask();
}

void Contacts::ask()
{
    m_loading = true;
    m_error.reset();
    Q_EMIT changed();
    m_api.contacts(m_page + 1, m_text, this,
                   [this, asking = m_asking](const Result<Page<User>> &page) {
                       if (asking != m_asking)
                           return;
                       m_loading = false;
                       if (page)
                           take(*page);
                       else
                           m_error = page.error();
                       Q_EMIT changed();
                   });
}

void Contacts::take(const Page<User> &page)
{
    if (m_page == 0)
        m_people.clear();
    m_page = std::max(m_page + 1, page.number);
    const auto before = m_people.size();
    QVector<User> fresh;
    for (const User &person : page.items) {
        const auto same = [&person](const User &known) { return known.id == person.id; };
        if (person.id.isEmpty() || person.id == m_self ||
            std::any_of(m_people.cbegin(), m_people.cend(), same))
            continue;
        m_people.append(person);
        fresh.append(person);
    }
    m_hasMore = page.hasMore && !(page.moreIsGuess && m_people.size() == before);
    if (fresh.isEmpty())
        return;
    m_store.upsertPeople(fresh, this, [](const Result<void> &kept) {
        if (!kept)
            qCInfo(lcChat) << "contacts not kept:" << kept.error().detail;
    });
}

bool Contacts::canCreateGroups() const
{
    return m_api.capabilities().groupCreate;
}

void Contacts::findOrCreate(const UserId &person, QObject *context, Done done)
{
    m_api.findOrCreate(person, context, intoBook(std::move(done)));
}

void Contacts::createGroup(const QString &title, const QVector<UserId> &people, QObject *context,
                           Done done)
{
    m_api.createGroup(title, people, context, intoBook(std::move(done)));
}

Contacts::Done Contacts::intoBook(Done done)
{
    return [this, done = std::move(done)](const Result<Conversation> &made) {
        if (made)
            m_book.upsert(*made);
        done(made);
    };
}

} // namespace suhbat
