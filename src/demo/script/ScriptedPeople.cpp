#include "demo/script/ScriptedPeople.h"

#include "demo/chat/Chat.h"
#include "demo/store/Storage.h"

#include <algorithm>

namespace suhbat::demo {

ScriptedPeople::ScriptedPeople(Chat &chat, const ScriptTimings &timings, quint32 seed,
                               QObject *parent)
    : QObject(parent)
    , m_chat(chat)
    , m_timings(timings)
    , m_random(seed)
    , m_phrases(seed)
    , m_scripts(seed)
{
    connect(&chat, &Chat::messageAnnounced, this, &ScriptedPeople::onMessage);
}

void ScriptedPeople::onLogin(qint64 personId)
{
    const bool first = m_humans.isEmpty();
    if (m_humans.contains(personId))
        return;
    m_humans.insert(personId);
    readEverythingOf(personId);
    if (first)
        planStart(m_timings.firstMessage);
}

void ScriptedPeople::onLogout(qint64 personId)
{
    if (m_chat.storage().people.hasToken(personId))
        return; // still there on another device
    m_humans.remove(personId);
    if (!m_humans.isEmpty())
        return;
    m_agenda.clear();
    m_unanswered.clear();
    m_speaking.clear();
}

void ScriptedPeople::onMessage(const Message &message)
{
    if (!m_humans.contains(message.senderId))
        return;
    const Conversation conversation = m_chat.storage().conversations.byId(message.conversationId);
    for (qint64 member : scriptedMembers(conversation))
        planRead(member, conversation.id, m_timings.read);
    planAnswer(message, conversation);
}

void ScriptedPeople::readEverythingOf(qint64 personId)
{
    ConversationTable &conversations = m_chat.storage().conversations;
    for (const Conversation &conversation :
         conversations.of(personId, true) + conversations.of(personId, false)) {
        for (qint64 member : scriptedMembers(conversation))
            planRead(member, conversation.id, m_timings.firstRead);
    }
}

void ScriptedPeople::planRead(qint64 reader, qint64 conversationId, const Range &range)
{
    const MessageTable &messages = m_chat.storage().messages;
    if (messages.unread(conversationId, reader).isEmpty())
        return;
    m_agenda.in(draw(range), [this, reader, conversationId] {
        if (m_humans.contains(reader))
            return;
        const QList<qint64> unread = m_chat.storage().messages.unread(conversationId, reader);
        m_chat.announceRead(reader, m_chat.markRead(reader, unread));
    });
}

// Several messages in a row get one answer, to the newest of them.
void ScriptedPeople::planAnswer(const Message &message, const Conversation &conversation)
{
    const bool planned = m_unanswered.contains(conversation.id);
    m_unanswered.insert(conversation.id, message.body);
    if (!planned) {
        m_agenda.in(m_timings.read.toMs + draw(m_timings.think),
                    [this, id = conversation.id] { answer(id); });
    }
}

void ScriptedPeople::answer(qint64 conversationId)
{
    if (m_speaking.contains(conversationId)) {
        m_agenda.in(m_timings.think.fromMs + 1, [this, conversationId] { answer(conversationId); });
        return;
    }
    const QString text = m_unanswered.take(conversationId);
    const Conversation conversation = m_chat.storage().conversations.byId(conversationId);
    QList<qint64> members = scriptedMembers(conversation);
    if (members.isEmpty())
        return;
    const qint64 speaker = oneOf(members);
    say(speaker, conversationId, m_phrases.answer(text, conversation.language));
    members.removeAll(speaker);
    const bool secondOne = !members.isEmpty() && m_random() % 3 == 0;
    if (!secondOne)
        return;
    const qint64 second = oneOf(members);
    m_agenda.in(draw(m_timings.nextMessage) / 8, [this, second, conversation, text] {
        if (!m_speaking.contains(conversation.id))
            say(second, conversation.id, m_phrases.answer(text, conversation.language));
    });
}

void ScriptedPeople::planStart(const Range &range)
{
    m_agenda.in(draw(range), [this] { start(); });
}

void ScriptedPeople::start()
{
    const auto fits = [this](const TalkScript &script) {
        const QList<qint64> members =
            m_chat.storage().conversations.byId(script.conversationId).members;
        const auto isHuman = [this](qint64 id) { return m_humans.contains(id); };
        return std::any_of(members.begin(), members.end(), isHuman) &&
               !m_speaking.contains(script.conversationId) &&
               std::none_of(script.lines.begin(), script.lines.end(),
                            [this](const auto &line) { return m_humans.contains(line.personId); });
    };
    if (const auto script = m_scripts.take(fits))
        play(*script, 0);
    else
        play(improvise(), 0);
    planStart(m_timings.nextMessage);
}

void ScriptedPeople::play(const TalkScript &script, qsizetype line)
{
    if (line >= script.lines.size())
        return;
    const auto &[person, text] = script.lines[line];
    say(person, script.conversationId, text, [this, script, line] {
        m_agenda.in(draw(m_timings.think), [this, script, line] { play(script, line + 1); });
    });
}

// When the prepared talks are used up: somebody the newcomer knows says something.
TalkScript ScriptedPeople::improvise()
{
    ConversationTable &conversations = m_chat.storage().conversations;
    QList<qint64> humans = m_humans.values();
    std::sort(humans.begin(), humans.end()); // a set's order differs from run to run
    const qint64 human = oneOf(humans);
    QList<Conversation> possible = conversations.of(human, true) + conversations.of(human, false);
    std::shuffle(possible.begin(), possible.end(), m_random);
    for (const Conversation &conversation : std::as_const(possible)) {
        const QList<qint64> members = scriptedMembers(conversation);
        if (!members.isEmpty() && !m_speaking.contains(conversation.id)) {
            return {conversation.id, {{oneOf(members), m_phrases.opener(conversation.language)}}};
        }
    }
    return {};
}

void ScriptedPeople::say(qint64 personId, qint64 conversationId, const QString &text,
                         const std::function<void()> &then)
{
    if (m_humans.contains(personId))
        return;
    m_speaking.insert(conversationId);
    const int duration = std::clamp(int(text.size()) * m_timings.typingPerCharacterMs,
                                    m_timings.typing.fromMs, m_timings.typing.toMs);
    for (int at = 0; at < duration; at += std::max(m_timings.typingRepeatMs, 1)) {
        m_agenda.in(at, [this, personId, conversationId] {
            if (!m_humans.contains(personId))
                m_chat.announceTyping(personId, conversationId);
        });
    }
    m_agenda.in(duration, [this, personId, conversationId, text, then] {
        m_speaking.remove(conversationId);
        if (m_humans.contains(personId))
            return;
        m_chat.announce(m_chat.store(personId, conversationId, text));
        if (then)
            then();
    });
}

QList<qint64> ScriptedPeople::scriptedMembers(const Conversation &conversation) const
{
    QList<qint64> members = conversation.members;
    members.removeIf([this](qint64 id) { return m_humans.contains(id); });
    return members;
}

int ScriptedPeople::draw(const Range &range)
{
    return std::uniform_int_distribution<int>(range.fromMs,
                                              std::max(range.fromMs, range.toMs))(m_random);
}

qint64 ScriptedPeople::oneOf(const QList<qint64> &ids)
{
    return ids[qsizetype(m_random() % quint32(ids.size()))];
}

} // namespace suhbat::demo
