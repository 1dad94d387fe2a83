// What is decided about messages on their way out, step by step; docs/delivery.md promises it.
#include "chat/OutboxMachine.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::outbox;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

const ConversationId firstRoom(QStringLiteral("12"));
const ConversationId leesRoom(QStringLiteral("20"));
constexpr Milliseconds patience(30000);

OutboxEntry outboxEntry(const QString &id, const QString &body = QStringLiteral("hello"),
                        const ConversationId &room = firstRoom)
{
    OutboxEntry made;
    made.tempId = TempId(id);
    made.conversationId = room;
    made.body = body;
    return made;
}

Message answer(const QString &id)
{
    Message message;
    message.id = MessageId(id);
    return message;
}

Error refusal(Kind kind, const QString &words = {})
{
    Error error = Error::make(kind, QStringLiteral("test"));
    error.serverText = words;
    return error;
}

/// The machine with a disk, a server and a clock that do what the test says.
struct Desk
{
    explicit Desk(std::optional<MessageId> newest = MessageId(QStringLiteral("7")))
        : newestKnown(std::move(newest))
    {}

    void add(const Actions &more) { log += more; }
    template<typename T>
    int count() const
    {
        return int(std::count_if(log.cbegin(), log.cend(), [](const Action &action) {
            return std::holds_alternative<T>(action);
        }));
    }
    /// Takes the first of its kind out of what is to be done; a default one when there is none.
    template<typename T>
    T next()
    {
        for (qsizetype i = 0; i < log.size(); ++i) {
            if (std::holds_alternative<T>(log.at(i)))
                return std::get<T>(log.takeAt(i));
        }
        return {};
    }
    /// The bubble as it was last shown.
    OutboxEntry shown()
    {
        OutboxEntry last;
        while (count<Show>() > 0)
            last = next<Show>().entry;
        return last;
    }
    void storeAll(const Result<void> &result = Result<void>())
    {
        while (count<StoreRow>() > 0)
            add(machine.stored(next<StoreRow>().ticket, result, now));
        while (count<RemoveRow>() > 0)
            add(machine.stored(next<RemoveRow>().ticket, result, now));
    }
    void send(const QString &id, const ConversationId &room = firstRoom)
    {
        add(machine.add(outboxEntry(id, QStringLiteral("hello"), room)));
        storeAll();
    }
    void answerPost(const Result<Message> &result)
    {
        add(machine.answered(next<Post>().ticket, result, now));
        storeAll();
    }
    void look(const Result<Seen> &result)
    {
        add(machine.looked(next<Look>().ticket, result, now));
        storeAll();
    }
    void pass(Milliseconds time)
    {
        now += time;
        add(machine.tick(now));
        storeAll();
    }

    std::optional<MessageId> newestKnown;
    Instant now{std::chrono::hours(1)};
    Actions log;
    OutboxMachine machine{
        {[] { return 0.0; }, patience, [this](const ConversationId &) { return newestKnown; }}};
};

const Seen everything{MessageId(QStringLiteral("1")), MessageId(QStringLiteral("9")), true, true};

} // namespace

class OutboxMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void nothingIsShownOrSentBeforeItIsStored();
    void aFullDiskGivesTheTextBack();
    void everyAttemptIsStoredFirst();
    void anAttemptThatCannotBeStoredIsNotMade();
    void whatWentWrongIsWrittenWhenThereIsRoomAgain();
    void l20_firstInFirstOutInAConversation();
    void whatTheServerRefusesHoldsNobodyUp_data();
    void whatTheServerRefusesHoldsNobodyUp();
    void offlineWaitsForTheNetwork();
    void tooManyRequestsWaitAsLongAsTheServerSays();
    void anExpiredSessionKeepsEverything();
    void aTimeoutIsNoFailure_data();
    void aTimeoutIsNoFailure();
    void anEarlyLookProvesNothing();
    void whatTheLookFindsIsDelivered();
    void aLookThatFailsIsRepeated();
    void undecidedIsLookedForOnceMoreBeforeRetry();
    void theServerThatKeepsTempIdsIsAskedAgain();
    void whatIsAskedAgainHasTheFirstRightToItsText();
    void anAnswerTakesBackTheGuessOfAnother();
    void anAnswerThatNeverComesIsGivenUp();
    void theHistoryIsLookedAtWhereNothingIsKnown();
    void anAnswerIsNeverTakenForTheNextRow();
    void afterARestartWhatWasPostedIsLookedForFirst();
    void whyItStoppedIsShownAfterARestart();
    void discardedIsGoneOnlyWhenTheDiskSaysSo();
    void aGuessIsTakenBackWhenTheServerRefuses();
    void theAnswerOfAnEqualTextIsNotTheEarlierOnes();
    void stoppedHalfWayIsNotSent();
    void stoppedAfterItsEndIsUndecided();
    void stoppedBeforeItsTurnNeverGoesOut();
};

void OutboxMachineTest::nothingIsShownOrSentBeforeItIsStored()
{
    Desk desk;
    desk.add(desk.machine.add(outboxEntry(QStringLiteral("a"))));
    QCOMPARE(desk.log.size(), 1);
    const auto write = desk.next<StoreRow>();
    QCOMPARE(write.entry.attempts, 0);
    desk.add(desk.machine.networkUp(desk.now));
    desk.add(desk.machine.tick(desk.now + 60s));
    QVERIFY(desk.log.isEmpty());
    desk.add(desk.machine.stored(write.ticket, Result<void>(), desk.now));
    QCOMPARE(desk.shown().state, Message::State::Sending);
    QCOMPARE(desk.count<Post>(), 0);
}

void OutboxMachineTest::aFullDiskGivesTheTextBack()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not written")));
    Desk desk;
    desk.add(desk.machine.add(outboxEntry(QStringLiteral("a"), QStringLiteral("precious"))));
    desk.storeAll(refusal(Kind::Storage));
    const auto back = desk.next<GiveBack>();
    QCOMPARE(back.entry.body, QStringLiteral("precious"));
    QCOMPARE(toString(back.error.kind), QStringLiteral("Storage"));
    QVERIFY(desk.log.isEmpty());
    QCOMPARE(desk.machine.unsent(), 0);
}

void OutboxMachineTest::everyAttemptIsStoredFirst()
{
    Desk desk;
    desk.add(desk.machine.add(outboxEntry(QStringLiteral("a"))));
    desk.add(desk.machine.stored(desk.next<StoreRow>().ticket, Result<void>(), desk.now));
    const auto write = desk.next<StoreRow>();
    QCOMPARE(write.entry.attempts, 1);
    QCOMPARE(write.entry.newestKnownId, std::optional(MessageId(QStringLiteral("7"))));
    QCOMPARE(desk.count<Post>(), 0);
    desk.add(desk.machine.stored(write.ticket, Result<void>(), desk.now));
    QCOMPARE(desk.next<Post>().entry, write.entry);
}

void OutboxMachineTest::anAttemptThatCannotBeStoredIsNotMade()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not written")));
    Desk desk;
    desk.add(desk.machine.add(outboxEntry(QStringLiteral("a"))));
    desk.add(desk.machine.stored(desk.next<StoreRow>().ticket, Result<void>(), desk.now));
    desk.add(desk.machine.stored(desk.next<StoreRow>().ticket, refusal(Kind::Storage), desk.now));
    QCOMPARE(desk.count<Post>(), 0);
    const OutboxEntry shown = desk.shown();
    // A restart would send it: so it is still on its way.
    QCOMPARE(shown.state, Message::State::Sending);
    QCOMPARE(shown.attempts, 0);
    QCOMPARE(desk.count<StoreRow>(), 0);
    // With room again it goes out by itself.
    QVERIFY(desk.machine.wakeAt().has_value());
    desk.now = *desk.machine.wakeAt();
    desk.add(desk.machine.tick(desk.now));
    const StoreRow attempt = desk.next<StoreRow>();
    QCOMPARE(attempt.entry.attempts, 1);
    desk.add(desk.machine.stored(attempt.ticket, Result<void>(), desk.now));
    QCOMPARE(desk.count<Post>(), 1);
}

// Until it is, the store sends nothing after a restart.
void OutboxMachineTest::whatWentWrongIsWrittenWhenThereIsRoomAgain()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not written")));
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.add(desk.machine.answered(desk.next<Post>().ticket, refusal(Kind::Forbidden), desk.now));
    desk.add(desk.machine.stored(desk.next<StoreRow>().ticket, refusal(Kind::Storage), desk.now));
    QCOMPARE(desk.shown().state, Message::State::Failed);
    QCOMPARE(desk.count<StoreRow>(), 0);
    QVERIFY(desk.machine.wakeAt().has_value());
    desk.now = *desk.machine.wakeAt();
    desk.add(desk.machine.tick(desk.now));
    const StoreRow again = desk.next<StoreRow>();
    QCOMPARE(again.entry.tempId, TempId(QStringLiteral("a")));
    QCOMPARE(again.entry.state, Message::State::Failed);
    desk.add(desk.machine.stored(again.ticket, Result<void>(), desk.now));
    QVERIFY(!desk.machine.wakeAt());
}

void OutboxMachineTest::l20_firstInFirstOutInAConversation()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"));
    desk.send(QStringLiteral("c"), leesRoom);
    QCOMPARE(desk.count<Post>(), 2); // a and c
    desk.answerPost(answer(QStringLiteral("8")));
    QCOMPARE(desk.next<Delivered>().message.tempId, TempId(QStringLiteral("a")));
    QCOMPARE(desk.count<Post>(), 2); // c and b
    QCOMPARE(desk.next<Post>().entry.tempId, TempId(QStringLiteral("c")));
    QCOMPARE(desk.next<Post>().entry.tempId, TempId(QStringLiteral("b")));
    QCOMPARE(desk.machine.unsent(), 2);
}

void OutboxMachineTest::whatTheServerRefusesHoldsNobodyUp_data()
{
    QTest::addColumn<int>("kind");
    for (const Kind kind :
         {Kind::Validation, Kind::Forbidden, Kind::NotFound, Kind::TooLarge, Kind::Conflict})
        QTest::newRow(qPrintable(toString(kind))) << int(kind);
}

void OutboxMachineTest::whatTheServerRefusesHoldsNobodyUp()
{
    QFETCH(int, kind);
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"));
    const auto post = desk.next<Post>();
    desk.add(desk.machine.answered(post.ticket, refusal(Kind(kind), QStringLiteral("Not here.")),
                                   desk.now));
    const auto kept = desk.next<StoreRow>().entry; // also after a restart
    QCOMPARE(kept.state, Message::State::Failed);
    QCOMPARE(kept.attempts, 0);
    QCOMPARE(kept.stoppedBy->serverText, QStringLiteral("Not here."));
    QCOMPARE(desk.next<Show>().entry.tempId, TempId(QStringLiteral("a")));
    desk.storeAll();
    const auto behind = desk.next<Post>();
    QCOMPARE(behind.entry.tempId, TempId(QStringLiteral("b")));
    desk.add(desk.machine.answered(behind.ticket, answer(QStringLiteral("8")), desk.now));
    desk.add(desk.machine.retry(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    QCOMPARE(desk.count<Look>(), 0); // the server surely has not got it
    QCOMPARE(desk.next<Post>().entry.tempId, TempId(QStringLiteral("a")));
}

void OutboxMachineTest::offlineWaitsForTheNetwork()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"), leesRoom);
    const auto first = desk.next<Post>();
    const auto second = desk.next<Post>();
    desk.add(desk.machine.answered(first.ticket, refusal(Kind::Unreachable), desk.now));
    desk.add(desk.machine.answered(second.ticket, refusal(Kind::Unreachable), desk.now));
    QCOMPARE(desk.shown().attempts, 0); // nothing has left this machine
    desk.storeAll();
    QCOMPARE(desk.count<Post>(), 0);
    QVERIFY(desk.machine.wakeAt().has_value());
    desk.pass(100ms);
    QCOMPARE(desk.count<Post>(), 0);
    desk.add(desk.machine.networkUp(desk.now));
    desk.storeAll();
    QCOMPARE(desk.count<Post>(), 2);
    // And by itself, ever more rarely.
    desk.answerPost(refusal(Kind::Unreachable));
    desk.pass(*desk.machine.wakeAt() - desk.now > 0ms ? 31000ms : 0ms);
    QVERIFY(desk.count<Post>() >= 2);
}

void OutboxMachineTest::tooManyRequestsWaitAsLongAsTheServerSays()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    Error patienceAsked = refusal(Kind::RateLimited);
    patienceAsked.retryAfter = 12s;
    desk.answerPost(patienceAsked);
    desk.pass(11900ms);
    desk.add(desk.machine.networkUp(desk.now)); // no reason to be less patient
    desk.storeAll();
    QCOMPARE(desk.count<Post>(), 0);
    desk.pass(100ms);
    QCOMPARE(desk.count<Post>(), 1);
}

void OutboxMachineTest::anExpiredSessionKeepsEverything()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    const auto post = desk.next<Post>();
    desk.shown();
    desk.add(desk.machine.answered(post.ticket, refusal(Kind::Unauthorized), desk.now));
    const auto kept = desk.next<StoreRow>().entry;
    QCOMPARE(kept.attempts, 0); // 401: the server has not taken it
    QCOMPARE(kept.state, Message::State::Sending);
    desk.machine.clear(); // the session ends, and the same user comes back
    desk.add(desk.machine.restore({kept}, desk.now));
    desk.storeAll();
    QCOMPARE(desk.count<Look>(), 0);
    QCOMPARE(desk.count<Post>(), 1);
}

void OutboxMachineTest::aTimeoutIsNoFailure_data()
{
    QTest::addColumn<int>("kind");
    for (const Kind kind : {Kind::Timeout, Kind::Server, Kind::BadResponse})
        QTest::newRow(qPrintable(toString(kind))) << int(kind);
}

void OutboxMachineTest::aTimeoutIsNoFailure()
{
    QFETCH(int, kind);
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"));
    desk.pass(2s);
    desk.answerPost(refusal(Kind(kind)));
    desk.pass(patience);
    QCOMPARE(desk.next<Look>().backTo, std::optional(MessageId(QStringLiteral("7"))));
    QCOMPARE(desk.shown().state, Message::State::Sending);
    QCOMPARE(desk.count<Post>(), 0); // nor the next one: the order would be lost
    // The look was begun when the request could not be carried out any more.
    Desk other;
    other.send(QStringLiteral("a"));
    other.send(QStringLiteral("b"));
    other.answerPost(refusal(Kind(kind)));
    other.pass(patience);
    other.look(everything);
    const OutboxEntry row = other.next<Post>().entry;
    QCOMPARE(row.tempId, TempId(QStringLiteral("b"))); // holds nobody up any more
    OutboxEntry stopped;
    while (other.count<Show>() > 0) {
        const OutboxEntry one = other.next<Show>().entry;
        if (one.tempId == TempId(QStringLiteral("a")))
            stopped = one;
    }
    QCOMPARE(stopped.state, Message::State::Undecided);
    QCOMPARE(toString(stopped.stoppedBy->kind), toString(Kind(kind)));
    other.answerPost(answer(QStringLiteral("10")));
    for (int hour = 0; hour < 24; ++hour)
        other.pass(std::chrono::hours(1));
    other.add(other.machine.networkUp(other.now));
    QCOMPARE(other.count<Post>(), 0); // never again by itself
}

void OutboxMachineTest::anEarlyLookProvesNothing()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout)); // cut at once; the server may still be at work
    desk.pass(1s);
    QCOMPARE(desk.count<Look>(), 1);
    desk.look(everything);
    QCOMPARE(desk.shown().state, Message::State::Sending);
    desk.pass(28s);
    QCOMPARE(desk.count<Look>(), 0);
    desk.pass(1s);
    QCOMPARE(desk.count<Look>(), 1);
    desk.look(everything);
    const OutboxEntry row = desk.shown();
    QCOMPARE(row.state, Message::State::Undecided);
    // What was seen is not it; what a Retry makes will be newer.
    QCOMPARE(row.newestKnownId, std::optional(everything.newest));
}

void OutboxMachineTest::whatTheLookFindsIsDelivered()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout));
    desk.pass(1s);
    const auto look = desk.next<Look>();
    desk.add(desk.machine.confirmed(TempId(QStringLiteral("a")), MessageId(QStringLiteral("8")),
                                    desk.now));
    QCOMPARE(desk.next<RemoveRow>().id, TempId(QStringLiteral("a")));
    desk.add(desk.machine.looked(look.ticket, everything, desk.now));
    desk.pass(patience);
    QCOMPARE(desk.machine.unsent(), 0);
    QVERIFY(!desk.machine.wakeAt());
}

void OutboxMachineTest::aLookThatFailsIsRepeated()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout));
    for (int i = 0; i < OutboxMachine::maxTries; ++i) {
        desk.pass(60s);
        QCOMPARE(desk.count<Look>(), 1);
        QCOMPARE(desk.shown().state, Message::State::Sending);
        desk.look(refusal(Kind::Server));
    }
    const OutboxEntry row = desk.shown();
    QCOMPARE(row.state, Message::State::Undecided);
    QCOMPARE(row.newestKnownId, std::optional(MessageId(QStringLiteral("7")))); // nothing proved
}

void OutboxMachineTest::undecidedIsLookedForOnceMoreBeforeRetry()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout));
    desk.pass(patience);
    desk.look(everything);
    desk.add(desk.machine.retry(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    QCOMPARE(desk.count<Post>(), 0);
    QCOMPARE(desk.count<Look>(), 1);
    desk.look(everything);
    const auto post = desk.next<Post>();
    QCOMPARE(post.entry.attempts, 2);
    // Once: without an answer to this one it is for the user again.
    desk.add(desk.machine.answered(post.ticket, refusal(Kind::Timeout), desk.now));
    desk.pass(patience);
    desk.look(everything);
    QCOMPARE(desk.shown().state, Message::State::Undecided);
    QCOMPARE(desk.count<Post>(), 0);
}

void OutboxMachineTest::theServerThatKeepsTempIdsIsAskedAgain()
{
    Desk desk;
    desk.machine.setIdempotentSend(true);
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout));
    QCOMPARE(desk.count<Post>(), 0); // not at once
    desk.pass(30s);
    QCOMPARE(desk.count<Look>(), 0);
    QCOMPARE(desk.next<Post>().entry.tempId, TempId(QStringLiteral("a")));
    // After a restart, too.
    Desk again;
    again.machine.setIdempotentSend(true);
    OutboxEntry row = outboxEntry(QStringLiteral("a"));
    row.attempts = 1;
    again.add(again.machine.restore({row}, again.now));
    again.storeAll();
    QCOMPARE(again.count<Post>(), 1);
    // A server that never answers this one must not keep the others waiting for ever.
    again.send(QStringLiteral("b"));
    auto post = again.next<Post>();
    for (int i = 0; i < 20 && post.entry.tempId != TempId(QStringLiteral("b")); ++i) {
        again.add(again.machine.answered(post.ticket, refusal(Kind::Server), again.now));
        again.pass(60s);
        if (again.count<Look>() > 0)
            again.look(everything);
        post = again.next<Post>();
    }
    QCOMPARE(post.entry.tempId, TempId(QStringLiteral("b")));
}

// An earlier equal one is undecided. What the history brings then is a guess until the answer to
// the next request says whose it is: the undecided one must not go because of it.
void OutboxMachineTest::whatIsAskedAgainHasTheFirstRightToItsText()
{
    const TempId a(QStringLiteral("a"));
    const TempId b(QStringLiteral("b"));
    const MessageId eight(QStringLiteral("8"));
    Desk desk;
    desk.machine.setIdempotentSend(true);
    OutboxEntry undecided = outboxEntry(QStringLiteral("a"));
    undecided.attempts = 5;
    undecided.newestKnownId = MessageId(QStringLiteral("7"));
    undecided.state = Message::State::Undecided;
    OutboxEntry posted = outboxEntry(QStringLiteral("b"));
    posted.attempts = 1;
    posted.newestKnownId = undecided.newestKnownId;
    // Of an earlier run, and after a request without an answer.
    desk.add(desk.machine.restore({undecided, posted}, desk.now));
    desk.storeAll();
    for (int request = 0; request < 2; ++request) {
        QVector<Show> shown;
        while (desk.count<Show>() > 0)
            shown.append(desk.next<Show>());
        for (const Show &one : std::as_const(shown))
            QCOMPARE(one.onItsWay, one.entry.tempId == b);
        QVERIFY(!shown.isEmpty());
        if (request == 0) {
            desk.answerPost(refusal(Kind::Timeout));
        }
    }
    desk.add(desk.machine.confirmed(b, eight, desk.now));
    QVERIFY(desk.machine.contains(b)); // not settled: the next answer tells
    // It was the earlier one's, which the answer shows.
    desk.add(desk.machine.retry(a, desk.now));
    desk.pass(30s);
    desk.answerPost(answer(QStringLiteral("9")));
    QVERIFY(!desk.machine.contains(b));
    desk.add(desk.machine.confirmed(a, eight, desk.now));
    desk.answerPost(answer(QStringLiteral("8")));
    QCOMPARE(desk.machine.unsent(), 0);
}

// Two are asked about again, and the history's message was taken for the wrong one of them.
void OutboxMachineTest::anAnswerTakesBackTheGuessOfAnother()
{
    const TempId b(QStringLiteral("b"));
    Desk desk;
    desk.machine.setIdempotentSend(true);
    OutboxEntry first = outboxEntry(QStringLiteral("a"));
    first.attempts = 1;
    first.newestKnownId = MessageId(QStringLiteral("7"));
    OutboxEntry second = first;
    second.tempId = b;
    desk.add(desk.machine.restore({first, second}, desk.now));
    desk.storeAll();
    desk.add(desk.machine.confirmed(b, MessageId(QStringLiteral("8")), desk.now));
    desk.answerPost(answer(QStringLiteral("8")));
    desk.answerPost(refusal(Kind::Timeout)); // with a guess that would have been its end
    QVERIFY(desk.machine.contains(b));
    desk.pass(30s);
    QCOMPARE(desk.next<Post>().entry.tempId, b);
}

void OutboxMachineTest::anAnswerThatNeverComesIsGivenUp()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    const auto post = desk.next<Post>();
    desk.pass(*desk.machine.wakeAt() - desk.now > 0ms ? patience * 2 : 0ms);
    QCOMPARE(desk.next<Abort>().ticket, post.ticket);
    desk.add(desk.machine.answered(post.ticket, answer(QStringLiteral("8")), desk.now));
    QCOMPARE(desk.count<Delivered>(), 0); // nobody listens any more
    desk.pass(patience);
    QCOMPARE(desk.count<Look>(), 1);
}

void OutboxMachineTest::theHistoryIsLookedAtWhereNothingIsKnown()
{
    Desk desk(std::nullopt);
    desk.send(QStringLiteral("a"));
    QCOMPARE(desk.count<Post>(), 0);
    QCOMPARE(desk.count<Look>(), 1);
    desk.look(everything);
    QCOMPARE(desk.next<Post>().entry.newestKnownId, std::optional(MessageId(QStringLiteral("9"))));
    // A history that cannot be had is asked for again, and in the end stops nobody; but then no
    // text is taken for a proof.
    Desk without(std::nullopt);
    without.send(QStringLiteral("a"));
    for (int i = 1; i < OutboxMachine::maxTries; ++i) {
        without.look(refusal(i % 2 == 0 ? Kind::Server : Kind::Timeout));
        QCOMPARE(without.count<Post>(), 0);
        without.pass(Backoff::cap);
    }
    without.look(refusal(Kind::Server));
    QCOMPARE(without.count<Post>(), 1);
    QCOMPARE(without.next<Post>().entry.newestKnownId, std::nullopt);
}

void OutboxMachineTest::anAnswerIsNeverTakenForTheNextRow()
{
    Desk desk; // whose timeline never hears of the answers
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"));
    desk.answerPost(answer(QStringLiteral("9")));
    const OutboxEntry second = desk.next<Post>().entry;
    QCOMPARE(second.tempId, TempId(QStringLiteral("b")));
    // Killed here, "b" is looked for at the next start: message 9 says the same, and is not it.
    QCOMPARE(second.newestKnownId, std::optional(MessageId(QStringLiteral("9"))));
}

void OutboxMachineTest::afterARestartWhatWasPostedIsLookedForFirst()
{
    Desk desk;
    OutboxEntry posted = outboxEntry(QStringLiteral("a"));
    posted.attempts = 1;
    posted.newestKnownId = MessageId(QStringLiteral("5"));
    desk.add(desk.machine.restore({posted, outboxEntry(QStringLiteral("b"))}, desk.now));
    QCOMPARE(desk.count<Show>(), 2);
    QCOMPARE(desk.shown().state, Message::State::Sending);
    QCOMPARE(desk.count<Post>(), 0);
    desk.look(everything); // found nothing, but the request may be under way still
    QCOMPARE(desk.count<Post>(), 0);
    desk.pass(patience);
    desk.look(everything);
    QCOMPARE(desk.next<Show>().entry.state, Message::State::Undecided);
    QCOMPARE(desk.next<Post>().entry.tempId, TempId(QStringLiteral("b")));
}

void OutboxMachineTest::whyItStoppedIsShownAfterARestart()
{
    Desk desk;
    OutboxEntry refused = outboxEntry(QStringLiteral("a"));
    refused.state = Message::State::Failed;
    refused.stoppedBy = refusal(Kind::Validation, QStringLiteral("Too long."));
    OutboxEntry maybe = outboxEntry(QStringLiteral("b"));
    maybe.attempts = 1;
    maybe.state = Message::State::Undecided;
    maybe.stoppedBy = refusal(Kind::Timeout);
    desk.add(desk.machine.restore({refused, maybe}, desk.now));
    QCOMPARE(desk.next<Show>().entry, refused);
    QCOMPARE(desk.next<Show>().entry, maybe);
    desk.pass(patience);
    QVERIFY(desk.log.isEmpty());
    QCOMPARE(desk.machine.unsent(), 2);
}

void OutboxMachineTest::discardedIsGoneOnlyWhenTheDiskSaysSo()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not written")));
    Desk desk;
    OutboxEntry row = outboxEntry(QStringLiteral("a"));
    row.state = Message::State::Failed;
    desk.add(desk.machine.restore({row}, desk.now));
    desk.shown();
    desk.add(desk.machine.discard(row.tempId, desk.now));
    QCOMPARE(desk.count<Forget>(), 0);
    desk.storeAll(refusal(Kind::Storage));
    QCOMPARE(desk.count<Forget>(), 0);
    QCOMPARE(toString(desk.shown().stoppedBy->kind), QStringLiteral("Storage"));
    desk.add(desk.machine.discard(row.tempId, desk.now));
    desk.storeAll();
    QCOMPARE(desk.next<Forget>().id, row.tempId);
    QCOMPARE(desk.machine.unsent(), 0);
}

// Another device of mine says the same while the answer is on its way: only the answer knows.
void OutboxMachineTest::aGuessIsTakenBackWhenTheServerRefuses()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.add(desk.machine.confirmed(TempId(QStringLiteral("a")), MessageId(QStringLiteral("8")),
                                    desk.now));
    QCOMPARE(desk.machine.unsent(), 1);
    desk.answerPost(refusal(Kind::Validation));
    QCOMPARE(desk.next<Release>().id, TempId(QStringLiteral("a")));
    QCOMPARE(desk.shown().state, Message::State::Failed);
    // No answer at all: then it is it.
    desk.send(QStringLiteral("b"));
    desk.add(desk.machine.confirmed(TempId(QStringLiteral("b")), MessageId(QStringLiteral("9")),
                                    desk.now));
    desk.answerPost(refusal(Kind::Timeout));
    QCOMPARE(desk.machine.unsent(), 1);
    QCOMPARE(desk.count<Look>(), 0);
}

void OutboxMachineTest::theAnswerOfAnEqualTextIsNotTheEarlierOnes()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.answerPost(refusal(Kind::Timeout));
    desk.pass(patience);
    desk.look(refusal(Kind::NotFound));
    QCOMPARE(desk.shown().state, Message::State::Undecided);
    desk.add(desk.machine.add(outboxEntry(QStringLiteral("b")))); // the same text
    desk.storeAll();
    const auto post = desk.next<Post>();
    desk.add(desk.machine.answered(post.ticket, answer(QStringLiteral("8")), desk.now));
    // After a restart nobody remembers that 8 is b: so a must not take it, and the disk knows
    // that before it forgets b. Its own may still have a smaller id.
    const auto isNote = [](const Action &action) {
        if (!std::holds_alternative<StoreRow>(action))
            return false;
        const OutboxEntry &row = std::get<StoreRow>(action).entry;
        return row.answersOfOthers == QVector<MessageId>{MessageId(QStringLiteral("8"))} &&
               row.newestKnownId && *row.newestKnownId < MessageId(QStringLiteral("8"));
    };
    const auto isRemoval = [](const Action &action) {
        return std::holds_alternative<RemoveRow>(action);
    };
    const auto note = std::find_if(desk.log.cbegin(), desk.log.cend(), isNote);
    const auto removal = std::find_if(desk.log.cbegin(), desk.log.cend(), isRemoval);
    QVERIFY(note != desk.log.cend());
    QVERIFY(note < removal);
}

void OutboxMachineTest::stoppedHalfWayIsNotSent()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    const auto post = desk.next<Post>();
    desk.machine.progressed(post.ticket, true, desk.now); // and once more: the line was cut
    desk.machine.progressed(post.ticket, false, desk.now);
    desk.add(desk.machine.stopSending(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    QCOMPARE(desk.next<Abort>().ticket, post.ticket);
    const OutboxEntry row = desk.shown();
    QCOMPARE(row.state, Message::State::Failed);
    QCOMPARE(toString(row.stoppedBy->kind), toString(Kind::Cancelled));
    // Its answer, should there be one, changes nothing; nor does time.
    desk.add(desk.machine.answered(post.ticket, refusal(Kind::Cancelled), desk.now));
    desk.pass(patience);
    QCOMPARE(desk.count<Post>() + desk.count<Look>(), 0);
    // A Retry looks first all the same, then sends.
    desk.add(desk.machine.retry(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    QCOMPARE(desk.count<Post>(), 0);
    desk.look(everything);
    QCOMPARE(desk.next<Post>().entry.attempts, 2);
}

// The server may be at work: a Retry at once finds nothing, and must not make a second one.
void OutboxMachineTest::stoppedAfterItsEndIsUndecided()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.machine.progressed(desk.next<Post>().ticket, true, desk.now);
    desk.add(desk.machine.stopSending(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    QCOMPARE(desk.shown().state, Message::State::Undecided);
    desk.add(desk.machine.retry(TempId(QStringLiteral("a")), desk.now));
    desk.storeAll();
    desk.look(everything);
    QCOMPARE(desk.count<Post>(), 0);
    desk.pass(patience);
    desk.look(everything);
    QCOMPARE(desk.count<Post>(), 1);
    // It was made after all: the news of it settles the row.
    Desk other;
    other.send(QStringLiteral("a"));
    other.add(other.machine.stopSending(TempId(QStringLiteral("a")), other.now));
    other.add(other.machine.confirmed(TempId(QStringLiteral("a")), MessageId(QStringLiteral("9")),
                                      other.now));
    other.storeAll();
    QCOMPARE(other.machine.unsent(), 0);
}

void OutboxMachineTest::stoppedBeforeItsTurnNeverGoesOut()
{
    Desk desk;
    desk.send(QStringLiteral("a"));
    desk.send(QStringLiteral("b"));
    desk.add(desk.machine.stopSending(TempId(QStringLiteral("b")), desk.now));
    desk.storeAll();
    desk.answerPost(answer(QStringLiteral("9")));
    desk.pass(patience);
    QCOMPARE(desk.count<Post>(), 0);
    QCOMPARE(desk.shown().state, Message::State::Failed);
}

SUHBAT_TEST(OutboxMachineTest, Core)
#include "tst_outboxmachine.moc"
