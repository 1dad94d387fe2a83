#include "models/ConversationListModel.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;

namespace {

Conversation conversation(const QString &id)
{
    Conversation c;
    c.id = ConversationId(id);
    c.title = QStringLiteral("Room ") + id;
    return c;
}

QVector<Conversation> list(std::initializer_list<const char *> ids)
{
    QVector<Conversation> rows;
    for (const char *id : ids)
        rows.append(conversation(QLatin1String(id)));
    return rows;
}

QString order(const ConversationListModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.count(); ++row)
        ids.append(model.index(row).data(ConversationListModel::ConversationIdRole).toString());
    return ids.join(u' ');
}

} // namespace

class ConversationListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void followsTheServersOrder()
    {
        ConversationBook book;
        TypingTracker typing;
        ConversationListModel model(book, typing);
        QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        book.replaceAll(list({"3", "1", "2"}));
        QCOMPARE(order(model), QStringLiteral("3 1 2"));
        book.replaceAll(list({"2", "3", "4", "1"}));
        QCOMPARE(order(model), QStringLiteral("2 3 4 1"));
        book.replaceAll(list({"1", "4"}));
        QCOMPARE(order(model), QStringLiteral("1 4"));
        QCOMPARE(resets.count(), 0);
    }

    void aMessageMovesItsRowUp()
    {
        ConversationBook book;
        TypingTracker typing;
        ConversationListModel model(book, typing);
        QAbstractItemModelTester tester(&model);
        book.replaceAll(list({"3", "1", "2"}));
        Message m;
        m.body = QStringLiteral("two\nlines");
        m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(ConversationId(QStringLiteral("2")), m, false);
        QCOMPARE(order(model), QStringLiteral("2 3 1"));
        QCOMPARE(model.index(0).data(ConversationListModel::LastMessageRole).toString(),
                 QStringLiteral("two lines"));
    }

    void typingIsNamed_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{QStringLiteral("Kim %2")}
                             << QStringLiteral("Kim %2 is typing…");
        QTest::newRow("two") << QStringList{QStringLiteral("Kim"), QStringLiteral("Lee")}
                             << QStringLiteral("Kim and Lee are typing…");
    }
    void typingIsNamed()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, text);
        QCOMPARE(ConversationListModel::typingText(names), text);
    }
};

SUHBAT_TEST(ConversationListTest, Core)
#include "tst_conversations.moc"
