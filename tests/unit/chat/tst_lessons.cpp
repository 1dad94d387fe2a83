#include "ChatFixture.h"

#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QXmlStreamReader>

using namespace suhbat;
using namespace suhbat::test;
using test::ChatFixture;

/// Mistakes of an earlier client that this one must not repeat; those with a test of their own
/// elsewhere carry their number there.
class TestLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void l04_anUnknownEventReachesWhoeverListens()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QSignalSpy events(&chat.client->chat(), &ChatManager::eventReceived);
        for (int i = 0; i < 3; ++i)
            chat.server.publishTo(dana, QStringLiteral("x"), "{\"colour\":\"red\"}");
        QTRY_COMPARE(events.count(), 3);
        QVERIFY(std::holds_alternative<UnknownEvent>(chat.client->chat().lastEvents().last()));
        chat.server.sendAs(kim, 12, QStringLiteral("after it"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("after it"));
    }

    void l05_nothingChangesInsideACall()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        int changes = 0;
        bool elsewhere = false;
        QObject context;
        QObject::connect(&chat.client->chat(), &ChatManager::timelineChanged, &context, [&] {
            ++changes;
            elsewhere = elsewhere || QThread::currentThread() != context.thread();
        });
        chat.client->chat().open(kimsRoom);
        QCOMPARE(changes, 0);
        QTRY_VERIFY(changes > 0);
        QVERIFY(!elsewhere);
    }

    void l07_nothingIsSubscribedWithoutASocketId()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QTRY_VERIFY(chat.client->chat().link().isSubscribed());
        chat.server.dropSockets();
        QTRY_VERIFY(!chat.client->chat().link().isSubscribed());
        QTRY_VERIFY(chat.client->chat().link().isSubscribed());
        static const QRegularExpression socketId(QStringLiteral(R"("socket_id":"\d+\.\d+")"));
        int authorised = 0;
        for (const auto &request : chat.server.requests()) {
            if (!request.path.endsWith(QLatin1String("/broadcasting/auth")))
                continue;
            ++authorised;
            QVERIFY(QString::fromUtf8(request.body).contains(socketId));
        }
        QCOMPARE(authorised, 2);
    }

    void l10_aMessageGoesWhereItWasWritten()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        const auto all = chat.server.conversationsOf(dana);
        const auto other =
            std::find_if(all.begin(), all.end(), [](const auto &one) { return one.id != 12; });
        QVERIFY(other != all.end());
        const ConversationId second(other->id);
        chat.server.faults().replyDelayMs = 60;
        chat.client->chat().open(kimsRoom);
        chat.client->chat().open(second); // while the first is loading
        chat.client->chat().send(kimsRoom, QStringLiteral("for Kim"));
        chat.client->chat().send(second, QStringLiteral("for the second"));
        QTRY_COMPARE(chat.server.messages(12).last().body, QStringLiteral("for Kim"));
        QTRY_COMPARE(chat.server.messages(other->id).last().body, QStringLiteral("for the second"));
        QTRY_VERIFY(chat.client->chat().isLoaded(second) && chat.client->chat().isLoaded(kimsRoom));
        for (const Message &message : chat.client->chat().messages(second))
            QVERIFY(message.conversationId == second);
        QVERIFY(chat.client->chat().openId() == second);
    }

    void l13_aDeadSocketIsNotConnected()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QTRY_VERIFY(chat.client->chat().link().isSubscribed());
        const QString before = chat.client->chat().socketId();
        chat.server.setRefusing(true);
        chat.server.dropSockets();
        QTRY_VERIFY(chat.client->chat().link().state() != RealtimeLink::State::Connected);
        QVERIFY(!chat.client->chat().link().isSubscribed());
        QVERIFY(chat.client->chat().socketId().isEmpty());
        chat.server.setRefusing(false);
        QTRY_VERIFY(chat.client->chat().link().isSubscribed());
        QVERIFY(chat.client->chat().socketId() != before);
    }

    void l26_everyTranslationIsWellFormedAndEnglishStandsIn()
    {
        const QDir folder(QStringLiteral(SUHBAT_SOURCE_DIR "/translations"));
        const auto files = folder.entryInfoList({QStringLiteral("*.ts")});
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(info.fileName() + xml.errorString()));
        }
        QCOMPARE(QCoreApplication::translate("Nowhere", "A text without a translation"),
                 QStringLiteral("A text without a translation"));
    }
};

SUHBAT_TEST(TestLessons, Core)
#include "tst_lessons.moc"
