// Gaps and holes in long histories, against a server that answers as each test says.
#include "LongHistory.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

#include <utility>

using namespace suhbat;
using test::clientOf;
using History = test::LongHistory;
using test::longRoom;
using test::start;

namespace {

bool has(Backend &client, int from, int to)
{
    const auto &all = client.chat().messages(longRoom());
    if (all.size() != to - from + 1)
        return false;
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).id != MessageId(qint64(from + i)))
            return false;
    }
    return true;
}

// A GapFiller alone, which can be told that it is live.
struct Filler
{
    explicit Filler(const History &history, int overlap)
    {
        ServerProfile profile;
        profile.apiBaseUrl = history.server.url(QStringLiteral("/api"));
        profile.capabilities.ask = false;
        profile.capabilities.on.paging = true;
        api = std::make_unique<ChatApi>(&network, profile, NetworkSettings());
        gaps = std::make_unique<GapFiller>(*api, [] { return 0.0; });
        gaps->setOverlap([overlap](const ConversationId &, const MessageId &sure) {
            return MessageId(*sure.number() - overlap);
        });
        gaps->setLive(true);
        QObject::connect(
            gaps.get(), &GapFiller::pageLoaded, gaps.get(),
            [this](const ConversationId &, const QVector<Message> &messages) { take(messages); });
        QObject::connect(gaps.get(), &GapFiller::conversationLoaded, gaps.get(),
                         [this](const ConversationDetails &details) {
                             take(details.messages);
                             ++loaded;
                         });
    }
    void take(const QVector<Message> &messages)
    {
        for (const Message &message : messages)
            ids.insert(message.id);
    }
    QNetworkAccessManager network;
    std::unique_ptr<ChatApi> api;
    std::unique_ptr<GapFiller> gaps;
    QSet<MessageId> ids;
    int loaded = 0;
};

} // namespace

class ChatGapPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aGapIsFetchedUntilThereIsNoMore()
    {
        History history;
        history.newest = 60;
        Filler filler(history, 10);
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 1);
        QCOMPARE(history.asked(), QStringList(QString())); // the first time: all of it
        history.newest = 60 + 2 * GapFiller::gapPage + 5;
        filler.gaps->setLive(true);
        QVERIFY(!filler.gaps->isCurrent(longRoom()));
        history.server.requests.clear();
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 2);
        QVERIFY(filler.gaps->isCurrent(longRoom()));
        QCOMPARE(filler.ids.size(), history.newest);
        QCOMPARE(history.asked(), (QStringList{QStringLiteral("after=50&per_page=50"),
                                               QStringLiteral("after=100&per_page=50"),
                                               QStringLiteral("after=150&per_page=50")}));
        // And from there the next time.
        filler.gaps->setLive(true);
        history.server.requests.clear();
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 3);
        QCOMPARE(history.asked(), QStringList(QStringLiteral("after=155&per_page=50")));
        // What was fetched while nothing was heard moves nothing: a message that is committed late
        // has a smaller id.
        filler.gaps->setLive(false);
        history.newest += 20;
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 4);
        filler.gaps->setLive(true);
        history.server.requests.clear();
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 5);
        QCOMPARE(history.asked(), QStringList(QStringLiteral("after=155&per_page=50")));
    }

    void pagesThatLeadNowhereEndInTheWholeHistory_data()
    {
        QTest::addColumn<bool>("stuck");
        QTest::newRow("always the same page") << true;
        QTest::newRow("refused") << false;
    }
    void pagesThatLeadNowhereEndInTheWholeHistory()
    {
        QFETCH(bool, stuck);
        History history;
        history.newest = 60;
        Filler filler(history, 0);
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 1);
        history.newest = 300;
        history.stuck = stuck;
        history.pagesRefused = !stuck;
        filler.gaps->setLive(true);
        filler.gaps->refreshConversation(longRoom());
        QTRY_COMPARE(filler.loaded, 2);
        QCOMPARE(filler.ids.size(), 300);
        QVERIFY(filler.gaps->isCurrent(longRoom()));
    }

    // The end of a long history: what lies between is missing, and nobody would see it.
    void aHoleIsNeverShownAsComplete()
    {
        History history;
        history.newest = 40;
        const auto client = clientOf(history, false);
        start(*client);
        client->chat().open(longRoom());
        QTRY_VERIFY(client->chat().isCurrent(longRoom()));
        QVERIFY(has(*client, 1, 40));
        history.newest = 100;
        history.plainLimit = 30;
        client->chat().reloadConversation(longRoom());
        QTRY_COMPARE(client->chat().messages(longRoom()).size(), 40 + 30);
        QVERIFY(client->chat().hasHole(longRoom()));
        QVERIFY(!client->chat().isCurrent(longRoom()));
        history.plainLimit = 0;
        client->chat().reloadConversation(longRoom());
        QTRY_VERIFY(client->chat().isCurrent(longRoom()));
        QVERIFY(has(*client, 1, 100));
    }

    void aHoleIsFilledBackwardsWhereTheServerCanPage()
    {
        History history;
        history.newest = 40;
        const auto client = clientOf(history, true);
        start(*client);
        client->chat().open(longRoom());
        QTRY_VERIFY(client->chat().isCurrent(longRoom()));
        history.newest = 200;
        history.plainLimit = 30;
        history.server.requests.clear();
        client->chat().reloadConversation(longRoom());
        QTRY_VERIFY(client->chat().isCurrent(longRoom()) && has(*client, 1, 200));
        QCOMPARE(history.asked().mid(1), (QStringList{QStringLiteral("before=171&per_page=50"),
                                                      QStringLiteral("before=121&per_page=50"),
                                                      QStringLiteral("before=71&per_page=50")}));
        QVERIFY(!client->chat().hasHole(longRoom()));
    }

    // While one hole is being filled, a later look leaves another one behind.
    void aSecondHoleIsFilledToo()
    {
        History history;
        history.newest = 10;
        const auto client = clientOf(history, true);
        start(*client);
        client->chat().open(longRoom());
        QTRY_VERIFY(client->chat().isCurrent(longRoom()));
        history.newest = 200;
        history.plainLimit = 20;
        history.server.answer = [&](const test::StubServer::Request &request) {
            auto answer = history.answer(request);
            if (history.newest == 200 && request.target.contains("before=")) {
                history.newest = 250;
                client->chat().reloadConversation(longRoom());
            }
            return answer;
        };
        client->chat().reloadConversation(longRoom());
        QTRY_COMPARE(history.newest, 250);
        QTRY_VERIFY(client->chat().isCurrent(longRoom()));
        QVERIFY(has(*client, 1, 250));
    }

    // Somebody writes between two pages of the list: what was further down is in none of them.
    void aListThatMovesWhileItIsReadIsReadAgain_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("speaks");
        QTest::newRow("some of the next page are new") << 6 << 5;
        QTest::newRow("nothing of the next page is new") << 4 << 4;
    }
    void aListThatMovesWhileItIsReadIsReadAgain()
    {
        QFETCH(int, rows);
        QFETCH(int, speaks);
        QVector<int> order;
        for (int id = 1; id <= rows; ++id)
            order.append(id);
        bool spoken = false;
        test::StubServer server;
        server.answer = [&](const test::StubServer::Request &request) {
            const QUrl url = QUrl::fromEncoded(request.target);
            if (!url.path().endsWith(u"/direct"_qs))
                return test::StubServer::Answer{200, R"({"data":[]})"};
            const int page = QUrlQuery(url).queryItemValue(u"page"_qs).toInt();
            if (page == 2 && !std::exchange(spoken, true)) {
                order.removeOne(speaks);
                order.prepend(speaks);
            }
            QJsonArray data;
            for (const int id : order.mid((page - 1) * 3, 3))
                data.append(QJsonObject{{u"id"_qs, id}, {u"title"_qs, u"Kim"_qs}});
            const QJsonObject meta{{u"current_page"_qs, page}, {u"last_page"_qs, (rows + 2) / 3}};
            const QJsonObject answer{{u"data"_qs, data}, {u"meta"_qs, meta}};
            return test::StubServer::Answer{200,
                                            QJsonDocument(answer).toJson(QJsonDocument::Compact)};
        };
        ServerProfile profile;
        profile.apiBaseUrl = server.url(u"/api"_qs);
        QNetworkAccessManager network;
        ChatApi api(&network, profile, NetworkSettings());
        GapFiller gaps(api, [] { return 0.0; });
        QVector<Conversation> list;
        connect(&gaps, &GapFiller::listLoaded, this,
                [&list](const QVector<Conversation> &direct) { list = direct; });
        gaps.refreshList();
        QTRY_VERIFY(!gaps.isLoadingList());
        QVERIFY(spoken);
        QVector<int> shown;
        for (const Conversation &row : std::as_const(list))
            shown.append(int(row.id.number().value_or(0)));
        QCOMPARE(shown, order);
    }
};

SUHBAT_TEST(ChatGapPagesTest, Core)
#include "tst_gappages.moc"
