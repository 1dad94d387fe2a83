#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"
#include "support/TestProgram.h"

#include <QQuickItem>
#include <QQuickTextDocument>
#include <QQuickWindow>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

using namespace suhbat;

namespace {

// A part of it, at least.
bool looksLikeALink(const QQuickItem *words)
{
    auto *document = words->property("textDocument").value<QQuickTextDocument *>();
    for (auto block = document->textDocument()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().isAnchor())
                return true;
        }
    }
    return false;
}

} // namespace

// Reading: what one looks at stays where it is.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opensAtTheNewest();
    void wheelMovesAtOnceWhereMotionIsReduced();
    void followsAtTheNewest();
    void staysWhileReadingBack_data();
    void staysWhileReadingBack();
    void jumpsToAMessage();
    void opensAtTheFirstUnread();
    // Before others have read there what it has to fetch.
    void findsWordsInTheConversation();
    void readsALongHistory();
    void whatCameLiveIsNotTheFirstUnread();
    void saysThatOlderOnesDidNotCome();
    void hurryThroughTheConversations();

private:
    /// Messages "Line 1" … of a person's in Dana's conversation with them, the last `unread` of
    /// them unread; gives its id, 0 where there is none.
    qint64 fillWithLines(int personId, int count, int unread = 0);
    /// Which has only been filled so far.
    [[nodiscard]] bool openLines(qint64 id, int newest);
    static constexpr int danaId = 42;
    static constexpr int kimId = 43;
    static constexpr int leeId = 44;
    static constexpr int aliId = 45;
    static constexpr int malikaId = 46;
    static constexpr int longLines = 360; // a fifth more than are in memory at a time

    /// The colour of what was found is to be seen in the message with that text.
    bool hasMark(const QString &text) const;
    qint64 longestConversation() const;
    [[nodiscard]] bool openLongest();
    /// Tab, until the messages have the keyboard.
    [[nodiscard]] bool listTakesTheKeys();
    /// Page up or down; where there is no further to go, once more when another page has come.
    [[nodiscard]] bool leaf(Qt::Key key);
    [[nodiscard]] bool rests();
    /// Scene y of the bubble with that text; nothing when it is out of sight.
    std::optional<qreal> placeOf(const QString &text) const;
    std::optional<qreal> placeOfKey(const QString &key) const;
    /// Its sender writes more into the message that the lower edge cuts off.
    [[nodiscard]] bool growLowest();

    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;
    qint64 m_longest = 0; // a group of the demo, with Lee in it
    qint64 m_withAli = 0;
    qint64 m_withKim = 0;
    qint64 m_withLee = 0;
    qint64 m_withMalika = 0;
};

// One window for all: they differ in what they read.
void TestTimeline::initTestCase()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
    m_longest = longestConversation();
    QVERIFY(m_longest != 0);
    m_withAli = fillWithLines(aliId, 40, 3);
    m_withKim = fillWithLines(kimId, 100, 60);
    m_withLee = fillWithLines(leeId, longLines);
    m_withMalika = fillWithLines(malikaId, 110);
    QVERIFY(m_withAli != 0 && m_withKim != 0 && m_withLee != 0 && m_withMalika != 0);
    m_dana = std::make_unique<test::Person>();
    ServerProfile profile = test::Person::profileOf(*m_server);
    profile.capabilities.on.paging = true;
    profile.capabilities.on.search = true;
    QVERIFY(m_dana->open(profile));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(u"conversationDelegate"_qs));
    QVERIFY(m_dana->waitUntil("connected", [this] { return m_server->socketCount() == 1; }));
}

void TestTimeline::init()
{
    test::failOnAnyWarning();
    m_dana->app().chat()->close();
    QVERIFY(m_dana->waitFor(u"emptyChat"_qs));
}

qint64 TestTimeline::longestConversation() const
{
    qint64 longest = 0;
    qsizetype most = 0;
    for (const demo::Conversation &one : m_server->conversationsOf(danaId)) {
        const qsizetype count = m_server->messages(one.id).size();
        if (one.members.contains(leeId) && count > most) {
            longest = one.id;
            most = count;
        }
    }
    return most > 20 ? longest : 0;
}

bool TestTimeline::openLongest()
{
    m_dana->app().chat()->open(QString::number(m_longest));
    return m_dana->waitFor(u"messageBubble"_qs) && m_dana->waitUntil("the history", [this] {
        return !m_dana->app().chat()->loadingMessages();
    });
}

bool TestTimeline::openLines(qint64 id, int newest)
{
    m_dana->app().chat()->open(QString::number(id));
    return m_dana->waitForText(u"messageBubble"_qs, QStringLiteral("Line %1").arg(newest)) &&
           rests();
}

bool TestTimeline::listTakesTheKeys()
{
    const auto has = [this] {
        const QQuickItem *list = m_dana->item(u"messageList"_qs);
        return list && list->hasActiveFocus();
    };
    for (int tabs = 0; tabs < 40 && !has(); ++tabs)
        m_dana->press(Qt::Key_Tab);
    return m_dana->waitUntil("the messages to have the keyboard", has);
}

bool TestTimeline::leaf(Qt::Key key)
{
    const QQuickItem *list = m_dana->item(u"messageList"_qs);
    const QVariant before = list->property("contentY");
    m_dana->press(key);
    const auto moved = [&] { return list->property("contentY") != before; };
    if (!moved()) {
        const bool up = key == Qt::Key_PageUp;
        const bool more = m_dana->waitUntil("another page, or the end", [&] {
            if (m_dana->sees(u"olderEnd"_qs) || m_dana->sees(u"olderRetry"_qs) ||
                (!up && !m_dana->sees(u"jumpToNewest"_qs)))
                return true;
            m_dana->press(key);
            return moved();
        });
        if (!more)
            return false;
    }
    return rests();
}

bool TestTimeline::rests()
{
    const TimelineFace *timeline = m_dana->app().chat()->timeline();
    return m_dana->waitUntil("rest", [&] {
        const QQuickItem *list = m_dana->item(u"messageList"_qs);
        return list && !list->property("moving").toBool() &&
               timeline->older() != TimelineFace::Loading &&
               timeline->newer() != TimelineFace::Loading;
    });
}

std::optional<qreal> TestTimeline::placeOf(const QString &text) const
{
    const QQuickItem *bubble = m_dana->itemShowing(u"messageBubble"_qs, text);
    return bubble ? std::optional(bubble->mapToScene(QPointF()).y()) : std::nullopt;
}

std::optional<qreal> TestTimeline::placeOfKey(const QString &key) const
{
    for (const QQuickItem *row : m_dana->items(u"messageBubble"_qs)) {
        if (row->property("key").toString() == key)
            return row->mapToScene(QPointF()).y();
    }
    return {};
}

bool TestTimeline::growLowest()
{
    const QQuickItem *list = m_dana->item(u"messageList"_qs);
    const QQuickItem *cut = m_dana->items(u"messageBubble"_qs).constLast();
    const qreal edge = list->mapToScene(QPointF(0, list->height())).y();
    if (cut->mapToScene(QPointF(0, cut->height())).y() <= edge)
        return false;
    const QString body = cut->property("body").toString();
    const qreal high = cut->height();
    const QList<demo::Message> all = m_server->messages(m_longest);
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&body](const demo::Message &one) { return one.body == body; });
    if (same == all.end())
        return false;
    m_server->editAs(same->id, body + QStringLiteral("\n…").repeated(6));
    return m_dana->waitUntil("a higher message", [&] { return cut->height() > high + 40; }) &&
           m_dana->drawn();
}

void TestTimeline::opensAtTheNewest()
{
    QVERIFY(openLongest());
    const QString newest = m_server->messages(m_longest).constLast().body;
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, newest.section(QLatin1Char('\n'), 0, 0)));
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
    // Again after one has read back in it and looked at another one.
    QVERIFY(m_dana->wheel(u"messageList"_qs, 15));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    QVERIFY(openLines(m_withLee, longLines));
    QVERIFY(openLongest());
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, newest.section(QLatin1Char('\n'), 0, 0)));
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
}

void TestTimeline::wheelMovesAtOnceWhereMotionIsReduced()
{
    QVERIFY(openLongest());
    QVERIFY(rests());
    const QQuickItem *list = m_dana->item(u"messageList"_qs);
    const auto place = [list] { return list->property("contentY").toReal(); };
    const qreal newest = place();
    m_dana->app().settings()->setReduceMotion(true);
    QVERIFY(m_dana->wheel(u"messageList"_qs, 3));
    QCOMPARE(place(), newest - 3 * 72);
    QVERIFY(!list->property("moving").toBool());
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    QVERIFY(m_dana->wheel(u"messageList"_qs, -9)); // and no further than there is
    QVERIFY(place() <= newest);
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
    m_dana->app().settings()->setReduceMotion(false);
    m_dana->app().chat()->close();
}

void TestTimeline::followsAtTheNewest()
{
    QVERIFY(openLongest());
    for (int i = 1; i <= 5; ++i) {
        const QString text = QStringLiteral("Follow me %1").arg(i);
        m_server->sendAs(leeId, m_longest, text);
        QVERIFY(m_dana->waitForText(u"messageBubble"_qs, text));
    }
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
    // Nor while only the room below the newest is out of sight; then it is there.
    QQuickItem *list = m_dana->item(u"messageList"_qs);
    const qreal lowest = list->property("contentY").toReal();
    list->setProperty("contentY", lowest - 24);
    QVERIFY(m_dana->drawn());
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
    list->setProperty("contentY", lowest - 60);
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    // A search has arrows of its own.
    m_dana->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    QVERIFY(m_dana->click(u"jumpToNewest"_qs));
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
}

void TestTimeline::staysWhileReadingBack_data()
{
    QTest::addColumn<bool>("wheel");
    QTest::newRow("a little") << true;
    QTest::newRow("pages") << false;
}

void TestTimeline::staysWhileReadingBack()
{
    QFETCH(const bool, wheel);
    QVERIFY(openLongest());
    if (wheel) {
        // Its movement runs out first: longer for more notches, and the same at the end.
        QVERIFY(m_dana->wheel(u"messageList"_qs, 1));
        QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs) && rests());
    } else {
        QVERIFY(listTakesTheKeys());
        for (int page = 0; page < 3; ++page)
            QVERIFY(leaf(Qt::Key_PageUp));
        QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    }
    // What is in the middle of the view; its first line is how it is found again.
    const QList<QQuickItem *> bubbles = m_dana->items(u"messageBubble"_qs);
    QVERIFY(bubbles.size() > 2);
    const QString watched =
        test::Screen::textOf(bubbles.at(bubbles.size() / 2)).section(QLatin1Char('\n'), 0, 0);
    const auto before = placeOf(watched);
    QVERIFY(before);
    const int known = m_dana->app().chat()->messages()->rowCount();
    const int unread = m_dana->app().chat()->conversationUnread();
    const QString words = QLatin1String(QTest::currentDataTag()) + QStringLiteral(": still %1");
    for (int i = 1; i <= 5; ++i)
        m_server->sendAs(leeId, m_longest, words.arg(i));
    QTRY_COMPARE(m_dana->app().chat()->messages()->rowCount(), known + 5);
    QCOMPARE(m_dana->text(u"jumpToNewest"_qs), QString::number(unread + 5));
    QVERIFY(m_dana->drawn() && m_dana->drawn()); // it must not move then either
    const auto after = placeOf(watched);
    QVERIFY(after);
    QCOMPARE(*after, *before);
    // Nor when one that is half below the lower edge gets another height.
    QVERIFY(growLowest());
    QCOMPARE(placeOf(watched), before);
    QVERIFY(m_dana->click(u"jumpToNewest"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, words.arg(5)));
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
}

void TestTimeline::jumpsToAMessage()
{
    QVERIFY(openLongest());
    const demo::Message old = m_server->messages(m_longest).at(4);
    const QString text = old.body.section(QLatin1Char('\n'), 0, 0);
    QVERIFY(!placeOf(text));
    m_dana->app().chat()->jumpTo(QString::number(old.id));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, text));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    const QQuickItem *row = m_dana->itemShowing(u"messageBubble"_qs, text);
    QVERIFY(m_dana->itemIn(row, u"rowGlow"_qs));
    QCOMPARE(m_dana->items(u"rowGlow"_qs).size(), 1);
    // Nothing to jump to: nothing moves.
    const auto before = placeOf(text);
    m_dana->app().chat()->jumpTo(u"987654"_qs);
    QVERIFY(m_dana->drawn());
    QCOMPARE(placeOf(text), before);
    QVERIFY(m_dana->waitUntilGone(u"rowGlow"_qs)); // found by then
}

qint64 TestTimeline::fillWithLines(int personId, int count, int unread)
{
    qint64 id = 0;
    for (const demo::Conversation &one : m_server->conversationsOf(danaId)) {
        if (one.direct && one.members.contains(personId))
            id = one.id;
    }
    for (int i = 1; i <= count && id != 0; ++i) {
        const QString link = i % 3 == 0 ? QStringLiteral(" https://example.test/a") : QString();
        m_server->sendAs(personId, id, QStringLiteral("Line %1").arg(i) + link);
        if (i == count - unread)
            m_server->readAs(danaId, id);
    }
    return id;
}

// However long it is: a bounded number of rows, which move along with the reader.
void TestTimeline::readsALongHistory()
{
    QVERIFY(openLines(m_withLee, longLines));
    const MessageListModel *rows = m_dana->app().chat()->messages();
    const int before = rows->rowCount();
    QVERIFY(before <= HistoryWindow::mostRows);
    // Up to the beginning: pages come by themselves, and nothing moves when they do.
    const QQuickItem *list = m_dana->item(u"messageList"_qs);
    int mostRows = 0;
    QVERIFY(listTakesTheKeys());
    for (int step = 0; step < 200 && !m_dana->sees(u"olderEnd"_qs); ++step) {
        QVERIFY(leaf(Qt::Key_PageUp));
        QVERIFY(m_dana->drawn());
        const QList<QQuickItem *> bubbles = m_dana->items(u"messageBubble"_qs);
        QVERIFY(!bubbles.isEmpty());
        const QString watched = bubbles.constLast()->property("key").toString();
        const auto place = placeOfKey(watched);
        const QString oldest =
            rows->index(rows->rowCount() - 1, 0).data(MessageListModel::KeyRole).toString();
        if (!m_dana->sees(u"olderEnd"_qs) &&
            list->property("contentY").toReal() <
                list->property("originY").toReal() + list->property("height").toReal()) {
            QVERIFY(m_dana->waitUntil("another page", [&] {
                return rows->index(rows->rowCount() - 1, 0).data(MessageListModel::KeyRole) !=
                           oldest ||
                       m_dana->app().chat()->timeline()->older() == TimelineFace::End;
            }));
            QVERIFY(m_dana->drawn());
            const auto now = placeOfKey(watched);
            QVERIFY2(now && place && std::abs(*now - *place) < 0.5,
                     qPrintable(QStringLiteral("%1: %2, was %3")
                                    .arg(watched)
                                    .arg(now.value_or(-1))
                                    .arg(place.value_or(-1))));
        }
        mostRows = std::max(mostRows, rows->rowCount());
    }
    QVERIFY(m_dana->sees(u"olderEnd"_qs));
    QVERIFY(m_dana->sees(u"dateHeader"_qs));
    QVERIFY2(mostRows <= HistoryWindow::mostRows, qPrintable(QString::number(mostRows)));
    QVERIFY(!m_dana->app().chat()->timeline()->isLive());
    // Down again, as far as to the newest.
    for (int step = 0; step < 200 && m_dana->sees(u"jumpToNewest"_qs); ++step)
        QVERIFY(leaf(Qt::Key_PageDown));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, QStringLiteral("Line %1").arg(longLines)));
    QVERIFY(rows->rowCount() <= HistoryWindow::mostRows);
    // Rows are used again: no plain words look like the link that was there before.
    int links = 0;
    for (const QQuickItem *words : m_dana->items(u"messageText"_qs)) {
        const bool link = words->property("body").toString().contains(QLatin1String("https"));
        links += link ? 1 : 0;
        QCOMPARE(looksLikeALink(words), link);
    }
    QVERIFY(links > 1);
    // Far away by one jump, and back by one click.
    m_dana->app().chat()->jumpTo(QString::number(m_server->messages(m_withLee).at(60).id));
    QVERIFY(m_dana->waitFor(u"rowGlow"_qs));
    QVERIFY(!m_dana->app().chat()->timeline()->isLive());
    m_server->sendAs(leeId, m_withLee, u"Line 501"_qs);
    QVERIFY(m_dana->waitForText(u"jumpToNewest"_qs, u"1"_qs));
    QVERIFY(m_dana->sees(u"rowGlow"_qs)); // nothing has moved
    QVERIFY(m_dana->click(u"jumpToNewest"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, u"Line 501"_qs));
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
}

void TestTimeline::opensAtTheFirstUnread()
{
    QVERIFY(m_dana->openConversation(u"Kim Ito"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, u"Line 41"_qs));
    QVERIFY(m_dana->waitFor(u"unreadDivider"_qs));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    const qreal divider = m_dana->item(u"unreadDivider"_qs)->mapToScene(QPointF()).y();
    const qreal top = m_dana->item(u"messageList"_qs)->mapToScene(QPointF()).y();
    QVERIFY2(divider >= top && divider < top + 80, qPrintable(QString::number(divider - top)));
    // What has been seen is counted no longer; the divider stays for this visit.
    const int unread = m_dana->app().chat()->conversationUnread();
    QVERIFY(unread > 40 && unread <= 60);
    QVERIFY(listTakesTheKeys() && leaf(Qt::Key_PageDown));
    QTRY_VERIFY(m_dana->app().chat()->conversationUnread() < unread - 3);
    QVERIFY(m_dana->click(u"jumpToNewest"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, u"Line 100"_qs));
    // Who leaps to the end is done with what lies between.
    QTRY_COMPARE(m_dana->app().chat()->conversationUnread(), 0);
    m_dana->app().chat()->jumpTo(
        QString::number(m_server->messages(m_withKim).constLast().id - 59));
    QVERIFY(m_dana->waitFor(u"unreadDivider"_qs));
}

// More than a screen of messages comes in a conversation that has not been opened yet.
void TestTimeline::whatCameLiveIsNotTheFirstUnread()
{
    for (int i = 1; i <= 20; ++i)
        m_server->sendAs(aliId, m_withAli, QStringLiteral("Live %1").arg(i));
    QVERIFY(m_dana->waitForText(u"conversationDelegate"_qs, u"Live 20"_qs));
    QVERIFY(m_dana->openConversation(u"Ali"_qs));
    QVERIFY(m_dana->waitFor(u"unreadDivider"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, u"Line 38"_qs));
    const qreal top = m_dana->item(u"messageList"_qs)->mapToScene(QPointF()).y();
    const qreal divider = m_dana->item(u"unreadDivider"_qs)->mapToScene(QPointF()).y();
    QVERIFY2(divider >= top && divider < top + 80, qPrintable(QString::number(divider - top)));
}

void TestTimeline::saysThatOlderOnesDidNotCome()
{
    QVERIFY(openLines(m_withMalika, 110));
    QVERIFY(listTakesTheKeys());
    m_server->stop();
    for (int step = 0; step < 30 && !m_dana->sees(u"olderRetry"_qs); ++step) {
        QVERIFY(leaf(Qt::Key_PageUp));
    }
    QVERIFY(m_dana->waitFor(u"olderRetry"_qs));
    QVERIFY(m_server->listen());
    QVERIFY(m_dana->click(u"olderRetry"_qs));
    QVERIFY(m_dana->waitFor(u"olderEnd"_qs));
}

bool TestTimeline::hasMark(const QString &text) const
{
    const QQuickItem *const words = m_dana->itemShowing(u"messageText"_qs, text);
    if (!words)
        return false;
    const QImage drawn =
        m_dana->window()->grabWindow().copy(words->mapRectToScene(words->boundingRect()).toRect());
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            if (drawn.pixelColor(x, y) == QColor(0xff, 0xdf, 0x6b))
                return true;
        }
    }
    return false;
}

void TestTimeline::findsWordsInTheConversation()
{
    QVERIFY(openLines(m_withLee, longLines));
    m_dana->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_dana->waitFor(u"chatSearchField"_qs));
    m_dana->typeText(u"line 12"_qs);
    QVERIFY(m_dana->waitForText(u"chatSearchResult"_qs, u"1 of 11"_qs));
    const auto lit = [this](const QString &text) {
        const QQuickItem *row = m_dana->itemShowing(u"messageBubble"_qs, text);
        return row && m_dana->itemIn(row, u"rowGlow"_qs);
    };
    QTRY_VERIFY(lit(u"Line 129"_qs));
    QTRY_VERIFY(hasMark(u"Line 129"_qs)); // and where it stands in there
    QVERIFY(!hasMark(u"Line 131"_qs));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitForText(u"chatSearchResult"_qs, u"2 of 11"_qs));
    QTRY_VERIFY(lit(u"Line 128"_qs));
    QVERIFY(m_dana->click(u"chatSearchPrevious"_qs));
    QVERIFY(m_dana->click(u"chatSearchPrevious"_qs)); // from the newest on to the oldest
    QVERIFY(m_dana->waitForText(u"chatSearchResult"_qs, u"11 of 11"_qs));
    QTRY_VERIFY(lit(u"Line 12"_qs));
    QVERIFY(m_dana->type(u"chatSearchField"_qs, u"nobody said this"_qs));
    QVERIFY(m_dana->waitForText(u"chatSearchResult"_qs, u"Nothing found"_qs));
    // Both the words and the answer can be read whole in the narrowest window.
    const QSize wide = m_dana->window()->size();
    m_dana->window()->resize(m_dana->window()->minimumSize());
    const QQuickItem *const field = m_dana->item(u"chatSearchField"_qs);
    const auto of = [field](const char *name) { return field->property(name).toReal(); };
    QTRY_VERIFY(field->width() < 300);
    QTRY_VERIFY(of("contentWidth") + of("leftPadding") + of("rightPadding") <= field->width());
    QTRY_VERIFY(!m_dana->item(u"chatSearchResult"_qs)->property("truncated").toBool());
    m_dana->window()->resize(wide);
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"chatSearch"_qs));
    QVERIFY(m_dana->itemShowing(u"messageText"_qs, u"Line 12"_qs));
    QTRY_VERIFY(!hasMark(u"Line 12"_qs));
    m_dana->typeText(u"typed on"_qs); // into the composer again
    QVERIFY(m_dana->waitForText(u"composer"_qs, u"typed on"_qs));
}

// A timeline is emptied for the next one while rows of it are still being made.
void TestTimeline::hurryThroughTheConversations()
{
    ChatFace *chat = m_dana->app().chat();
    QStringList ids;
    for (const demo::Conversation &one : m_server->conversationsOf(danaId))
        ids += QString::number(one.id);
    QVERIFY(ids.size() > 8);
    // Left at once, after one event, after two …: some of them find a row half made.
    for (int round = 0; round < 4; ++round) {
        const QStringList some = ids.mid(round, 6); // what was open before is made in no time
        for (const QString &id : some) {
            chat->open(id);
            for (int event = 0; event < round; ++event)
                QCoreApplication::processEvents();
            if (round % 2 == 1)
                chat->close();
        }
    }
    QTRY_VERIFY(!chat->loadingMessages());
    chat->close();
    QVERIFY(m_dana->waitFor(u"emptyChat"_qs));
}

SUHBAT_TEST(TestTimeline, Gui)
#include "tst_timeline.moc"
