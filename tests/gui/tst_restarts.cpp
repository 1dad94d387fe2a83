// The program ends without a word, as a crash does, and is started again: what a person finds.
#include "app/platform/SystemSecretStore.h"
#include "store/AccountStore.h"
#include "store/SqliteStore.h"
#include "support/Desk.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QDirIterator>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <csignal>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace suhbat;
using test::FakeKeyring;
using test::Person;
namespace kim = suhbat::test::kim;

namespace {

const QString rows = QStringLiteral("conversationDelegate");
const QString bubbles = QStringLiteral("messageBubble");
const QString composer = QStringLiteral("composer");

/// What a process that is killed leaves behind.
bool copyFolder(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        copied = copied && QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target);
    }
    return copied;
}

} // namespace

class TestRestarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKilledProgramShowsTheSameWithoutAServer();
    void whatWasMissedIsFilledInOnce();
    void opensWhereReadingEnded();
    void anotherUserSeesNothingOfTheFirst();
    void aDamagedCacheIsToldAndFetchedAnew();
    void aStoreInUseIsToldWithRetry();
    void aFullDiskIsToldAndTheTextIsGivenBack();
    void aReadOnlyDiskIsToldAndTheTextIsGivenBack();

private:
    AccountPaths paths() const
    {
        return AccountPaths::below(m_dir->filePath(QStringLiteral("config")), m_data);
    }
    [[nodiscard]] bool start();
    /// Dana writes, has half a sentence in the composer, and is killed when both are on the disk.
    [[nodiscard]] bool chatAndKill();
    [[nodiscard]] bool onDisk();
    Person &dana() { return *m_dana; }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
    FakeKeyring::Drawer m_drawer;
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<Person> m_dana;
    QStringList m_list;     // as it was before
    QStringList m_messages; // the same
};

void TestRestarts::init()
{
    test::failOnAnyWarning();
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("data"));
    m_drawer = FakeKeyring::Drawer();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
}

void TestRestarts::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

bool TestRestarts::start()
{
    m_dana = std::make_unique<Person>(
        paths(), std::make_unique<SystemSecretStore>(std::make_unique<FakeKeyring>(m_drawer),
                                                     m_data + QStringLiteral("/secrets")));
    return m_dana->open(*m_server);
}

bool TestRestarts::onDisk()
{
    AccountStore &store = dana().app().backend()->store();
    const ConversationId room(kim::room);
    QObject context;
    QString draft;
    bool message = false;
    return dana().waitUntil("message and draft on the disk", [&] {
        store.loadDraft(room, &context, [&](const Result<QString> &kept) { draft = *kept; });
        store.loadLatest(room, 1, &context, [&](const Result<QVector<Message>> &kept) {
            message = !kept->isEmpty() && kept->last().body == QStringLiteral("before the crash") &&
                      !kept->last().tempId.isEmpty();
        });
        return message && draft == QStringLiteral("half a thought");
    });
}

bool TestRestarts::chatAndKill()
{
    if (!start() || !dana().logIn(test::account::dana, test::account::password) ||
        !dana().openConversation(kim::name) || !dana().send(QStringLiteral("before the crash")) ||
        !dana().waitUntil("the mark of the message",
                          [this] {
                              return dana().markOf(QStringLiteral("before the crash")) ==
                                     QStringLiteral("sent");
                          }) ||
        !dana().type(composer, QStringLiteral("half a thought")) || !onDisk())
        return false;
    m_list = dana().texts(rows);
    m_messages = dana().texts(bubbles);
    const QString left = m_dir->filePath(QStringLiteral("left"));
    const bool copied = copyFolder(m_data, left);
    m_dana.reset();
    m_data = left;
    return copied && !m_list.isEmpty() && !m_messages.isEmpty();
}

void TestRestarts::aKilledProgramShowsTheSameWithoutAServer()
{
    QVERIFY(chatAndKill());
    m_server->stop();
    QVERIFY(start());
    QVERIFY(dana().waitFor(QStringLiteral("chatPage")));
    QVERIFY(dana().waitForText(bubbles, QStringLiteral("before the crash")));
    // The banner takes some of the room: the first rows and the last messages are in sight, and
    // what is at the edge is only half there.
    QVERIFY(
        dana().waitForText(QStringLiteral("connectionBanner"), QStringLiteral("No connection")));
    const auto same = [this] {
        const QStringList list = dana().texts(rows);
        const QStringList messages = dana().texts(bubbles).mid(1);
        return list.size() > 5 && messages.size() > 2 && list.size() <= m_list.size() &&
               messages.size() <= m_messages.size() &&
               list.first(list.size() - 1) == m_list.first(list.size() - 1) &&
               messages == m_messages.last(messages.size());
    };
    QVERIFY(dana().waitUntil("the same list and the same messages", same));
    QTRY_COMPARE(dana().text(composer), QStringLiteral("half a thought"));
    QVERIFY(!dana().sees(QStringLiteral("errorDialog")));
}

void TestRestarts::whatWasMissedIsFilledInOnce()
{
    QVERIFY(chatAndKill());
    m_server->stop();
    QVERIFY(start());
    QVERIFY(dana().waitForText(bubbles, QStringLiteral("before the crash")));
    m_server->sendAs(kim::id, kim::room, QStringLiteral("while you were away"));
    QVERIFY(m_server->listen());
    dana().app().chat()->tryNow();
    QVERIFY(dana().waitForText(bubbles, QStringLiteral("while you were away")));
    QVERIFY(dana().waitUntilGone(QStringLiteral("connectionBanner")));
    for (const auto &text :
         {QStringLiteral("before the crash"), QStringLiteral("while you were away")}) {
        const QStringList shown = dana().texts(bubbles).filter(text);
        QCOMPARE(shown.size(), 1);
    }
    QCOMPARE(dana().app().chat()->messages()->count(), int(m_server->messages(kim::room).size()));
    QCOMPARE(dana().text(composer), QStringLiteral("half a thought"));
}

// More has come than the disk gives at first, and no server says where reading ended.
void TestRestarts::opensWhereReadingEnded()
{
    QVERIFY(start());
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QVERIFY(dana().openConversation(kim::name));
    const QString room = QString::number(kim::room);
    QTRY_VERIFY(dana().app().backend()->chat().link().isSubscribed()); // else no event tells it
    QTRY_COMPARE(dana().unreadOf(kim::name), 0);
    dana().app().chat()->close();
    for (int line = 1; line <= 90; ++line)
        m_server->sendAs(kim::id, kim::room, u"Line %1"_qs.arg(line));
    QTRY_COMPARE(dana().unreadOf(kim::name), 90);
    AccountStore &store = dana().app().backend()->store();
    QString newest;
    QVERIFY(dana().waitUntil("the messages on the disk", [&] {
        store.loadLatest(ConversationId(kim::room), 1, &dana().app(),
                         [&](const auto &kept) { newest = kept->last().body; });
        return newest == u"Line 90"_qs;
    }));
    m_dana.reset();
    m_server->stop();
    QVERIFY(start());
    QVERIFY(dana().waitFor(rows));
    dana().app().chat()->open(room);
    QVERIFY(dana().waitForText(bubbles, u"Line 1"_qs));
    QVERIFY(dana().waitFor(u"unreadDivider"_qs));
    // What is before the eyes is read, as far from the end as it is.
    QTRY_VERIFY(dana().unreadOf(kim::name) < 85);
    QVERIFY(dana().unreadOf(kim::name) > 60);
    QVERIFY(!dana().itemShowing(bubbles, u"Line 90"_qs));
}

void TestRestarts::anotherUserSeesNothingOfTheFirst()
{
    QVERIFY(chatAndKill());
    m_server->revokeTokens(42);
    QVERIFY(start());
    QVERIFY(dana().waitFor(QStringLiteral("loginPage")));
    QVERIFY(dana().logIn(test::account::lee, test::account::password));
    QVERIFY(dana().waitFor(rows));
    QVERIFY(!dana().sees(bubbles));
    QVERIFY(!dana().sees(composer));
    const QString seen = dana().allText();
    QVERIFY(!seen.contains(QStringLiteral("before the crash")));
    QVERIFY(!seen.contains(QStringLiteral("half a thought")));
}

void TestRestarts::aDamagedCacheIsToldAndFetchedAnew()
{
    QVERIFY(chatAndKill());
    QDirIterator caches(m_data, {QStringLiteral("cache.db*")}, QDir::Files,
                        QDirIterator::Subdirectories);
    while (caches.hasNext()) {
        QFile cache(caches.next());
        QVERIFY(cache.open(QIODevice::WriteOnly));
        cache.write(QByteArray(8192, 'x'));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("damaged")));
    QVERIFY(start());
    QVERIFY(dana().waitForText(QStringLiteral("snackbar"), QStringLiteral("were damaged")));
    QTRY_COMPARE(dana().texts(rows).size(), m_list.size());
    QVERIFY(dana().openConversation(kim::name));
    QVERIFY(dana().waitForText(bubbles, QStringLiteral("before the crash")));
    // The draft lies elsewhere.
    QCOMPARE(dana().text(composer), QStringLiteral("half a thought"));
}

// Another program has the files: one can read, a text stays in the composer, and Retry opens them.
void TestRestarts::aStoreInUseIsToldWithRetry()
{
    auto other = std::make_unique<SqliteStore>(paths().dataFolder());
    other->open(AccountPaths::serverKey(Person::profileOf(*m_server)), UserId(42));
    QVERIFY(start());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"nothing can be kept on the disk"_qs));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"outbox not read"_qs));
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QVERIFY(dana().waitForText(u"errorDialog"_qs, u"already open in another window"_qs));
    QVERIFY(dana().text(u"errorDialog"_qs).contains(u"read here, but not send"_qs));
    QVERIFY(dana().waitFor(u"conversationDelegate"_qs));
    QVERIFY(dana().sees(u"errorDialog"_qs)); // that the list came settles nothing
    QVERIFY(!dana().sees(u"snackbar"_qs));   // nor is it said twice
    other->close();
    QVERIFY(dana().click(u"errorDialogRetry"_qs));
    QVERIFY(dana().waitUntilGone(u"errorDialog"_qs));
    QVERIFY(dana().openConversation(kim::name));
    QVERIFY(dana().send(u"kept again"_qs));
    QTRY_COMPARE(dana().markOf(u"kept again"_qs), u"sent"_qs);
}

// A limit on the size of files stands for a disk without room.
void TestRestarts::aFullDiskIsToldAndTheTextIsGivenBack()
{
    QVERIFY(start());
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QVERIFY(dana().openConversation(kim::name));
    QVERIFY(dana().send(u"there was room"_qs));
    QTRY_COMPARE(dana().markOf(u"there was room"_qs), u"sent"_qs);
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    {
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const auto room = qScopeGuard([&] {
            ::setrlimit(RLIMIT_FSIZE, &before);
            std::signal(SIGXFSZ, handler);
        });
        rlimit small = before;
        small.rlim_cur = 1024;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"outbox row not written"_qs));
        QVERIFY(dana().type(composer, u"no room for this"_qs));
        dana().press(Qt::Key_Return);
        QVERIFY(dana().waitForText(u"snackbar"_qs, u"Message not sent"_qs));
        QTRY_COMPARE(dana().text(composer), u"no room for this"_qs);
        QVERIFY(!dana().itemShowing(bubbles, u"no room for this"_qs));
    }
    dana().press(Qt::Key_Return);
    QTRY_COMPARE(dana().markOf(u"no room for this"_qs), u"sent"_qs);
}

// The folder of the account is mounted so that nobody can write to it, in a mount namespace of this
// thread and those that it starts.
void TestRestarts::aReadOnlyDiskIsToldAndTheTextIsGivenBack()
{
    QVERIFY(chatAndKill());
    const QByteArray data = m_data.toLocal8Bit();
    const auto mount = [&data](const char *from, const char *to, unsigned long how) {
        return ::mount(from, to, nullptr, how, nullptr) == 0;
    };
    if (::unshare(CLONE_NEWNS) != 0 || !mount("none", "/", MS_REC | MS_PRIVATE) ||
        !mount(data.constData(), data.constData(), MS_BIND) ||
        !mount("none", data.constData(), MS_REMOUNT | MS_BIND | MS_RDONLY))
        QSKIP(qPrintable(u"mounting is not allowed here: "_qs + qt_error_string(errno)));
    const auto unmount = qScopeGuard([&] {
        m_dana.reset();
        ::umount2(data.constData(), MNT_DETACH);
    });
    QVERIFY(start());
    QVERIFY(dana().waitForText(u"snackbar"_qs, u"New messages are not kept"_qs));
    QVERIFY(dana().text(u"snackbar"_qs).contains(u"may not write to its folder"_qs));
    // What was there is there, and what is said meanwhile comes.
    QVERIFY(dana().waitForText(bubbles, u"before the crash"_qs));
    QTRY_COMPARE(dana().text(composer), u"half a thought"_qs);
    QTRY_VERIFY(dana().app().backend()->chat().link().isSubscribed());
    m_server->sendAs(kim::id, kim::room, u"heard all the same"_qs);
    QVERIFY(dana().waitForText(bubbles, u"heard all the same"_qs));
    // Nothing is sent that is not on the disk first, and nothing typed is lost.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"outbox row not written"_qs));
    const auto before = m_server->messages(kim::room).size();
    QVERIFY(dana().click(composer));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitForText(u"snackbar"_qs, u"Message not sent"_qs));
    QTRY_COMPARE(dana().text(composer), u"half a thought"_qs);
    QVERIFY(!dana().itemShowing(bubbles, u"half a thought"_qs));
    QVERIFY(dana().openConversation(u"Lee Park"_qs));
    QVERIFY(dana().openConversation(kim::name));
    QTRY_COMPARE(dana().text(composer), u"half a thought"_qs);
    QCOMPARE(m_server->messages(kim::room).size(), before);
    // It can be written again: the same window goes on.
    QVERIFY(mount("none", data.constData(), MS_REMOUNT | MS_BIND));
    QVERIFY(dana().click(composer));
    dana().press(Qt::Key_Return);
    QTRY_COMPARE(dana().markOf(u"half a thought"_qs), u"sent"_qs);
}

SUHBAT_TEST(TestRestarts, Gui)
#include "tst_restarts.moc"
