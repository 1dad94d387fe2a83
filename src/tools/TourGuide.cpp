#include "tools/TourGuide.h"

#include "chat/TypingTracker.h"

#include <QDir>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>

namespace suhbat {

namespace {

constexpr qint64 dana = 42;
constexpr qint64 kim = 43;
constexpr qint64 kimsRoom = 12;
const QString kimsName = QStringLiteral("Kim Ito");

// It is always 10:24 on the tour: pictures of a night, or of the change of a day, tell less.
QDateTime tourTime()
{
    static const qint64 shift =
        QDateTime::currentDateTime().msecsTo(QDateTime(QDate::currentDate(), QTime(10, 24)));
    return QDateTime::currentDateTimeUtc().addMSecs(shift);
}

Backend::Timing timing()
{
    Backend::Timing chosen = test::Person::quickTiming();
    chosen.clock.wall = tourTime;
    return chosen;
}

demo::DemoOptions options()
{
    demo::DemoOptions chosen;
    chosen.now = tourTime;
    chosen.quiet = true; // the guide plays the others, so that every tour is the same
    return chosen;
}

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

} // namespace

TourGuide::TourGuide(QString pictures)
    : m_pictures(std::move(pictures)), m_server(options()), m_dana(timing())
{}

TourGuide::~TourGuide() = default;

bool TourGuide::step(const QString &what, const std::function<bool()> &action)
{
    ++m_steps;
    say(QStringLiteral("step %1: %2").arg(QString::number(m_steps), what));
    if (action())
        return true;
    QTextStream(stderr) << "tour: failed at step " << m_steps << ": " << what << Qt::endl;
    return false;
}

bool TourGuide::picture(const QString &name)
{
    if (m_pictures.isEmpty())
        return true;
    const QString path = QDir(m_pictures).absoluteFilePath(name + QStringLiteral(".png"));
    if (!m_dana.picture(path)) {
        QTextStream(stderr) << "tour: cannot write " << path << Qt::endl;
        return false;
    }
    say(QStringLiteral("picture: ") + path);
    return true;
}

// A tick is drawn, not written: the model behind it says which one.
int TourGuide::newestState()
{
    MessageListModel *messages = m_dana.app().chat()->messages();
    return messages->index(0).data(MessageListModel::MessageStateRole).toInt();
}

bool TourGuide::run()
{
    if (!m_pictures.isEmpty() && !QDir().mkpath(m_pictures)) {
        QTextStream(stderr) << "tour: cannot make the folder " << m_pictures << Qt::endl;
        return false;
    }
    return step(QStringLiteral("a demo server starts and the window opens"),
                [this] { return m_server.listen() && m_dana.open(m_server); }) &&
           logIn() && receiveAndAnswer() && typingAndRead() && cutAndHeal() && failAndRetry() &&
           dressUp() && logOut();
}

bool TourGuide::logIn()
{
    return step(QStringLiteral("a wrong password is told in place"),
                [this] {
                    return m_dana.type(QStringLiteral("loginIdentifier"), test::account::dana) &&
                           m_dana.type(QStringLiteral("loginPassword"),
                                       QStringLiteral("a guess")) &&
                           m_dana.click(QStringLiteral("loginSubmit")) &&
                           m_dana.waitFor(QStringLiteral("loginError")) &&
                           picture(QStringLiteral("1-login"));
                }) &&
           step(QStringLiteral("the right one logs in"), [this] {
               return m_dana.logIn(test::account::dana, test::account::password) &&
                      m_dana.waitForText(QStringLiteral("conversationDelegate"), kimsName) &&
                      m_dana.waitUntil("the subscription", [this] {
                          return m_server.subscriberCount(QStringLiteral("private-user.42")) == 1;
                      });
           });
}

bool TourGuide::receiveAndAnswer()
{
    const QString question = QStringLiteral("Do you have a minute before the review?");
    const QString answer = QStringLiteral("Sure, I'll call you at ten 📞");
    return step(QStringLiteral("a message from Kim arrives in the list"),
                [this, question] {
                    m_server.sendAs(kim, kimsRoom, question);
                    return m_dana.waitForText(QStringLiteral("conversationDelegate"), question);
                }) &&
           step(QStringLiteral("the conversation opens, and the message counts as read"),
                [this, question] {
                    return m_dana.openConversation(kimsName) &&
                           m_dana.waitForText(QStringLiteral("messageBubble"), question) &&
                           m_dana.waitUntil("the read receipt", [this] {
                               return m_server.unreadCount(dana, kimsRoom) == 0;
                           });
                }) &&
           step(QStringLiteral("an answer is sent, and the server has it"), [this, answer] {
               return m_dana.send(answer) &&
                      m_dana.waitUntil("the message at the server", [this, answer] {
                          return m_server.messages(kimsRoom).last().body == answer;
                      });
           });
}

bool TourGuide::typingAndRead()
{
    return step(QStringLiteral("Kim reads it: the ticks turn read"),
                [this] {
                    m_server.readAs(kim, kimsRoom);
                    return m_dana.waitUntil("the read mark", [this] {
                        return newestState() == MessageListModel::Read;
                    });
                }) &&
           step(QStringLiteral("Kim is typing, and it shows by name"), [this] {
               // Again and again, as a program does: what comes within a second of Kim's message
               // counts as typed before it.
               QTimer types;
               QObject::connect(&types, &QTimer::timeout, &types,
                                [this] { m_server.typeAs(kim, kimsRoom); });
               types.start(TypingTracker::overtaken);
               m_server.typeAs(kim, kimsRoom);
               return m_dana.waitForText(QStringLiteral("typingIndicator"), kimsName) &&
                      picture(QStringLiteral("2-chat-light"));
           });
}

bool TourGuide::cutAndHeal()
{
    const QString missed = QStringLiteral("Room 4 is free, I've booked it.");
    return step(QStringLiteral("the connection is cut: the banner says so"),
                [this, missed] {
                    m_server.setRefusing(true);
                    m_server.dropEverything();
                    if (!m_dana.waitFor(QStringLiteral("connectionBanner")))
                        return false;
                    m_server.sendAs(kim, kimsRoom, missed);
                    return picture(QStringLiteral("3-connection-lost"));
                }) &&
           step(QStringLiteral("it heals, and what was missed is there and counts as read"),
                [this, missed] {
                    m_server.setRefusing(false);
                    return m_dana.waitForText(QStringLiteral("messageBubble"), missed) &&
                           m_dana.waitUntilGone(QStringLiteral("connectionBanner")) &&
                           m_dana.waitUntil("the read receipt", [this] {
                               return m_server.unreadCount(dana, kimsRoom) == 0;
                           });
                });
}

bool TourGuide::failAndRetry()
{
    const QString text = QStringLiteral("Perfect, see you there!");
    return step(QStringLiteral("a message is refused: its bubble says so and offers Discard"),
                [this, text] {
                    m_server.faults().failNext(demo::Failure::Forbidden,
                                               QStringLiteral("/messages"), 1, "POST");
                    return m_dana.send(text) && m_dana.waitFor(QStringLiteral("messageDiscard")) &&
                           picture(QStringLiteral("4-message-failed"));
                }) &&
           step(QStringLiteral("trying again sends it"), [this, text] {
               ChatFace *chat = m_dana.app().chat();
               chat->retry(chat->messages()->index(0).data(MessageListModel::KeyRole).toString());
               return m_dana.waitUntil("the message at the server", [this, text] {
                   return m_server.messages(kimsRoom).last().body == text &&
                          newestState() == MessageListModel::Sent;
               });
           });
}

bool TourGuide::dressUp()
{
    return step(QStringLiteral("dark theme"),
                [this] {
                    m_dana.app().settings()->overrideThemeMode(Settings::Dark);
                    return picture(QStringLiteral("5-chat-dark"));
                }) &&
           step(QStringLiteral("Russian"),
                [this] {
                    m_dana.app().settings()->overrideLanguage(QStringLiteral("ru"));
                    return picture(QStringLiteral("6-chat-russian"));
                }) &&
           step(QStringLiteral("Uzbek, light"), [this] {
               m_dana.app().settings()->overrideLanguage(QStringLiteral("uz"));
               m_dana.app().settings()->overrideThemeMode(Settings::Light);
               return picture(QStringLiteral("7-chat-uzbek"));
           });
}

bool TourGuide::logOut()
{
    return step(QStringLiteral("logging out leaves nothing connected"), [this] {
        return m_dana.click(QStringLiteral("menuButton")) &&
               m_dana.click(QStringLiteral("logoutButton")) &&
               m_dana.click(QStringLiteral("logoutConfirm")) &&
               m_dana.waitFor(QStringLiteral("loginPage")) &&
               m_dana.waitUntil("the socket to close",
                                [this] { return m_server.socketCount() == 0; });
    });
}

} // namespace suhbat
