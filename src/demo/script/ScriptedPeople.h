#pragma once

#include "demo/script/Agenda.h"
#include "demo/script/Phrasebook.h"
#include "demo/script/ScriptTimings.h"
#include "demo/script/TalkScripts.h"
#include "demo/store/Records.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <random>

namespace suhbat::demo {

class Chat;

/// Everybody who is not logged in: they read what a newcomer writes, type, answer, and now and
/// then start by themselves. Until somebody logs in, and after the last one logged out, they do
/// nothing and no timer runs.
class ScriptedPeople : public QObject
{
    Q_OBJECT

public:
    ScriptedPeople(Chat &chat, const ScriptTimings &timings, quint32 seed,
                   QObject *parent = nullptr);

    void onLogin(qint64 personId);
    void onLogout(qint64 personId);
    bool isActive() const { return !m_agenda.isEmpty(); }

private:
    void onMessage(const Message &message);
    void readEverythingOf(qint64 personId);
    void planRead(qint64 reader, qint64 conversationId, const Range &range);
    void planAnswer(const Message &message, const Conversation &conversation);
    void answer(qint64 conversationId);
    void planStart(const Range &range);
    void start();
    void play(const TalkScript &script, qsizetype line);
    /// Types for as long as the text takes, says it, and goes on with `then`.
    void say(qint64 personId, qint64 conversationId, const QString &text,
             const std::function<void()> &then = {});
    QList<qint64> scriptedMembers(const Conversation &conversation) const;
    TalkScript improvise();
    int draw(const Range &range);
    qint64 oneOf(const QList<qint64> &ids);

    Chat &m_chat;
    ScriptTimings m_timings;
    std::mt19937 m_random;
    Phrasebook m_phrases;
    TalkScripts m_scripts;
    Agenda m_agenda;
    QSet<qint64> m_humans;               ///< who is logged in
    QHash<qint64, QString> m_unanswered; ///< newest text awaiting an answer, by conversation
    QSet<qint64> m_speaking;             ///< conversations where a scripted person is typing
};

} // namespace suhbat::demo
