#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QColor>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QTest>

using namespace suhbat;

// The list of conversations and the ways through the window, by mouse and by keyboard. One login
// for all.
class TestList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void f6GoesFromPartToPart();
    void theSheetShowsEveryShortcut();
    void rightClickOpensOnlyTheMenu();
    void aPinnedOneStandsOnTop();
    void aMutedOneIsGrey();
    void readAndUnreadByHand();
    void whatTheServerRefusesStaysUnread();
    void draftAndTypingStandInTheRow();
    void myMessageHasItsMarkInTheRow();
    void kindsAndWordsNarrowTheList();
    void unreadOnesFirst();
    void keysGoFromChatToChat();
    void keysWorkWithCyrillicLetters();
    void keysGoThroughTheUnread();
    void timesFollowTheLanguage();
    void oneColourForOnePerson();
    void theTipMakesWayForTheMenu();
    void lettersLeadToAConversation();
    void nobodyFoundLeadsOn();
    void somebodyIsFoundToWriteTo();
    void anErrorInTheSheetIsToldAndRetried();
    void aGroupIsMade();
    void theOpenOneStaysInSight();
    void tabReachesEveryControl_data();
    void tabReachesEveryControl();

private:
    bool focused(const QString &name) const;
    /// What can be clicked or typed into, and Tab does not come to; empty when it comes to all.
    QStringList missedByTab();
    bool openMenu(const QString &title);
    QQuickItem *row(const QString &title) const;
    bool rowHas(const QString &title, const QString &name) const;
    QString firstRow() const;
    QString open() const { return m_desk.dana->app().chat()->conversationTitle(); }

    test::Desk m_desk;
    test::Person &dana() { return *m_desk.dana; }
};

namespace {

const QString support = QStringLiteral("Support desk"); // a group with three unread messages
const QString lee = QStringLiteral("Lee Park");         // some way down the list

} // namespace

void TestList::initTestCase()
{
    demo::DemoOptions options;
    options.quiet = true;
    m_desk.server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_desk.server->listen());
    m_desk.dana = std::make_unique<test::Person>();
    ServerProfile profile = test::Person::profileOf(*m_desk.server);
    profile.capabilities.on.groupCreate = true;
    QVERIFY(dana().open(profile));
    QVERIFY(dana().waitFor(u"loginPage"_qs));
    QCOMPARE(missedByTab(), QStringList());
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QVERIFY(dana().waitFor(u"conversationDelegate"_qs));
}

bool TestList::focused(const QString &name) const
{
    const QQuickItem *item = m_desk.dana->item(name);
    return item != nullptr && item->hasActiveFocus();
}

QQuickItem *TestList::row(const QString &title) const
{
    return m_desk.dana->itemShowing(u"conversationDelegate"_qs, title);
}

bool TestList::rowHas(const QString &title, const QString &name) const
{
    return m_desk.dana->itemIn(row(title), name) != nullptr;
}

QString TestList::firstRow() const
{
    const QQuickItem *first = m_desk.dana->item(u"conversationDelegate"_qs);
    return first != nullptr ? first->property("title").toString() : QString();
}

bool TestList::openMenu(const QString &title)
{
    QQuickItem *at = row(title);
    if (at == nullptr || !dana().drawn())
        return false;
    const QPointF middle = at->mapToScene(QPointF(at->width() / 2, at->height() / 2));
    QTest::mouseClick(dana().window(), Qt::RightButton, {}, middle.toPoint());
    return dana().waitFor(u"menuRead"_qs);
}

void TestList::f6GoesFromPartToPart()
{
    QVERIFY(dana().openConversation(test::kim::name));
    QTRY_VERIFY(focused(u"composer"_qs));
    for (const QString &part :
         {u"conversationFilter"_qs, u"conversationList"_qs, u"messageList"_qs, u"composer"_qs}) {
        dana().press(Qt::Key_F6);
        QTRY_VERIFY2(focused(part), qPrintable(part));
    }
    dana().press(Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(focused(u"messageList"_qs));
}

void TestList::theSheetShowsEveryShortcut()
{
    dana().press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"shortcutSheet"_qs));
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Go to a conversation"_qs));
    // each key a cap of its own
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Ctrl\nTab"_qs));
    dana().app().settings()->setLanguage(u"uz"_qs);
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Keyingi suhbat"_qs));
    dana().app().settings()->setLanguage(u"en"_qs);
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"shortcutSheet"_qs));
}

void TestList::rightClickOpensOnlyTheMenu()
{
    dana().app().chat()->close();
    QVERIFY(dana().waitFor(u"emptyChat"_qs));
    QVERIFY(openMenu(lee));
    QVERIFY(dana().sees(u"emptyChat"_qs));
    // The row says that the menu is about it, and the menu does not lie over it.
    QVERIFY(row(lee)->property("meant").toBool());
    QVERIFY(!row(test::kim::name)->property("meant").toBool());
    const QQuickItem *entry = dana().item(u"menuRead"_qs);
    QVERIFY(!entry->mapRectToScene(entry->boundingRect())
                 .intersects(row(lee)->mapRectToScene(row(lee)->boundingRect())));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"menuMute"_qs));
    QVERIFY(!row(lee)->property("meant").toBool());
    // and by the keyboard, for the row that has it
    QVERIFY(dana().app().chat()->conversationId().isEmpty());
    dana().press(Qt::Key_F6);
    dana().press(Qt::Key_F6);
    QTRY_VERIFY(focused(u"conversationList"_qs) || focused(u"conversationFilter"_qs));
    dana().item(u"conversationList"_qs)->forceActiveFocus();
    dana().press(Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(dana().waitFor(u"menuMute"_qs));
    dana().press(Qt::Key_Down);
    QTRY_VERIFY(focused(u"menuPin"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"menuMute"_qs));
    QTRY_VERIFY(focused(u"conversationList"_qs));
}

void TestList::aPinnedOneStandsOnTop()
{
    QVERIFY(openMenu(lee));
    QVERIFY(dana().click(u"menuPin"_qs));
    QTRY_COMPARE(firstRow(), lee);
    QTRY_VERIFY(rowHas(lee, u"pinnedMark"_qs));
    QVERIFY(openMenu(lee));
    QVERIFY(dana().click(u"menuPin"_qs));
    QTRY_VERIFY(firstRow() != lee);
}

void TestList::aMutedOneIsGrey()
{
    const auto badgeColor = [this] {
        const QQuickItem *badge = dana().itemIn(row(support), u"unreadBadge"_qs);
        return badge != nullptr ? badge->property("color").value<QColor>() : QColor();
    };
    const QColor loud = badgeColor();
    QVERIFY(loud.isValid());
    QVERIFY(openMenu(support));
    QVERIFY(dana().click(u"menuMute"_qs));
    QTRY_VERIFY(rowHas(support, u"mutedMark"_qs));
    QVERIFY(badgeColor().hslSaturationF() < loud.hslSaturationF() / 2);
    QVERIFY(dana().app().backend()->chat().list().marks.isMuted(ConversationId(qint64(20))));
}

void TestList::readAndUnreadByHand()
{
    QVERIFY(dana().unreadOf(support) > 0);
    QVERIFY(openMenu(support));
    dana().press(Qt::Key_Return); // the first line has the keyboard
    QTRY_COMPARE(dana().unreadOf(support), 0);
    QVERIFY(openMenu(support));
    QVERIFY(dana().waitForText(u"menuRead"_qs, u"Mark as unread"_qs));
    dana().press(Qt::Key_Return);
    QTRY_VERIFY(rowHas(support, u"unreadBadge"_qs));
    QVERIFY(dana().openConversation(support));
    QTRY_VERIFY(!rowHas(support, u"unreadBadge"_qs));
}

void TestList::whatTheServerRefusesStaysUnread()
{
    const QString lunch = u"Friday lunch"_qs;
    const int before = dana().unreadOf(lunch);
    QVERIFY(before > 0);
    m_desk.server->faults().failNext(demo::Failure::ServerErrorHtml, u"/read-all"_qs, 1, "POST");
    QVERIFY(openMenu(lunch));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitForText(u"snackbar"_qs, u"not marked as read"_qs));
    QCOMPARE(dana().unreadOf(lunch), before);
    QVERIFY(dana().click(u"snackbarRetry"_qs));
    QTRY_COMPARE(dana().unreadOf(lunch), 0);
}

void TestList::draftAndTypingStandInTheRow()
{
    QVERIFY(dana().openConversation(test::kim::name));
    QVERIFY(dana().type(u"composer"_qs, u"half a thought"_qs));
    QVERIFY(!row(test::kim::name) || !rowHas(test::kim::name, u"draftWord"_qs)); // still open
    QVERIFY(dana().openConversation(lee));
    QTRY_VERIFY(rowHas(test::kim::name, u"draftWord"_qs));
    QVERIFY(test::Screen::textOf(row(test::kim::name)).contains(u"half a thought"_qs));
    m_desk.server->typeAs(test::kim::id, test::kim::room);
    QVERIFY(dana().waitForText(u"conversationDelegate"_qs, u"Kim Ito is typing…"_qs));
    QVERIFY(!rowHas(test::kim::name, u"draftWord"_qs));
    m_desk.server->sendAs(test::kim::id, test::kim::room, u"typed"_qs);
    QTRY_VERIFY(rowHas(test::kim::name, u"draftWord"_qs));
}

void TestList::myMessageHasItsMarkInTheRow()
{
    QVERIFY(dana().openConversation(test::kim::name));
    QVERIFY(dana().send(u"here it is"_qs));
    QVERIFY(dana().waitForText(u"conversationDelegate"_qs, u"You: here it is"_qs));
    QTRY_COMPARE(
        dana().itemIn(row(u"here it is"_qs), u"stateMark"_qs)->property("glyph").toString(),
        u"sent"_qs);
    // The server's list says the same in its own words.
    dana().app().chat()->reloadConversations();
    QTRY_VERIFY(!dana().app().backend()->chat().isLoadingList());
    QVERIFY(row(u"You: here it is"_qs));
}

void TestList::kindsAndWordsNarrowTheList()
{
    QVERIFY(dana().click(u"kindTab3"_qs)); // groups
    QVERIFY(dana().waitForText(u"conversationDelegate"_qs, support));
    QTRY_VERIFY(row(lee) == nullptr);
    dana().press(Qt::Key_Left); // direct
    QTRY_VERIFY(row(lee) != nullptr && row(support) == nullptr);
    QVERIFY(dana().type(u"conversationFilter"_qs, u"zzz"_qs));
    QVERIFY(dana().waitForText(u"conversationsEmpty"_qs, u"No conversation is called “zzz”"_qs));
    QVERIFY(dana().click(u"showAll"_qs));
    QVERIFY(dana().type(u"conversationFilter"_qs, u"qoch"_qs));
    QVERIFY(dana().waitForText(u"conversationDelegate"_qs, u"Ali Qoʻchqorov"_qs));
    QTRY_COMPARE(dana().items(u"conversationDelegate"_qs).size(), 1);
    dana().press(Qt::Key_Return);
    QTRY_COMPARE(open(), u"Ali Qoʻchqorov"_qs);
    QVERIFY(dana().type(u"conversationFilter"_qs, u""_qs));
    QTRY_VERIFY(dana().items(u"conversationDelegate"_qs).size() > 5);
}

void TestList::unreadOnesFirst()
{
    QVERIFY(openMenu(lee));
    dana().press(Qt::Key_Return); // marked as unread
    QTRY_VERIFY(rowHas(lee, u"unreadBadge"_qs));
    const QQuickItem *before = row(lee);
    const qreal low = before->mapToScene({}).y();
    QVERIFY(dana().click(u"unreadFirst"_qs));
    QTRY_VERIFY(row(lee) != nullptr && row(lee)->mapToScene({}).y() < low);
    QVERIFY(dana().click(u"unreadFirst"_qs));
    QTRY_VERIFY(row(lee) != nullptr && row(lee)->mapToScene({}).y() == low);
}

void TestList::keysGoFromChatToChat()
{
    const auto titles = [this] {
        QStringList all;
        const auto rows = dana().items(u"conversationDelegate"_qs);
        for (const QQuickItem *one : rows)
            all.append(one->property("title").toString());
        return all;
    };
    dana().item(u"conversationList"_qs)->forceActiveFocus();
    dana().press(Qt::Key_Home);
    const QStringList order = titles();
    dana().press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(open(), order.at(0));
    dana().press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(open(), order.at(1));
    dana().press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(open(), order.at(2));
    dana().press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(open(), order.at(3));
    dana().press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(open(), order.at(2));
    dana().press(Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_COMPARE(open(), order.at(1));
    dana().press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(open(), order.at(0));
    dana().press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(open(), order.at(3));
    QCOMPARE(titles(), order); // nothing moved meanwhile, or this proves nothing
}

// A keyboard that has no Latin letters says Л where K is.
void TestList::keysWorkWithCyrillicLetters()
{
    QTest::sendKeyEvent(QTest::Click, dana().window(), Qt::Key(0x041b), u"л"_qs,
                        Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"switcherField"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"switcherField"_qs));
    dana().press(Qt::Key_Period, Qt::ControlModifier); // on the key of the slash
    QVERIFY(dana().waitFor(u"shortcutSheet"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"shortcutSheet"_qs));
}

void TestList::keysGoThroughTheUnread()
{
    QVERIFY(dana().click(u"kindTab1"_qs)); // unread
    QTRY_VERIFY(row(lee) != nullptr);
    QVERIFY(dana().click(u"kindTab0"_qs));
    dana().app().chat()->close();
    const auto isUnread = [this] {
        const QString at = dana().app().chat()->conversationId();
        const auto &marks = dana().app().backend()->chat().list().marks;
        const auto *entry = dana().app().backend()->chat().conversations().find(ConversationId(at));
        return entry != nullptr &&
               (entry->conversation.unreadCount > 0 || marks.isToRead(ConversationId(at)));
    };
    QVERIFY(!isUnread());
    QString last;
    for (int i = 0; i < 2; ++i) {
        QStringList unread;
        const auto rows = dana().items(u"conversationDelegate"_qs);
        for (const QQuickItem *one : rows) {
            if (one->property("unreadCount").toInt() > 0 || one->property("toRead").toBool())
                unread.append(one->property("title").toString());
        }
        QVERIFY(!unread.isEmpty());
        dana().press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(open() != last && unread.contains(open()), qPrintable(open()));
        last = open();
    }
}

void TestList::timesFollowTheLanguage()
{
    const auto shown = [this](const QString &part) {
        return dana().texts(u"conversationDelegate"_qs).join(u' ').contains(part);
    };
    // Three days ago, wherever one is; the day is not known.
    const auto anyDay = [&shown](const QLocale &locale) {
        for (int day = 1; day <= 7; ++day) {
            if (shown(locale.standaloneDayName(day, QLocale::ShortFormat)))
                return true;
        }
        return false;
    };
    const QLocale english(u"en"_qs);
    QVERIFY(dana().type(u"conversationFilter"_qs, u"Ирина"_qs));
    QTRY_VERIFY(anyDay(english));
    dana().app().settings()->setLanguage(u"ru"_qs);
    QTRY_VERIFY(anyDay(QLocale(u"ru"_qs)));
    QVERIFY(!anyDay(english));
    QVERIFY(dana().type(u"conversationFilter"_qs, u"Nilufar"_qs));
    QTRY_VERIFY(shown(u"Вы: "_qs));
    dana().app().settings()->setLanguage(u"en"_qs);
    QTRY_VERIFY(shown(u"You: "_qs));
    dana().press(Qt::Key_Escape);
}

// The list knows a conversation, the timeline a person: the same colour all the same.
void TestList::oneColourForOnePerson()
{
    const auto rows = dana().app().list()->rows();
    const auto colour = [rows](const QString &title) {
        for (int i = 0; i < rows->rowCount(); ++i) {
            const QModelIndex at = rows->index(i);
            if (at.data(ConversationListModel::TitleRole).toString() == title)
                return at.data(ConversationListModel::ColorIndexRole).toInt();
        }
        return -1;
    };
    QVERIFY(dana().openConversation(u"Friday lunch"_qs));
    const auto *messages = dana().app().chat()->messages();
    int compared = 0;
    for (int i = 0; i < messages->rowCount(); ++i) {
        const QModelIndex at = messages->index(i);
        const int inList = colour(at.data(MessageListModel::SenderNameRole).toString());
        if (inList < 0)
            continue;
        QCOMPARE(at.data(MessageListModel::SenderColorIndexRole).toInt(), inList);
        ++compared;
    }
    QVERIFY(compared > 0);
}

void TestList::theTipMakesWayForTheMenu()
{
    QVERIFY(dana().click(u"menuButton"_qs));
    QVERIFY(dana().waitFor(u"logoutButton"_qs));
    QVERIFY(dana().item(u"menuButton"_qs)->property("quiet").toBool());
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"logoutButton"_qs));
}

void TestList::lettersLeadToAConversation()
{
    QVERIFY(dana().openConversation(lee));
    QVERIFY(dana().openConversation(test::kim::name));
    dana().press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"switcherField"_qs));
    QTRY_VERIFY(focused(u"switcherField"_qs));
    // The one that was open before is what Enter goes to.
    dana().press(Qt::Key_Return);
    QTRY_COMPARE(open(), lee);
    QVERIFY(dana().waitUntilGone(u"switcherField"_qs));
    dana().press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(focused(u"switcherField"_qs));
    dana().typeText(u"sud"_qs);
    QTRY_VERIFY(test::Screen::textOf(dana().item(u"switcherRow"_qs)).contains(support));
    dana().press(Qt::Key_Return);
    QTRY_COMPARE(open(), support);
    dana().press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(focused(u"switcherField"_qs));
    dana().press(Qt::Key_Down);
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"switcherField"_qs));
    QCOMPARE(open(), support);
}

void TestList::nobodyFoundLeadsOn()
{
    dana().press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(focused(u"switcherField"_qs));
    QVERIFY(!dana().sees(u"switcherNewChat"_qs));
    dana().typeText(u"lizzz"_qs);
    QVERIFY(dana().click(u"switcherNewChat"_qs));
    QVERIFY(dana().waitUntilGone(u"switcherField"_qs));
    QTRY_VERIFY(focused(u"contactSearch"_qs));
    QVERIFY(dana().waitFor(u"personRow"_qs));
    dana().typeText(u"zebra"_qs);
    QVERIFY(dana().click(u"contactsClear"_qs));
    QVERIFY(dana().waitFor(u"personRow"_qs));
    QVERIFY(focused(u"contactSearch"_qs));
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"contactSearch"_qs));
}

void TestList::somebodyIsFoundToWriteTo()
{
    dana().press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"personRow"_qs));
    QTRY_VERIFY(focused(u"contactSearch"_qs));
    dana().typeText(u"tom"_qs);
    QVERIFY(dana().waitUntil("only Tom", [this] {
        return dana().items(u"personRow"_qs).size() == 1 &&
               test::Screen::textOf(dana().item(u"personRow"_qs)).contains(u"Tom"_qs);
    }));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitUntilGone(u"contactSearch"_qs));
    QTRY_VERIFY(open().contains(u"Tom"_qs));
    QTRY_VERIFY(focused(u"composer"_qs));
}

void TestList::anErrorInTheSheetIsToldAndRetried()
{
    m_desk.server->faults().failNext(demo::Failure::BadGateway, u"/contacts"_qs, 1);
    QVERIFY(dana().click(u"newChat"_qs));
    QVERIFY(dana().waitFor(u"newChatError"_qs));
    QVERIFY(dana().waitFor(u"personRow"_qs)); // those who were met before
    QVERIFY(dana().click(u"contactsRetry"_qs));
    QVERIFY(dana().waitUntilGone(u"newChatError"_qs));
    m_desk.server->faults().failNext(demo::Failure::Forbidden, u"/find-or-create"_qs, 1, "POST");
    QVERIFY(dana().clickOn(u"personRow"_qs, test::kim::name));
    QVERIFY(dana().waitFor(u"newChatError"_qs));
    QVERIFY(dana().clickOn(u"personRow"_qs, test::kim::name));
    QVERIFY(dana().waitUntilGone(u"contactSearch"_qs));
    QTRY_COMPARE(open(), test::kim::name);
}

void TestList::aGroupIsMade()
{
    QVERIFY(dana().click(u"newChat"_qs));
    QVERIFY(dana().waitFor(u"personRow"_qs));
    QVERIFY(dana().click(u"newGroup"_qs));
    QTRY_VERIFY(focused(u"groupTitle"_qs));
    dana().typeText(u"Night shift"_qs);
    QVERIFY(!dana().item(u"createGroup"_qs)->isEnabled()); // with nobody
    QVERIFY(dana().clickOn(u"personRow"_qs, test::kim::name));
    QVERIFY(dana().waitForText(u"chosenPeople"_qs, u"1 chosen: "_qs + test::kim::name));
    const auto isMarked = [this] {
        return dana().itemShowing(u"personRow"_qs, test::kim::name)->property("chosen").toBool();
    };
    QVERIFY(isMarked());
    QVERIFY(dana().clickOn(u"personRow"_qs, test::kim::name)); // thought better of it
    QTRY_VERIFY(!isMarked() && !dana().item(u"createGroup"_qs)->isEnabled());
    QVERIFY(dana().clickOn(u"personRow"_qs, test::kim::name));
    QVERIFY(dana().click(u"createGroup"_qs));
    QVERIFY(dana().waitUntilGone(u"contactSearch"_qs));
    QTRY_COMPARE(open(), u"Night shift"_qs);
}

namespace {

bool inside(const QQuickItem *item, const QStringList &names)
{
    for (const QQuickItem *at = item; at != nullptr; at = at->parentItem()) {
        if (names.contains(at->objectName()))
            return true;
    }
    return false;
}

} // namespace

QStringList TestList::missedByTab()
{
    // Within these the arrow keys go from one to the next.
    const QStringList lists{u"conversationList"_qs, u"messageList"_qs, u"peopleList"_qs,
                            u"switcherList"_qs};
    QList<QQuickItem *> controls;
    QList<QQuickItem *> todo{dana().window()->contentItem()};
    QQuickItem *modal = nullptr;
    while (!todo.isEmpty()) {
        QQuickItem *at = todo.takeFirst();
        if (!at->isVisible() || at->opacity() < 0.1)
            continue;
        if (at->inherits("QQuickPopupItem") && at->width() > 0)
            modal = at; // a sheet over everything else
        const bool control = at->inherits("QQuickAbstractButton") ||
                             at->inherits("QQuickTextField") || at->inherits("QQuickTextArea");
        const bool oneOfMany =
            at->objectName().startsWith(u"kindTab"_qs) && !at->property("chosen").toBool();
        if (control && at->isEnabled() && at->width() > 0 && !oneOfMany && !inside(at, lists))
            controls.append(at);
        todo += at->childItems();
    }
    QSet<const QQuickItem *> reached;
    for (int i = 0; i < 80; ++i) {
        dana().press(Qt::Key_Tab);
        reached.insert(dana().window()->activeFocusItem());
    }
    QStringList missed;
    for (const QQuickItem *control : std::as_const(controls)) {
        const bool behind = modal != nullptr && !modal->isAncestorOf(control);
        if (!behind && !reached.contains(control))
            missed.append(control->objectName() + u' ' +
                          QString::fromLatin1(control->metaObject()->className()));
    }
    return missed;
}

// Also when it moves up because one wrote in it.
void TestList::theOpenOneStaysInSight()
{
    QQuickItem *list = dana().item(u"conversationList"_qs);
    const auto place = [this, list](const QString &title) {
        const QQuickItem *of = row(title);
        return of != nullptr ? of->mapToItem(list, QPointF()).y() : -1000.0;
    };
    QString chosen;
    const auto rows = dana().items(u"conversationDelegate"_qs);
    for (const QQuickItem *one : rows) {
        if (one->property("index").toInt() == 4)
            chosen = one->property("title").toString();
    }
    QVERIFY(dana().openConversation(chosen));
    // one has scrolled until it is the uppermost in sight
    const auto at = [list](const char *name) { return list->property(name).toReal(); };
    QTRY_COMPARE(list->property("currentItem").value<QQuickItem *>(), row(chosen));
    list->setProperty("contentY", at("contentY") + place(chosen) - 20);
    QVERIFY(at("contentY") > at("originY") + 100);
    QCOMPARE(place(chosen), 20.0);
    QVERIFY(dana().send(u"Up it goes"_qs));
    QVERIFY(dana().waitUntil("it to be in sight further up", [&] {
        return place(chosen) >= -4 && row(chosen)->property("index").toInt() < 3;
    }));
}

void TestList::tabReachesEveryControl_data()
{
    QTest::addColumn<int>("key"); // with Ctrl; 0: none
    QTest::addColumn<QString>("there");
    QTest::newRow("chat") << 0 << u"composer"_qs;
    QTest::newRow("new chat") << int(Qt::Key_N) << u"contactSearch"_qs;
    QTest::newRow("switcher") << int(Qt::Key_K) << u"switcherField"_qs;
    QTest::newRow("shortcuts") << int(Qt::Key_Slash) << u"shortcutSheet"_qs;
}

void TestList::tabReachesEveryControl()
{
    QFETCH(int, key);
    QFETCH(QString, there);
    QVERIFY(dana().openConversation(test::kim::name));
    if (key != 0)
        dana().press(Qt::Key(key), Qt::ControlModifier);
    QVERIFY(dana().waitFor(there));
    QTRY_VERIFY(focused(there));
    QCOMPARE(missedByTab(), QStringList());
    if (key != 0) {
        dana().press(Qt::Key_Escape);
        QVERIFY(dana().waitUntilGone(there));
    }
}

SUHBAT_TEST(TestList, Gui)
#include "tst_list.moc"
