#include "app/ErrorText.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;

class TestErrorText : public QObject
{
    Q_OBJECT

    using Kind = Error::Kind;

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void l25_everyErrorHasWordsForPeople_data();
    void l25_everyErrorHasWordsForPeople();
    void serverWordsWinWhereTheyAreMeantForPeople();
    void serverProblemsAreNotQuoted();
    void fieldMessagesStandInForAMissingSentence();
    void wrongPasswordIsNotAnExpiredSession();
    void refusalNamesTheKey();
    void waitIsTold();
    void detailsAreTechnical();
    void everyWayToFailHasItsOwnSentence();
    void filesSayWhatHappened_data();
    void filesSayWhatHappened();
    void aMessageSaysWhetherItWasSent();
};

void TestErrorText::aMessageSaysWhetherItWasSent()
{
    const auto said = [](Kind kind, bool certain) {
        return ErrorText::ofMessage(Error::make(kind, QStringLiteral("test")), certain);
    };
    QCOMPARE(said(Kind::Forbidden, true),
             QStringLiteral("Not sent. You are not allowed to send this here."));
    QCOMPARE(said(Kind::Validation, true),
             QStringLiteral("Not sent. The server did not accept this message."));
    QCOMPARE(said(Kind::Cancelled, true), QStringLiteral("Not sent."));
    QCOMPARE(
        said(Kind::Timeout, false),
        QStringLiteral("It is not known whether this arrived. Trying again may send it twice."));
    QCOMPARE(said(Kind::Server, false),
             QStringLiteral("It is not known whether this arrived. The server had an error. Trying "
                            "again may send it twice."));
    for (const Kind kind : {Kind::Forbidden, Kind::NotFound, Kind::TooLarge, Kind::Validation})
        QVERIFY(Error::make(kind, {}).isFinal());
    for (const Kind kind : {Kind::Unauthorized, Kind::Cancelled, Kind::Tls, Kind::Server})
        QVERIFY(!Error::make(kind, {}).isFinal());
}

void TestErrorText::filesSayWhatHappened_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("storage");
    QTest::addColumn<int>("doing");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Kind kind, Doing doing, const char *words,
                        StorageProblem storage = StorageProblem::None) {
        QTest::newRow(name) << int(kind) << int(storage) << int(doing) << QString::fromUtf8(words);
    };
    row("403", Kind::Forbidden, Doing::FetchFile, "You are not allowed to do this.");
    row("404", Kind::NotFound, Doing::FetchFile, "This is not there any more.");
    row("too large to load", Kind::TooLarge, Doing::FetchFile, "This file is too large.");
    row("too large to send", Kind::TooLarge, Doing::SendMessage,
        "This is too large for the server.");
    row("no room", Kind::Storage, Doing::SaveFile,
        "The disk of this computer is full. Free some space or check the folder, then try again.",
        StorageProblem::Full);
    row("no right", Kind::Storage, Doing::SaveFile,
        "You may not write to this folder. Choose another one with “Save as…”.",
        StorageProblem::ReadOnly);
    row("no folder", Kind::Storage, Doing::SaveFile,
        "The file cannot be written. Free some space or check the folder, then try again.",
        StorageProblem::Other);
}

void TestErrorText::filesSayWhatHappened()
{
    QFETCH(const int, kind);
    QFETCH(const int, storage);
    QFETCH(const int, doing);
    Error error = Error::make(Kind(kind), QStringLiteral("test"));
    error.storage = StorageProblem(storage);
    QTEST(ErrorText::inlineText(error, Doing(doing)), "words");
}

void TestErrorText::l25_everyErrorHasWordsForPeople_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("doing");
    for (int kind = 0; kind <= int(Kind::Storage); ++kind) {
        for (int doing = 0; doing <= int(Doing::StartDemo); ++doing)
            QTest::addRow("%s while %d", qPrintable(toString(Kind(kind))), doing) << kind << doing;
    }
}

void TestErrorText::l25_everyErrorHasWordsForPeople()
{
    QFETCH(const int, kind);
    QFETCH(const int, doing);
    const Error error = Error::make(Kind(kind), QStringLiteral("QNetworkReply::Boom"), 4001);
    const ErrorWords words = ErrorText::words(error, Doing(doing));
    QVERIFY(!words.title.isEmpty());
    QVERIFY(!words.title.endsWith(QLatin1Char('.')));
    QVERIFY(words.sentence.endsWith(QLatin1Char('.')));
    QVERIFY(words.hint.isEmpty() || words.hint.endsWith(QLatin1Char('.')));
    const QString all = ErrorText::oneLine(error, Doing(doing)) + words.hint;
    QVERIFY2(!all.contains(QLatin1String("Boom")), qPrintable(all));
}

void TestErrorText::serverWordsWinWhereTheyAreMeantForPeople()
{
    Error error = Error::make(Kind::Validation, QStringLiteral("422"), 422);
    error.serverText = QStringLiteral("Telefon yoki parol noto‘g‘ri");
    QCOMPARE(ErrorText::words(error, Doing::SignIn).sentence, error.serverText);
    QCOMPARE(ErrorText::inlineText(error, Doing::SignIn), error.serverText);
}

void TestErrorText::serverProblemsAreNotQuoted()
{
    Error error = Error::make(Kind::Server, QStringLiteral("500"), 500);
    for (const char *const stock : {"Forbidden", "This action is unauthorized.", "Not Found"}) {
        Error refused = Error::make(Error::Kind::Forbidden, QStringLiteral("HTTP 403"), 403);
        refused.serverText = QLatin1String(stock);
        QCOMPARE(ErrorText::words(refused, Doing::SendMessage).sentence,
                 QStringLiteral("You are not allowed to send this here."));
    }
    error.serverText = QStringLiteral("Server Error");
    QVERIFY(!ErrorText::oneLine(error).contains(error.serverText));
}

void TestErrorText::fieldMessagesStandInForAMissingSentence()
{
    Error error = Error::make(Kind::Validation, QStringLiteral("422"), 422);
    error.fields.insert(QStringLiteral("body"), {QStringLiteral("The body is too long.")});
    QCOMPARE(ErrorText::words(error, Doing::SendMessage).sentence,
             QStringLiteral("The body is too long."));
}

void TestErrorText::wrongPasswordIsNotAnExpiredSession()
{
    const Error error = Error::make(Kind::Unauthorized, QStringLiteral("401"), 401);
    QVERIFY(ErrorText::inlineText(error, Doing::SignIn).contains(QLatin1String("password")));
    QVERIFY(ErrorText::inlineText(error, Doing::LoadMessages).contains(QLatin1String("expired")));
}

void TestErrorText::refusalNamesTheKey()
{
    const Error error = Error::make(Kind::Refused, QStringLiteral("no app"), 4001);
    QVERIFY(ErrorText::words(error, Doing::Connect).sentence.contains(QLatin1String("key")));
    QVERIFY(ErrorText::words(error, Doing::Connect).hint.contains(QLatin1String("settings")));
    const Error full = Error::make(Kind::Refused, QStringLiteral("quota"), 4004);
    QVERIFY(!ErrorText::words(full, Doing::Connect).hint.contains(QLatin1String("settings")));
    const Error other = Error::make(Kind::Refused, QStringLiteral("?"), 4077);
    QVERIFY(ErrorText::words(other, Doing::Connect).sentence.contains(QLatin1String("4077")));
}

void TestErrorText::waitIsTold()
{
    Error error = Error::make(Kind::RateLimited, QStringLiteral("429"), 429);
    error.retryAfter = std::chrono::seconds(45);
    QVERIFY(ErrorText::inlineText(error, Doing::SignIn).contains(QLatin1String("45")));
}

void TestErrorText::detailsAreTechnical()
{
    Error error = Error::make(Kind::Server, QStringLiteral("GET /profile: 503"), 503);
    error.retryAfter = std::chrono::seconds(5);
    QCOMPARE(ErrorText::details(error),
             QStringLiteral("Error: Server\nCode: 503\nRetry after: 5 s\n"
                            "Details: GET /profile: 503"));
}

void TestErrorText::everyWayToFailHasItsOwnSentence()
{
    QSet<QString> sentences;
    for (int problem = int(TlsProblem::Handshake); problem <= int(TlsProblem::SelfSigned);
         ++problem) {
        Error error = Error::make(Kind::Tls, QString());
        error.tls = TlsProblem(problem);
        const ErrorWords words = ErrorText::words(error, Doing::Connect);
        sentences << words.sentence;
        QVERIFY(words.hint.endsWith(QLatin1Char('.')));
    }
    for (const int status : {0, 407})
        sentences << ErrorText::words(Error::make(Kind::Proxy, {}, status)).sentence;
    QCOMPARE(sentences.size(), 8);
    Error error = Error::make(Kind::Tls, QString());
    error.tls = TlsProblem::UnknownAuthority;
    QVERIFY(ErrorText::words(error).hint.contains(QLatin1String("ca-file")));
}

SUHBAT_TEST(TestErrorText, Core)
#include "tst_errortext.moc"
