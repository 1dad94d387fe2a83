// The window and the desktop around it: notices and the tray, on a bus of the test's own.
#include "app/platform/DBusNotices.h"
#include "app/platform/StatusNotifierTray.h"
#include "demo/chat/EventForms.h"
#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/NoticeServer.h"
#include "support/TestBus.h"
#include "support/TestProgram.h"
#include "support/TrayHost.h"

#include <QColor>
#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using suhbat::test::NoticeServer;
using suhbat::test::TrayHost;
namespace kim = suhbat::test::kim;

class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void aMessageIsToldAndOpensItsConversation();
    void whatIsInSightIsNotTold();
    void anAnswerGoesOutFromTheNotice();
    void readElsewhereIsTakenBack();
    void deletedAndEditedWordsFollow();
    void nothingReadableWhereOneWishesSo();
    void doNotDisturbKeepsSilent();
    void mutedConversationsKeepSilent();
    void whatWasMissedIsTold();
    void manyConversationsShareOneNotice();
    void theTrayShowsWhatIsUnread();
    void closingTheWindowGoesToTheTray();
    void aTrayThatGoesLeavesTheWindow();
    void startsInTheTrayWhereThereIsOne();
    void quitInTheTrayEndsTheProgram();
    void loggingOutTakesThemAway();

private:
    test::Person &dana() { return *m_desk.dana; }
    demo::DemoServer &server() { return *m_desk.server; }
    Settings &settings() { return *dana().app().settings(); }
    /// Another window has the keyboard.
    [[nodiscard]] bool lookAway();
    /// Dana reads everything there on her telephone, of which the server tells her computer.
    void readElsewhere(qint64 conversation);
    /// A tray is there, and Dana's icon is in it.
    [[nodiscard]] bool withTray(TrayHost &tray);
    static QByteArray pixels(const TrayHost &tray);
    static QColor colourOf(const NoticeServer::Notice &notice);
    bool stands(const QString &title) const { return m_notices->titled(title).has_value(); }

    test::TestBus m_bus;
    std::unique_ptr<NoticeServer> m_notices;
    test::Desk m_desk;
    std::unique_ptr<QWindow> m_other;
};

void TestDesktop::initTestCase()
{
    QVERIFY(m_bus.start());
    for (const QString &name : {u"server"_qs, u"client"_qs})
        QVERIFY(QDBusConnection::connectToBus(m_bus.address(), name).isConnected());
    m_notices = std::make_unique<NoticeServer>(QDBusConnection(u"server"_qs));
    QVERIFY(m_notices->start());
    QVERIFY(m_desk.sitDown());
    dana().app().desktop()->useNotices(
        std::make_unique<platform::DBusNotices>(QDBusConnection(u"client"_qs)));
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QTRY_COMPARE(server().subscriberCount(u"private-user.42"_qs), 1);
    QVERIFY(dana().waitFor(u"conversationDelegate"_qs));
}

void TestDesktop::init()
{
    test::failOnAnyWarning();
    QVERIFY(dana().lookAt());
    settings().setDoNotDisturb(false);
    server().setRefusing(false);
    dana().app().list()->setMuted(ConversationId(kim::room).toString(), false);
    dana().app().chat()->close();
    // Whatever the function before has left there.
    if (server().unreadCount(42, kim::room) > 0)
        readElsewhere(kim::room);
    QTRY_COMPARE(dana().unreadOf(kim::name), 0);
    QTRY_VERIFY(m_notices->standing().isEmpty());
}

void TestDesktop::cleanup()
{
    m_other.reset();
    for (const auto &notice : m_notices->standing().toList())
        m_notices->putAway(notice.id);
}

void TestDesktop::cleanupTestCase()
{
    m_desk.leave();
    m_notices.reset();
    QDBusConnection::disconnectFromBus(u"client"_qs);
    QDBusConnection::disconnectFromBus(u"server"_qs);
}

bool TestDesktop::lookAway()
{
    m_other = std::make_unique<QWindow>();
    m_other->show();
    m_other->requestActivate();
    return dana().waitUntil("another window to be the active one",
                            [this] { return !dana().window()->isActive(); });
}

void TestDesktop::readElsewhere(qint64 conversation)
{
    const QList<qint64> read = server().readAs(42, conversation);
    server().publishTo(42, u"App\\Events\\MessagesRead"_qs,
                       demo::events::read(42, conversation, read, demo::ReadForm::Wrapped));
}

bool TestDesktop::withTray(TrayHost &tray)
{
    DesktopFace *const desktop = dana().app().desktop();
    return tray.start() &&
           (desktop->useTray(
                std::make_unique<platform::StatusNotifierTray>(QDBusConnection(u"client"_qs))),
            dana().waitUntil("the icon in the tray", [desktop] { return desktop->hasTray(); }));
}

/// What the picture of it is painted with: the pixel above the letters.
QColor TestDesktop::colourOf(const NoticeServer::Notice &notice)
{
    const auto picture = notice.hints.value(u"image-data"_qs).value<QDBusArgument>();
    int width = 0;
    int height = 0;
    int lineBytes = 0;
    bool hasAlpha = false;
    int bits = 0;
    int channels = 0;
    QByteArray bytes;
    picture.beginStructure();
    picture >> width >> height >> lineBytes >> hasAlpha >> bits >> channels >> bytes;
    picture.endStructure();
    const auto *rgba = reinterpret_cast<const uchar *>(bytes.constData()) +
                       height / 12 * lineBytes + width / 2 * channels;
    return QColor(rgba[0], rgba[1], rgba[2]);
}

/// Of the smallest picture.
QByteArray TestDesktop::pixels(const TrayHost &tray)
{
    const auto pictures = tray.property(u"IconPixmap"_qs).value<QDBusArgument>();
    int width = 0;
    int height = 0;
    QByteArray bytes;
    pictures.beginArray();
    pictures.beginStructure();
    pictures >> width >> height >> bytes;
    pictures.endStructure();
    pictures.endArray();
    return bytes.size() == qsizetype(width) * height * 4 ? bytes : QByteArray();
}

void TestDesktop::aMessageIsToldAndOpensItsConversation()
{
    server().sendAs(kim::id, kim::room, u"Lunch <at> one?"_qs);
    QTRY_VERIFY(stands(kim::name));
    const NoticeServer::Notice notice = *m_notices->titled(kim::name);
    QCOMPARE(notice.body, u"Lunch &lt;at&gt; one?"_qs);
    const QQuickItem *row = dana().itemShowing(u"conversationDelegate"_qs, kim::name);
    QCOMPARE(colourOf(notice), dana().itemIn(row, u"avatar"_qs)->property("color").value<QColor>());
    QVERIFY(notice.hints.contains(u"sound-name"_qs));
    // The next one takes its place and says how many there are.
    server().sendAs(kim::id, kim::room, u"Or two?"_qs);
    const QString two = kim::name + u" (2)"_qs;
    QTRY_VERIFY(stands(two));
    QCOMPARE(m_notices->standing().size(), 1);
    QCOMPARE(m_notices->titled(two)->body, u"Lunch &lt;at&gt; one?\nOr two?"_qs);
    m_notices->clickOn(m_notices->titled(two)->id);
    QVERIFY(dana().waitForText(u"messageBubble"_qs, u"Or two?"_qs));
    QCOMPARE(dana().app().chat()->conversationTitle(), kim::name);
    QTRY_COMPARE(server().unreadCount(42, kim::room), 0);
}

void TestDesktop::whatIsInSightIsNotTold()
{
    QVERIFY(dana().openConversation(kim::name));
    const int before = m_notices->shown();
    server().sendAs(kim::id, kim::room, u"do you see this"_qs);
    QVERIFY(dana().waitForText(u"messageBubble"_qs, u"do you see this"_qs));
    QTRY_COMPARE(server().unreadCount(42, kim::room), 0);
    QTest::qWait(MessageNotices::gather.count() + 50); // when it would have come
    QCOMPARE(m_notices->shown(), before);
    // Open, but with nobody before it.
    QVERIFY(lookAway());
    server().sendAs(kim::id, kim::room, u"and this"_qs);
    QTRY_VERIFY(stands(kim::name));
    // Whoever comes back has it in sight.
    QVERIFY(dana().lookAt());
    QTRY_VERIFY(!stands(kim::name));
    QTRY_COMPARE(server().unreadCount(42, kim::room), 0);
}

void TestDesktop::anAnswerGoesOutFromTheNotice()
{
    QVERIFY(lookAway());
    server().sendAs(kim::id, kim::room, u"are you there"_qs);
    QTRY_VERIFY(stands(kim::name));
    QVERIFY(m_notices->titled(kim::name)->actions.contains(u"inline-reply"_qs));
    m_notices->replyTo(m_notices->titled(kim::name)->id, u"  yes, I am  "_qs);
    QTRY_COMPARE(server().messages(kim::room).last().body, u"yes, I am"_qs);
    // Who answers has read it; and the window stays where it is.
    QTRY_COMPARE(server().unreadCount(42, kim::room), 0);
    QVERIFY(!dana().window()->isActive());
    // Too long for the server: nothing typed is lost.
    server().sendAs(kim::id, kim::room, u"tell me all"_qs);
    QTRY_VERIFY(stands(kim::name));
    const QString novel(dana().app().chat()->maxMessageLength() + 1, u'w');
    m_notices->replyTo(m_notices->titled(kim::name)->id, novel);
    QTRY_COMPARE(dana().app().chat()->conversationTitle(), kim::name);
    QTRY_COMPARE(dana().app().chat()->draft(), novel);
    dana().app().chat()->textEdited({});
}

void TestDesktop::readElsewhereIsTakenBack()
{
    server().sendAs(kim::id, kim::room, u"read me anywhere"_qs);
    QTRY_VERIFY(stands(kim::name));
    readElsewhere(kim::room);
    QTRY_VERIFY(!stands(kim::name));
}

void TestDesktop::deletedAndEditedWordsFollow()
{
    const auto first = server().sendAs(kim::id, kim::room, u"first"_qs);
    const auto second = server().sendAs(kim::id, kim::room, u"second"_qs);
    const QString two = kim::name + u" (2)"_qs;
    QTRY_VERIFY(stands(two));
    server().editAs(second.id, u"second, better"_qs);
    QTRY_COMPARE(m_notices->titled(two).value_or(NoticeServer::Notice()).body,
                 u"first\nsecond, better"_qs);
    server().deleteAs(first.id);
    QTRY_VERIFY(stands(kim::name));
    QVERIFY(!m_notices->titled(kim::name)->hints.contains(u"sound-name"_qs));
    server().deleteAs(second.id);
    QTRY_VERIFY(m_notices->standing().isEmpty());
}

void TestDesktop::nothingReadableWhereOneWishesSo()
{
    settings().setNotifyPreview(false);
    settings().setNotifySound(false);
    server().sendAs(kim::id, kim::room, u"a secret"_qs);
    QTRY_COMPARE(m_notices->titles(), QStringList({u"Suhbat"_qs}));
    const NoticeServer::Notice notice = m_notices->standing().first();
    QCOMPARE(notice.body, u"1 new message"_qs);
    QVERIFY(!notice.hints.contains(u"image-data"_qs));
    QVERIFY(!notice.hints.contains(u"sound-name"_qs));
    QVERIFY(!notice.actions.contains(u"inline-reply"_qs));
    settings().setNotifySound(true);
    settings().setNotifyPreview(true); // what stands there follows
    QTRY_COMPARE(m_notices->titles(), QStringList({kim::name}));
    settings().setLanguage(u"ru"_qs);
    QTRY_VERIFY(m_notices->standing().first().actions.contains(u"Открыть"_qs));
    settings().setLanguage(u"en"_qs);
    readElsewhere(kim::room);
}

void TestDesktop::doNotDisturbKeepsSilent()
{
    server().sendAs(kim::id, kim::room, u"one"_qs);
    QTRY_VERIFY(stands(kim::name));
    settings().setDoNotDisturb(true);
    QTRY_VERIFY(!stands(kim::name));
    server().sendAs(kim::id, kim::room, u"two"_qs);
    QTRY_COMPARE(dana().unreadOf(kim::name), 2);
    QTest::qWait(MessageNotices::gather.count() + 50);
    QVERIFY(m_notices->standing().isEmpty());
    settings().setDoNotDisturb(false);
    readElsewhere(kim::room);
}

void TestDesktop::mutedConversationsKeepSilent()
{
    ListFace *list = dana().app().list();
    list->setMuted(ConversationId(kim::room).toString(), true);
    server().sendAs(kim::id, kim::room, u"hush"_qs);
    QTRY_COMPARE(dana().unreadOf(kim::name), 1);
    QTest::qWait(MessageNotices::gather.count() + 50);
    QVERIFY(m_notices->standing().isEmpty());
    const int counted = dana().app().chat()->unreadTotal();
    list->setMuted(ConversationId(kim::room).toString(), false);
    QCOMPARE(dana().app().chat()->unreadTotal(), counted + 1); // by the title, the tray
    QTRY_COMPARE(dana().unreadOf(kim::name), 1);
    readElsewhere(kim::room);
}

void TestDesktop::whatWasMissedIsTold()
{
    server().setRefusing(true);
    server().dropSockets();
    QTRY_VERIFY(dana().app().chat()->connection() != ChatFace::Connected);
    server().sendAs(kim::id, kim::room, u"one"_qs);
    server().sendAs(kim::id, kim::room, u"while you were away"_qs);
    server().setRefusing(false);
    dana().app().chat()->tryNow();
    const QString two = kim::name + u" (2)"_qs;
    QTRY_VERIFY(stands(two));
    QCOMPARE(m_notices->titled(two)->body, u"while you were away"_qs);
    readElsewhere(kim::room);
    QTRY_VERIFY(!stands(two));
}

void TestDesktop::manyConversationsShareOneNotice()
{
    QStringList names;
    const auto all = server().conversationsOf(42);
    for (const demo::Conversation &one : all) {
        if (!one.direct || names.size() == 4)
            continue;
        const qint64 other = one.members.first() == 42 ? one.members.last() : one.members.first();
        server().sendAs(other, one.id, u"hello"_qs);
        names += QString::number(one.id);
    }
    QCOMPARE(names.size(), 4);
    QTRY_COMPARE(m_notices->titles(), QStringList({u"4 new messages"_qs}));
    QVERIFY(m_notices->standing().first().body.contains(kim::name));
    for (const QString &id : names)
        readElsewhere(id.toLongLong());
    QTRY_VERIFY(m_notices->standing().isEmpty());
}

void TestDesktop::theTrayShowsWhatIsUnread()
{
    TrayHost tray(QDBusConnection(u"server"_qs));
    QVERIFY(withTray(tray));
    QCOMPARE(tray.icons().size(), 1);
    const auto all = server().conversationsOf(42);
    for (const demo::Conversation &one : all)
        readElsewhere(one.id);
    QTRY_COMPARE(dana().app().chat()->unreadTotal(), 0);
    QCOMPARE(tray.property(u"Status"_qs).toString(), u"Active"_qs);
    QCOMPARE(tray.property(u"Menu"_qs).value<QDBusObjectPath>().path(), u"/MenuBar"_qs);
    const QByteArray plain = pixels(tray);
    QVERIFY(!plain.isEmpty());
    server().sendAs(kim::id, kim::room, u"look up"_qs);
    QTRY_COMPARE(tray.property(u"Status"_qs).toString(), u"NeedsAttention"_qs);
    QVERIFY(pixels(tray) != plain);
    // Ends as the program is called: else Qt puts the name behind it once more.
    QCOMPARE(dana().window()->title(), u"(1) Suhbat"_qs);
    readElsewhere(kim::room);
    QTRY_COMPARE(tray.property(u"Status"_qs).toString(), u"Active"_qs);
    QCOMPARE(pixels(tray), plain);

    QVERIFY(tray.choose(u"Do not disturb"_qs));
    QTRY_VERIFY(settings().doNotDisturb());
    QCOMPARE(tray.menu(), QStringList({u"Hide Suhbat"_qs, u"-"_qs, u"* Do not disturb"_qs, u"-"_qs,
                                       u"Quit"_qs}));
    QVERIFY(tray.choose(u"Do not disturb"_qs));
    QTRY_VERIFY(!settings().doNotDisturb());
    dana().app().desktop()->useTray(nullptr);
}

void TestDesktop::closingTheWindowGoesToTheTray()
{
    TrayHost tray(QDBusConnection(u"server"_qs));
    QVERIFY(withTray(tray));
    QQuickWindow *const window = dana().window();
    window->close();
    QVERIFY(dana().waitFor(u"trayQuestion"_qs));
    dana().press(Qt::Key_Escape); // thought better of it
    QVERIFY(dana().waitUntilGone(u"trayQuestion"_qs));
    QVERIFY(window->isVisible());
    window->close();
    QVERIFY(dana().click(u"trayKeepRunning"_qs));
    QTRY_VERIFY(!window->isVisible());
    // It goes on: what is said is told, and a click opens the conversation.
    server().sendAs(kim::id, kim::room, u"still there?"_qs);
    QTRY_VERIFY(stands(kim::name));
    QCOMPARE(tray.menu().first(), u"Open Suhbat"_qs);
    tray.click();
    QTRY_VERIFY(window->isVisible() && window->isActive());
    // It was explained once.
    window->close();
    QTRY_VERIFY(!window->isVisible());
    QVERIFY(!dana().sees(u"trayQuestion"_qs));
    QVERIFY(stands(kim::name));
    m_notices->clickOn(m_notices->titled(kim::name)->id);
    QTRY_VERIFY(window->isVisible());
    QCOMPARE(dana().app().chat()->conversationTitle(), kim::name);
    QVERIFY(dana().lookAt());
    QVERIFY(tray.choose(u"Hide Suhbat"_qs));
    QTRY_VERIFY(!window->isVisible());
    QVERIFY(tray.choose(u"Open Suhbat"_qs));
    QTRY_VERIFY(window->isVisible());
    settings().setCloseToTray(false);
    QVERIFY(dana().app().desktop()->mayClose());
    settings().setCloseToTray(true);
    QVERIFY(dana().lookAt());
    QTRY_COMPARE(server().unreadCount(42, kim::room), 0);
    dana().app().desktop()->useTray(nullptr);
}

void TestDesktop::aTrayThatGoesLeavesTheWindow()
{
    TrayHost tray(QDBusConnection(u"server"_qs));
    QVERIFY(withTray(tray));
    QQuickWindow *const window = dana().window();
    for (const bool whole : {false, true}) {
        window->close();
        QTRY_VERIFY(!window->isVisible());
        if (whole)
            tray.stop();
        else
            tray.setHost(false);
        QTRY_VERIFY(window->isVisible());
        QVERIFY(dana().app().desktop()->mayClose()); // nowhere to go
        if (!whole) {
            tray.setHost(true);
            QTRY_VERIFY(dana().app().desktop()->hasTray());
        }
    }
    QVERIFY(tray.start()); // the panel was started anew
    QTRY_VERIFY(dana().app().desktop()->hasTray());
    QCOMPARE(tray.icons().size(), 1);
    dana().app().desktop()->useTray(nullptr);
}

void TestDesktop::startsInTheTrayWhereThereIsOne()
{
    TrayHost tray(QDBusConnection(u"server"_qs));
    QVERIFY(tray.start());
    const QTemporaryDir folder;
    App app(folder.filePath(u"settings.ini"_qs), test::Person::quickTiming());
    AppWindow window(app, *app.settings());
    QSignalSpy ready(&window, &AppWindow::firstFrame);
    QVERIFY(window.open(AppWindow::mainUrl(), AppWindow::Start::Hidden));
    QTRY_COMPARE(ready.size(), 1);
    app.desktop()->useTray(
        std::make_unique<platform::StatusNotifierTray>(QDBusConnection(u"client"_qs)));
    QTRY_VERIFY(app.desktop()->hasTray());
    QVERIFY(!window.window()->isVisible());
    app.desktop()->useTray(nullptr);
    tray.stop();
    // Without one there would be nothing to click on.
    app.desktop()->useTray(
        std::make_unique<platform::StatusNotifierTray>(QDBusConnection(u"client"_qs)));
    QTRY_VERIFY(window.window()->isVisible());
    app.desktop()->useTray(nullptr);
}

void TestDesktop::quitInTheTrayEndsTheProgram()
{
    TrayHost tray(QDBusConnection(u"server"_qs));
    QVERIFY(withTray(tray));
    QVERIFY(!dana().app().desktop()->mayClose());
    QSignalSpy quit(dana().app().desktop(), &DesktopFace::quitWanted);
    settings().setLanguage(u"uz"_qs);
    QVERIFY(tray.choose(u"Dasturdan chiqish"_qs));
    QTRY_COMPARE(quit.size(), 1);
    settings().setLanguage(u"en"_qs);
    QVERIFY(dana().app().desktop()->mayClose()); // the window does not stand in the way
    dana().app().desktop()->useTray(nullptr);
}

void TestDesktop::loggingOutTakesThemAway()
{
    server().sendAs(kim::id, kim::room, u"bye"_qs);
    QTRY_VERIFY(stands(kim::name));
    dana().app().session()->signOut(true);
    QTRY_VERIFY(!stands(kim::name));
}

SUHBAT_TEST(TestDesktop, Gui)
#include "tst_desktop.moc"
