#include "domain/Message.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace suhbat;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void serverOrderThenTime();
    void anyShuffleEndsInTheSameOrder();
};

static Message message(const char *id, const char *tempId = "", int second = 0)
{
    Message m;
    m.id = MessageId(QString::fromLatin1(id));
    m.tempId = TempId(QString::fromLatin1(tempId));
    m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0, second), Qt::UTC);
    return m;
}

static QString order(const QVector<Message> &messages)
{
    QStringList names;
    for (const Message &m : messages)
        names << (m.id.isEmpty() ? m.tempId.toString() : m.id.toString());
    return names.join(u' ');
}

static QVector<Message> timeline()
{
    return {message("9"), message("100"), message("m-1"), message("", "t1", 1),
            message("", "t2", 2)};
}

void TestMessage::serverOrderThenTime()
{
    QVERIFY(precedes(message("9", "", 59), message("100", "", 0)));
    QVERIFY(precedes(message("100"), message("", "t1", 0)));
    QVERIFY(!precedes(message("", "t1", 0), message("100")));
    QVERIFY(precedes(message("", "t1", 1), message("", "t2", 2)));
    QVERIFY(!precedes(message("9"), message("9")));
}

void TestMessage::anyShuffleEndsInTheSameOrder()
{
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        QVector<Message> messages = timeline();
        std::shuffle(messages.begin(), messages.end(), random);
        std::sort(messages.begin(), messages.end(), precedes);
        QCOMPARE(order(messages), QStringLiteral("9 100 m-1 t1 t2"));
    }
}

SUHBAT_TEST(TestMessage, Nothing)
#include "tst_message.moc"
