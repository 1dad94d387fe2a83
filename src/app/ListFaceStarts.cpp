// How ListFace starts new conversations; the rest of the class is in ListFace.cpp.
#include "app/ChatFace.h"
#include "app/ListFace.h"

namespace suhbat {

bool ListFace::canCreateGroups() const
{
    return m_manager && m_manager->list().contacts.canCreateGroups();
}

bool ListFace::contactsLoading() const
{
    return m_manager && m_manager->list().contacts.isLoading();
}

bool ListFace::contactsMore() const
{
    return m_manager && m_manager->list().contacts.hasMore();
}

QString ListFace::contactsError() const
{
    if (!m_manager || !m_manager->list().contacts.error())
        return {};
    return ErrorText::inlineText(*m_manager->list().contacts.error());
}

QStringList ListFace::chosenNames() const
{
    QStringList names;
    for (const User &person : m_contacts.chosen())
        names.append(person.name);
    return names;
}

void ListFace::searchContacts(const QString &text)
{
    if (m_manager)
        m_manager->list().contacts.search(text);
}

void ListFace::moreContacts()
{
    if (m_manager)
        m_manager->list().contacts.more();
}

void ListFace::choose(const QString &personId, bool chosen)
{
    m_contacts.choose(UserId(personId), chosen);
    Q_EMIT chosenChanged();
}

void ListFace::chooseNobody()
{
    m_contacts.chooseNobody();
    Q_EMIT chosenChanged();
}

void ListFace::clearStartError()
{
    m_startError.clear();
    Q_EMIT startingChanged();
}

void ListFace::startWith(const QString &personId)
{
    if (!m_manager || m_starting)
        return;
    m_starting = true;
    clearStartError();
    m_manager->list().contacts.findOrCreate(
        UserId(personId), this, [this](const Result<Conversation> &made) { onStarted(made); });
}

void ListFace::startGroup(const QString &title)
{
    QVector<UserId> people;
    for (const User &person : m_contacts.chosen())
        people.append(person.id);
    if (!m_manager || m_starting || people.isEmpty() || title.trimmed().isEmpty())
        return;
    m_starting = true;
    clearStartError();
    m_manager->list().contacts.createGroup(
        title.trimmed(), people, this,
        [this](const Result<Conversation> &made) { onStarted(made); });
}

void ListFace::onStarted(const Result<Conversation> &made)
{
    m_starting = false;
    if (!made && made.error().kind != Error::Kind::Cancelled)
        m_startError = ErrorText::inlineText(made.error());
    Q_EMIT startingChanged();
    if (!made)
        return;
    // A filter must not hide what one has just started.
    setKind(ConversationFilter::All);
    m_chat.open(made->id.toString());
    Q_EMIT started();
}

} // namespace suhbat
