#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// What one does with a message: answer it, change it, take it back.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void replyCarriesItsQuote();
    void largestTextOverlapsNothing();
    void upEditsTheLastMessage();
    void changeThatFailsStays();
    void changeWaitsWhileOneLooksElsewhere();
    void deletingAsksFirst();
    void deletingNeedsAConnection();
    void menuByKeyboardAlone();
    void linksOpenSafely();
    void hostileAddressesStayWords();
    void wordsAreSelectedAndCopied();
    void whoHasReadIsTold();
    void exactTimeStandsInTheTip();
    void tickSaysWhatItMeans();
    void hoverOffersTheReply();
    void quoteLeadsToWhatItAnswers();

    void opened(const QUrl &url) { m_opened += url.toString(); } // instead of a browser

private:
    QPoint placeIn(const QQuickItem *words, int position) const;
    void hoverAt(const QPoint &place);
    [[nodiscard]] bool openMenuOf(const QString &text);
    QString composerText() const;
    int brightestOf(const QString &text) const;
    demo::Message lastInRoom() const { return m_desk.server->messages(kim::room).last(); }

    test::Desk m_desk;
    QStringList m_opened;
};

void TestActions::initTestCase()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_desk.server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_desk.server->listen());
    m_desk.dana = std::make_unique<test::Person>();
    ServerProfile profile = test::Person::profileOf(*m_desk.server);
    Capabilities &can = profile.capabilities.on;
    can.reply = can.edit = can.remove = can.readers = true;
    QVERIFY(m_desk.dana->open(profile));
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
}

void TestActions::init()
{
    test::failOnAnyWarning();
    QVERIFY(m_desk.dana->waitFor(u"composer"_qs));
    QVERIFY(!m_desk.dana->sees(u"composerBar"_qs));
    QCOMPARE(composerText(), QString());
}

void TestActions::cleanupTestCase()
{
    m_desk.leave();
}

QString TestActions::composerText() const
{
    return m_desk.dana->item(u"composer"_qs)->property("text").toString();
}

// The lightest grey that is drawn of that text, 0 to 255.
int TestActions::brightestOf(const QString &text) const
{
    const QQuickItem *words = m_desk.dana->itemShowing(u"messageText"_qs, text);
    const QRectF place =
        words->mapRectToScene(QRectF(0, 0, words->property("contentWidth").toReal(), 18));
    const QImage drawn = m_desk.dana->window()->grabWindow().copy(place.toRect());
    int brightest = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x)
            brightest = std::max(brightest, qGray(drawn.pixel(x, y)));
    }
    return brightest;
}

bool TestActions::openMenuOf(const QString &text)
{
    if (!m_desk.dana->waitForText(u"messageText"_qs, text) || !m_desk.dana->drawn())
        return false;
    const QQuickItem *words = m_desk.dana->itemShowing(u"messageText"_qs, text);
    QTest::mouseClick(m_desk.dana->window(), Qt::RightButton, Qt::NoModifier,
                      words->mapToScene(QPointF(20, words->height() / 2)).toPoint());
    return m_desk.dana->waitFor(u"messageCopy"_qs);
}

void TestActions::replyCarriesItsQuote()
{
    const demo::Message asked = m_desk.server->sendAs(kim::id, kim::room, u"Where do we meet?"_qs);
    m_desk.dana->typeText(u"begun before "_qs);
    QVERIFY(openMenuOf(asked.body));
    QVERIFY(!m_desk.dana->sees(u"messageEdit"_qs)); // it is not hers
    QVERIFY(!m_desk.dana->sees(u"messageDelete"_qs));
    QVERIFY(m_desk.dana->click(u"messageReply"_qs));
    QVERIFY(m_desk.dana->waitForText(u"composerBar"_qs, u"Reply to Kim Ito"_qs));
    QVERIFY(m_desk.dana->text(u"composerBar"_qs).contains(asked.body));
    QCOMPARE(composerText(), u"begun before "_qs); // what was begun belongs to the answer now
    m_desk.dana->typeText(u"at the station"_qs);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
    QTRY_COMPARE(lastInRoom().body, u"begun before at the station"_qs);
    QCOMPARE(lastInRoom().quote.id, asked.id);
    const QQuickItem *bubble = m_desk.dana->itemShowing(u"messageBubble"_qs, u"at the station"_qs);
    QVERIFY(bubble);
    QVERIFY(test::Screen::textOf(bubble).contains(u"Kim Ito\nWhere do we meet?"_qs));
    // The next one answers nothing.
    QVERIFY(m_desk.dana->send(u"and that is all"_qs));
    QTRY_COMPARE(lastInRoom().body, u"and that is all"_qs);
    QCOMPARE(lastInRoom().quote.id, 0);
    // White on its bubble, whatever the row showed before it was used again.
    QVERIFY(m_desk.dana->drawn());
    QVERIFY(brightestOf(u"and that is all"_qs) > 230);
}

// Twice as large: what stands one below the other in a bubble, and the field in the header.
void TestActions::largestTextOverlapsNothing()
{
    test::Person &dana = *m_desk.dana;
    const auto asked = m_desk.server->sendAs(kim::id, kim::room, u"Where do we meet?"_qs);
    QVERIFY(openMenuOf(asked.body));
    QVERIFY(dana.click(u"messageReply"_qs));
    for (const QString &words :
         {u"at the station, platform"_qs, u"at the station, platform 3 or 4"_qs,
          u"at the station, platform 3 or 4 or 5"_qs})
        QVERIFY(dana.send(words));
    dana.app().settings()->setTextScale(2);
    QVERIFY(dana.drawn());
    const auto place = [](const QQuickItem *item) {
        return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    };
    int below = 0;
    for (const QQuickItem *row : dana.items(u"messageBubble"_qs)) {
        const QQuickItem *words = dana.itemIn(row, u"messageText"_qs);
        const QQuickItem *time = dana.itemIn(row, u"messageMeta"_qs);
        QVERIFY(words && time);
        const QRectF text = place(words);
        const bool beside =
            text.left() + words->property("lastLineEnd").toReal() < place(time).left();
        below += beside ? 0 : 1;
        QVERIFY(beside ||
                place(time).top() >= text.top() + words->property("contentHeight").toReal());
        if (const QQuickItem *quote = dana.itemIn(row, u"messageQuote"_qs))
            QVERIFY(place(quote).bottom() <= text.top());
    }
    QVERIFY(below > 0);
    QVERIFY(place(dana.item(u"conversationFilter"_qs)).top() >= 0);
    QVERIFY(place(dana.item(u"conversationFilter"_qs)).bottom() <=
            place(dana.item(u"conversationDelegate"_qs)).top());
    dana.app().settings()->setTextScale(1);
}

void TestActions::upEditsTheLastMessage()
{
    QVERIFY(m_desk.dana->send(u"See you at nime"_qs));
    QTRY_COMPARE(lastInRoom().body, u"See you at nime"_qs);
    QVERIFY(m_desk.dana->click(u"composer"_qs));
    QTRY_COMPARE(m_desk.dana->markOf(u"nime"_qs), u"sent"_qs);
    m_desk.dana->press(Qt::Key_Up);
    QVERIFY(m_desk.dana->waitForText(u"composerBar"_qs, u"Edit message"_qs));
    QCOMPARE(composerText(), u"See you at nime"_qs);
    m_desk.dana->press(Qt::Key_Backspace);
    m_desk.dana->press(Qt::Key_Backspace);
    m_desk.dana->typeText(u"ne"_qs);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
    QVERIFY(m_desk.dana->waitForText(u"messageBubble"_qs, u"See you at nine"_qs));
    QVERIFY(m_desk.dana->waitFor(u"editedMark"_qs));
    QCOMPARE(lastInRoom().body, u"See you at nine"_qs);
    QVERIFY(lastInRoom().editedAt.isValid());
    // Esc leaves it as it was.
    m_desk.dana->press(Qt::Key_Up);
    QVERIFY(m_desk.dana->waitFor(u"composerBar"_qs));
    m_desk.dana->typeText(u"!!!"_qs);
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
    QCOMPARE(composerText(), QString());
    QCOMPARE(lastInRoom().body, u"See you at nine"_qs);
}

void TestActions::changeThatFailsStays()
{
    QVERIFY(m_desk.dana->send(u"The code is 12"_qs));
    QTRY_COMPARE(lastInRoom().body, u"The code is 12"_qs);
    QTRY_COMPARE(m_desk.dana->markOf(u"The code is 12"_qs), u"sent"_qs);
    m_desk.server->faults().failNext(demo::Failure::CutBefore, u"/inbox/messages/"_qs, 1, "PATCH");
    m_desk.dana->press(Qt::Key_Up);
    QVERIFY(m_desk.dana->waitFor(u"composerBar"_qs));
    m_desk.dana->typeText(u"34"_qs);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitFor(u"editError"_qs));
    QVERIFY2(m_desk.dana->text(u"editError"_qs).contains(u"stays here"_qs),
             qPrintable(m_desk.dana->text(u"editError"_qs)));
    QCOMPARE(composerText(), u"The code is 1234"_qs);
    QCOMPARE(lastInRoom().body, u"The code is 12"_qs);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
    QCOMPARE(lastInRoom().body, u"The code is 1234"_qs);
}

void TestActions::changeWaitsWhileOneLooksElsewhere()
{
    m_desk.dana->press(Qt::Key_Up);
    QVERIFY(m_desk.dana->waitFor(u"composerBar"_qs));
    m_desk.dana->typeText(u" half"_qs);
    const QString half = composerText();
    QVERIFY(half.endsWith(u" half"_qs));
    QVERIFY(m_desk.dana->openConversation(u"Lee Park"_qs));
    QVERIFY(!m_desk.dana->sees(u"composerBar"_qs));
    QCOMPARE(composerText(), QString()); // it is nobody's draft
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->waitFor(u"composerBar"_qs));
    QCOMPARE(composerText(), half);
    QVERIFY(m_desk.dana->click(u"composerBarCancel"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
}

void TestActions::deletingAsksFirst()
{
    QVERIFY(m_desk.dana->send(u"Not for you"_qs));
    QTRY_COMPARE(m_desk.dana->markOf(u"Not for you"_qs), u"sent"_qs);
    QVERIFY(openMenuOf(u"Not for you"_qs));
    QVERIFY(m_desk.dana->click(u"messageDelete"_qs));
    QVERIFY(m_desk.dana->click(u"deleteCancel"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"deleteDialog"_qs));
    QCOMPARE(lastInRoom().body, u"Not for you"_qs);
    QVERIFY(openMenuOf(u"Not for you"_qs));
    QVERIFY(m_desk.dana->click(u"messageDelete"_qs));
    QVERIFY(m_desk.dana->click(u"deleteConfirm"_qs));
    QTRY_VERIFY(!m_desk.dana->itemShowing(u"messageBubble"_qs, u"Not for you"_qs));
    QVERIFY(lastInRoom().body != u"Not for you"_qs);
}

void TestActions::deletingNeedsAConnection()
{
    QVERIFY(m_desk.dana->send(u"Still here"_qs));
    QTRY_COMPARE(m_desk.dana->markOf(u"Still here"_qs), u"sent"_qs);
    m_desk.server->faults().failNext(demo::Failure::CutBefore, u"/inbox/messages/"_qs, 2, "DELETE");
    QVERIFY(openMenuOf(u"Still here"_qs));
    QVERIFY(m_desk.dana->click(u"messageDelete"_qs));
    QVERIFY(m_desk.dana->click(u"deleteConfirm"_qs));
    QVERIFY(m_desk.dana->waitForText(u"snackbar"_qs, u"Message not deleted"_qs));
    QVERIFY(m_desk.dana->itemShowing(u"messageBubble"_qs, u"Still here"_qs));
    QVERIFY(m_desk.dana->click(u"snackbarRetry"_qs));
    QTRY_VERIFY(!m_desk.dana->itemShowing(u"messageBubble"_qs, u"Still here"_qs));
}

void TestActions::menuByKeyboardAlone()
{
    QVERIFY(m_desk.dana->send(u"Word for word"_qs));
    QTRY_COMPARE(m_desk.dana->markOf(u"Word for word"_qs), u"sent"_qs);
    m_desk.dana->item(u"messageList"_qs)->forceActiveFocus(Qt::TabFocusReason);
    m_desk.dana->press(Qt::Key_Up);
    m_desk.dana->press(Qt::Key_Menu);
    QVERIFY(m_desk.dana->waitFor(u"messageReply"_qs));
    QVERIFY(m_desk.dana->item(u"messageReply"_qs)->hasActiveFocus());
    // The message that it is about is marked, and not covered.
    QQuickItem *about = m_desk.dana->itemShowing(u"messageBubble"_qs, u"Word for word"_qs);
    QVERIFY(m_desk.dana->itemIn(about, u"rowGlow"_qs) != nullptr);
    const auto over = [about](const QQuickItem *entry) {
        return entry->mapRectToScene(entry->boundingRect())
            .intersects(about->mapRectToScene(about->boundingRect()));
    };
    QTRY_VERIFY(!over(m_desk.dana->item(u"messageReply"_qs)) &&
                !over(m_desk.dana->item(u"messageDelete"_qs)));
    m_desk.dana->press(Qt::Key_Down);
    QVERIFY(m_desk.dana->item(u"messageEdit"_qs)->hasActiveFocus());
    m_desk.dana->press(Qt::Key_Down);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitUntilGone(u"messageCopy"_qs));
    QVERIFY(m_desk.dana->waitUntil(
        "no mark", [&] { return m_desk.dana->itemIn(about, u"rowGlow"_qs) == nullptr; }));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Word for word"_qs);
    // Shift+F10 is the same, Esc closes it, and the keyboard is where it was.
    m_desk.dana->press(Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(m_desk.dana->waitFor(u"messageReply"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"messageReply"_qs));
    QVERIFY(m_desk.dana->item(u"messageList"_qs)->hasActiveFocus());
    m_desk.dana->press(Qt::Key_Delete);
    QVERIFY(m_desk.dana->waitFor(u"deleteDialog"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"deleteDialog"_qs));
    // What is typed anywhere goes to the composer.
    m_desk.dana->typeText(u"x"_qs);
    QTRY_COMPARE(composerText(), u"x"_qs);
    m_desk.dana->press(Qt::Key_Backspace);
}

// In the window, of a letter of the text.
QPoint TestActions::placeIn(const QQuickItem *words, int position) const
{
    QRectF letter;
    QMetaObject::invokeMethod(const_cast<QQuickItem *>(words), "positionToRectangle",
                              Q_RETURN_ARG(QRectF, letter), Q_ARG(int, position));
    return words->mapToScene(letter.center()).toPoint();
}

void TestActions::hoverAt(const QPoint &place)
{
    QTest::mouseMove(m_desk.dana->window(), place - QPoint(1, 0));
    QTest::mouseMove(m_desk.dana->window(), place);
}

void TestActions::linksOpenSafely()
{
    QDesktopServices::setUrlHandler(u"https"_qs, this, "opened");
    QDesktopServices::setUrlHandler(u"http"_qs, this, "opened");
    m_opened.clear();
    m_desk.server->sendAs(kim::id, kim::room, u"safe: https://example.org/plan, yes"_qs);
    m_desk.server->sendAs(kim::id, kim::room, u"open: http://example.org/old"_qs);
    QVERIFY(m_desk.dana->waitForText(u"messageText"_qs, u"example.org/old"_qs));
    QVERIFY(m_desk.dana->drawn());
    const auto click = [this](const QString &text, Qt::MouseButton button) {
        const QQuickItem *words = m_desk.dana->itemShowing(u"messageText"_qs, text);
        QTest::mouseClick(m_desk.dana->window(), button, Qt::NoModifier, placeIn(words, 14));
    };
    click(u"safe:"_qs, Qt::LeftButton);
    QTRY_COMPARE(m_opened, QStringList{u"https://example.org/plan"_qs}); // without the comma
    // Not secure: one is asked, and sees where it leads.
    click(u"open:"_qs, Qt::LeftButton);
    QVERIFY(m_desk.dana->waitForText(u"linkDialog"_qs, u"http://example.org/old"_qs));
    QVERIFY(m_desk.dana->waitForText(u"linkDialog"_qs, u"not encrypted"_qs));
    QVERIFY(m_desk.dana->click(u"linkCancel"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"linkDialog"_qs));
    QCOMPARE(m_opened.size(), 1);
    click(u"open:"_qs, Qt::LeftButton);
    QVERIFY(m_desk.dana->click(u"linkConfirm"_qs));
    QTRY_COMPARE(m_opened.value(1), u"http://example.org/old"_qs);
    click(u"safe:"_qs, Qt::RightButton);
    QVERIFY(m_desk.dana->click(u"messageCopyLink"_qs));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://example.org/plan"_qs);
    // By keyboard: the first one of a message is in its menu.
    m_desk.dana->item(u"messageList"_qs)->forceActiveFocus(Qt::TabFocusReason);
    for (int row = 0; row < 4; ++row)
        m_desk.dana->press(Qt::Key_Down);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitFor(u"messageCopyLink"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"messageCopyLink"_qs));
    // Where it leads is seen before.
    const QQuickItem *words = m_desk.dana->itemShowing(u"messageText"_qs, u"safe:"_qs);
    hoverAt(placeIn(words, 14));
    QTRY_VERIFY(m_desk.dana->allText().contains(u"\nhttps://example.org/plan"_qs));
    QDesktopServices::unsetUrlHandler(u"https"_qs);
    QDesktopServices::unsetUrlHandler(u"http"_qs);
}

void TestActions::hostileAddressesStayWords()
{
    const QString text =
        u"<a href=\"https://evil.example\">javascript:alert(1)</a> <b>https://ok.example</b>"_qs;
    m_desk.server->sendAs(kim::id, kim::room, text);
    QVERIFY(m_desk.dana->waitForText(u"messageText"_qs, text)); // sign for sign
}

void TestActions::wordsAreSelectedAndCopied()
{
    m_desk.server->sendAs(kim::id, kim::room, u"The key is under the mat"_qs);
    QVERIFY(m_desk.dana->waitForText(u"messageText"_qs, u"under the mat"_qs));
    QVERIFY(m_desk.dana->drawn());
    const QQuickItem *words = m_desk.dana->itemShowing(u"messageText"_qs, u"under the mat"_qs);
    QQuickWindow *window = m_desk.dana->window();
    QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, placeIn(words, 4));
    for (int at = 5; at <= 7; ++at)
        QTest::mouseMove(window, placeIn(words, at));
    QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, placeIn(words, 7));
    QTRY_COMPARE(words->property("selectedText").toString(), u"key"_qs);
    m_desk.dana->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"key"_qs);
    // The menu copies what is selected; another selection takes its place.
    QTest::mouseClick(window, Qt::RightButton, Qt::NoModifier, placeIn(words, 12));
    QVERIFY(m_desk.dana->waitForText(u"messageCopy"_qs, u"Copy selection"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"messageCopy"_qs));
    const QQuickItem *other = m_desk.dana->itemShowing(u"messageText"_qs, u"open:"_qs);
    QTest::mouseDClick(window, Qt::LeftButton, Qt::NoModifier, placeIn(other, 1));
    QTRY_COMPARE(other->property("selectedText").toString(), u"open"_qs);
    QCOMPARE(words->property("selectedText").toString(), QString());
    m_desk.dana->press(Qt::Key_Escape);
    QTRY_COMPARE(other->property("selectedText").toString(), QString());
    QVERIFY(m_desk.dana->sees(u"composer"_qs)); // and nothing else was left by it
    QVERIFY(m_desk.dana->click(u"composer"_qs));
}

void TestActions::whoHasReadIsTold()
{
    QVERIFY(m_desk.dana->send(u"Please look"_qs));
    QTRY_COMPARE(m_desk.dana->markOf(u"Please look"_qs), u"sent"_qs);
    QVERIFY(openMenuOf(u"Please look"_qs));
    QVERIFY(m_desk.dana->click(u"messageReaders"_qs));
    QVERIFY(m_desk.dana->waitForText(u"readersNote"_qs, u"Nobody has read it yet."_qs));
    QVERIFY(m_desk.dana->click(u"readersClose"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"readersDialog"_qs));
    m_desk.server->readAs(kim::id, kim::room);
    QTRY_COMPARE(m_desk.dana->markOf(u"Please look"_qs), u"read"_qs);
    QVERIFY(openMenuOf(u"Please look"_qs));
    QVERIFY(m_desk.dana->click(u"messageReaders"_qs));
    QVERIFY(m_desk.dana->waitForText(u"reader"_qs, u"Kim Ito"_qs));
    QTRY_VERIFY(m_desk.dana->text(u"reader"_qs).contains(u"Today, "_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"readersDialog"_qs));
    // A server that cannot say: what was told by receipts is known all the same.
    m_desk.server->faults().failNext(demo::Failure::ServerErrorHtml, u"/readers"_qs);
    QVERIFY(openMenuOf(u"Please look"_qs));
    QVERIFY(m_desk.dana->click(u"messageReaders"_qs));
    QVERIFY(m_desk.dana->waitForText(u"reader"_qs, u"Kim Ito"_qs));
    QVERIFY(m_desk.dana->waitForText(u"readersNote"_qs, u"had an error"_qs));
    QVERIFY(m_desk.dana->click(u"readersClose"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"readersDialog"_qs));
}

void TestActions::exactTimeStandsInTheTip()
{
    const QQuickItem *bubble = m_desk.dana->itemShowing(u"messageBubble"_qs, u"Please look"_qs);
    QVERIFY(bubble != nullptr);
    const QDateTime when = lastInRoom().createdAt.toLocalTime();
    const QString exact = u"Today, "_qs + when.time().toString(u"HH:mm"_qs);
    QVERIFY(!m_desk.dana->allText().contains(exact));
    const QQuickItem *mark = m_desk.dana->itemIn(bubble, u"stateMark"_qs);
    hoverAt(mark->mapToScene(QPointF(8, 8)).toPoint());
    QVERIFY(m_desk.dana->waitUntil("the exact time", [this, &exact] {
        return m_desk.dana->allText().split(u'\n').contains(exact);
    }));
    hoverAt(QPoint(2, 2));
    QVERIFY(m_desk.dana->waitUntil(
        "no tip", [this, &exact] { return !m_desk.dana->allText().contains(exact); }));
}

void TestActions::tickSaysWhatItMeans()
{
    const QQuickItem *bubble = m_desk.dana->itemShowing(u"messageBubble"_qs, u"Please look"_qs);
    const QQuickItem *mark = m_desk.dana->itemIn(bubble, u"stateMark"_qs);
    hoverAt(mark->mapToScene(QPointF(8, 8)).toPoint());
    QVERIFY(m_desk.dana->waitUntil("the meaning of the tick", [this] {
        return m_desk.dana->allText().split(u'\n').contains(u"Read"_qs);
    }));
}

void TestActions::hoverOffersTheReply()
{
    hoverAt(placeIn(m_desk.dana->itemShowing(u"messageText"_qs, u"Please look"_qs), 3));
    QVERIFY(m_desk.dana->click(u"hoverMore"_qs));
    QVERIFY(m_desk.dana->waitFor(u"messageDelete"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"messageDelete"_qs));
    hoverAt(placeIn(m_desk.dana->itemShowing(u"messageText"_qs, u"Please look"_qs), 3));
    QVERIFY(m_desk.dana->click(u"hoverReply"_qs));
    QVERIFY(m_desk.dana->waitForText(u"composerBar"_qs, u"Please look"_qs));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
}

void TestActions::quoteLeadsToWhatItAnswers()
{
    QVERIFY(openMenuOf(u"Please look"_qs));
    QVERIFY(m_desk.dana->click(u"messageReply"_qs));
    QVERIFY(m_desk.dana->send(u"Did you?"_qs));
    QTRY_COMPARE(lastInRoom().body, u"Did you?"_qs);
    QVERIFY(lastInRoom().quote.id > 0);
    QVERIFY(m_desk.dana->drawn());
    const QQuickItem *bubble = m_desk.dana->itemShowing(u"messageBubble"_qs, u"Did you?"_qs);
    const QQuickItem *quote = m_desk.dana->itemIn(bubble, u"messageQuote"_qs);
    QVERIFY(quote);
    QTest::mouseClick(m_desk.dana->window(), Qt::LeftButton, Qt::NoModifier,
                      quote->mapToScene(QPointF(40, 20)).toPoint());
    QVERIFY(m_desk.dana->waitFor(u"rowGlow"_qs));
    // Once that is gone, the quote says so and leads nowhere; nothing can answer it any more.
    QVERIFY(openMenuOf(u"Please look"_qs));
    QVERIFY(m_desk.dana->click(u"messageReply"_qs));
    QVERIFY(m_desk.dana->waitFor(u"composerBar"_qs));
    m_desk.server->deleteAs(lastInRoom().quote.id);
    QVERIFY(m_desk.dana->waitForText(u"messageQuote"_qs, u"Deleted message"_qs));
    QVERIFY(m_desk.dana->waitUntilGone(u"composerBar"_qs));
}

SUHBAT_TEST(TestActions, Gui)
#include "tst_actions.moc"
