#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "tools/listen/Diagnosis.h"
#include "tools/listen/Output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
using namespace suhbat::listen;

// What goes to the terminal or to another program, whatever a server says.
class TestOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesForPeople();
    void coloursOnlyWhenAsked();
    void rawPayload();
    void objectsForPrograms();
    void terminalsCannotBeDriven();
    void jsonCannotDriveThemEither();
    void secretsAreMasked();
    void steps_data();
    void steps();
    void silenceAsksTheRightQuestions();

private:
    Output output(Output::Style style)
    {
        Clock clock;
        clock.wall = [] {
            return QDateTime::fromString(QStringLiteral("2026-02-01T08:15:00Z"), Qt::ISODate);
        };
        return Output(
            style, [this](const QByteArray &line) { m_lines += line; }, clock);
    }
    QJsonObject object() const { return QJsonDocument::fromJson(m_lines.value(0)).object(); }

    QList<QByteArray> m_lines;
};

namespace {

JsonValue json(const QByteArray &text)
{
    return *JsonValue::parse(text);
}

MessageEvent message()
{
    MessageEvent event;
    event.message.id = MessageId(601);
    event.message.conversationId = ConversationId(20);
    event.message.sender.id = UserId(44);
    event.message.sender.name = QStringLiteral("Lee Park");
    event.message.body = QStringLiteral("Shift starts\n09:30");
    return event;
}

const auto channel = QStringLiteral("private-user.42");
const auto name = QStringLiteral("App\\Events\\MessageSent");

} // namespace

void TestOutput::init()
{
    test::failOnAnyWarning();
    m_lines.clear();
}

void TestOutput::linesForPeople()
{
    Output out = output({});
    out.say(Output::Level::Success, "connected", QStringLiteral("Connected, socket_id 1.2"));
    out.event(channel, name, json("{}"), {}, message());
    out.event(channel, name, json("{}"), {},
              TypingEvent{ConversationId(12), {UserId(43), QStringLiteral("Kim Ito"), {}, {}, {}}});
    out.event(channel, name, json("{}"), {},
              ReadEvent{ConversationId(12), UserId(43), {MessageId(502), MessageId(503)}, {}});
    QCOMPARE(m_lines.size(), 4);
    QCOMPARE(m_lines.at(0), QByteArray("[2026-02-01 08:15:00] [SUCCESS] Connected, socket_id 1.2"));
    QCOMPARE(
        m_lines.at(1),
        QByteArray("[2026-02-01 08:15:00] [EVENT] Message | ID: 601 | Conversation: 20 | From: "
                   "Lee Park (44) | Content: Shift starts 09:30 | Channel: private-user.42 | "
                   "Event: App\\Events\\MessageSent"));
    QVERIFY(m_lines.at(2).contains("Typing | Conversation: 12 | From: Kim Ito (43)"));
    QVERIFY(m_lines.at(3).contains("Read | Conversation: 12 | By: 43 | Messages: 502, 503"));
}

void TestOutput::coloursOnlyWhenAsked()
{
    Output::Style style;
    style.colour = true;
    output(style).say(Output::Level::Error, "error", QStringLiteral("x"));
    output({}).say(Output::Level::Error, "error", QStringLiteral("x"));
    QCOMPARE(m_lines.at(0), QByteArray("[2026-02-01 08:15:00] \033[31m[ERROR]\033[0m x"));
    QVERIFY(!m_lines.at(1).contains('\033'));
}

void TestOutput::rawPayload()
{
    Output::Style style;
    style.raw = true;
    output(style).event(channel, name, json(R"({"message":{"id":601}})"), {}, message());
    QCOMPARE(m_lines.at(0), QByteArray("[2026-02-01 08:15:00] [EVENT] private-user.42 "
                                       "App\\Events\\MessageSent {\"message\":{\"id\":601}}"));
}

void TestOutput::objectsForPrograms()
{
    Output::Style style;
    style.json = true;
    output(style).event(channel, name, json(R"({"message":{"id":601}})"), QStringLiteral("7"),
                        message());
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(!m_lines.at(0).contains('\n'));
    const QJsonObject event = object();
    QCOMPARE(event[QStringLiteral("type")].toString(), QStringLiteral("event"));
    QCOMPARE(event[QStringLiteral("level")].toString(), QStringLiteral("EVENT"));
    QCOMPARE(event[QStringLiteral("time")].toString(), QStringLiteral("2026-02-01T08:15:00.000Z"));
    QCOMPARE(event[QStringLiteral("kind")].toString(), QStringLiteral("message"));
    QCOMPARE(event[QStringLiteral("content")].toString(), QStringLiteral("Shift starts\n09:30"));
    QCOMPARE(event[QStringLiteral("userId")].toString(), QStringLiteral("7"));
    QCOMPARE(event[QStringLiteral("data")][QStringLiteral("message")][QStringLiteral("id")].toInt(),
             601);
}

void TestOutput::terminalsCannotBeDriven()
{
    MessageEvent event = message();
    event.message.body = QStringLiteral("a\033[2J\u009b31mb\r\nc\u202ed\u2028e\a");
    Output out = output({});
    out.event(channel, QStringLiteral("x\033]0;t\a"), json("{}"), {}, event);
    out.say(Output::Level::Info, "x", QStringLiteral("one\ntwo\033[1m"));
    for (const QByteArray &line : std::as_const(m_lines)) {
        for (const QChar c : QString::fromUtf8(line))
            QVERIFY2(c.isPrint() || c == u' ', line.constData());
    }
}

void TestOutput::jsonCannotDriveThemEither()
{
    const auto nasty =
        QStringLiteral("a\u009b31mb\u0080\u009f\u007f\u202e\u202a\u2066\u2069\u2028\u2029ц");
    Output::Style style;
    style.json = true;
    MessageEvent event = message();
    event.message.body = nasty;
    output(style).event(nasty, nasty, JsonValue(), nasty, event);
    QCOMPARE(m_lines.size(), 1);
    for (const QChar c : QString::fromUtf8(m_lines.at(0)))
        QVERIFY2(c.isPrint() || c == u' ', m_lines.at(0).constData());
    // The same text for whoever parses it.
    QCOMPARE(object()[QStringLiteral("content")].toString(), nasty);
    QVERIFY(m_lines.at(0).contains("a\\u009b31mb\\u0080") && m_lines.at(0).contains("ц"));
}

void TestOutput::secretsAreMasked()
{
    Output::Style style;
    style.raw = true;
    const QByteArray payload = R"({"token":"7|abcdef","auth":"key:)" + QByteArray(64, 'a') + "\"}";
    output(style).event(channel, name, json(payload), {}, UnknownEvent{});
    style = {};
    style.json = true;
    output(style).event(channel, name, json(payload), {}, UnknownEvent{});
    for (const QByteArray &line : std::as_const(m_lines)) {
        QVERIFY2(!line.contains("7|abcdef") && !line.contains("aaaa"), line.constData());
        QVERIFY2(line.contains("***"), line.constData());
    }
    const QJsonObject event = QJsonDocument::fromJson(m_lines.at(1)).object();
    QCOMPARE(event[QStringLiteral("data")][QStringLiteral("token")].toString(),
             QStringLiteral("***"));
}

void TestOutput::steps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("upgraded");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *title, Error::Kind kind, int status, bool upgraded,
                        const char *step, const char *advice) {
        QTest::newRow(title) << int(kind) << status << upgraded << QString::fromLatin1(step)
                             << QString::fromLatin1(advice);
    };
    using Kind = Error::Kind;
    row("unknown key", Kind::Refused, 4001, true, "app key", "--app-key");
    row("origin", Kind::Refused, 4009, true, "app key", "allowed_origins");
    row("TLS only", Kind::Server, 4000, true, "TLS", "--scheme https");
    row("full", Kind::Refused, 4004, true, "app key", "max_connections");
    row("not found", Kind::NotFound, 404, false, "HTTP upgrade", "--path-prefix");
    row("bad gateway", Kind::Server, 502, false, "HTTP upgrade", "reverb:start");
    row("lost headers", Kind::Validation, 400, false, "HTTP upgrade", "headers");
    row("silent", Kind::Timeout, 0, true, "app key", "greeted");
    row("certificate", Kind::Tls, 0, false, "TLS", "--ca-file");
}

void TestOutput::steps()
{
    QFETCH(const int, kind);
    QFETCH(const int, status);
    QFETCH(const bool, upgraded);
    QFETCH(const QString, step);
    QFETCH(const QString, advice);
    const Failure failure =
        diagnosis::connection(Error::make(Error::Kind(kind), QStringLiteral("why"), status),
                              upgraded, QUrl(QStringLiteral("wss://chat.example.test/app/key")));
    QCOMPARE(nameOf(failure.step), step);
    QVERIFY2(failure.advice.join(u' ').contains(advice), qPrintable(failure.advice.join(u'\n')));
}

void TestOutput::silenceAsksTheRightQuestions()
{
    diagnosis::Silence seen;
    seen.waitedFor = QStringLiteral("the event of message 733");
    seen.seconds = 10;
    seen.stored = true;
    seen.channel = channel;
    const Failure failure = diagnosis::silence(seen);
    QCOMPARE(nameOf(failure.step), QStringLiteral("delivery"));
    const QString advice = failure.advice.join(u'\n');
    for (const char *const question :
         {"stored", "queue:work", "BROADCAST_CONNECTION", "10 kB", "private-user.42"})
        QVERIFY2(advice.contains(QLatin1String(question)), question);
}

SUHBAT_TEST(TestOutput, Core)
#include "tst_output.moc"
