// What the store costs: one account with many messages in a folder that is made for it and removed.
#include "store/SqliteStore.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace suhbat;

namespace {

constexpr int conversations = 100;
constexpr int page = 50;

double millis(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

/// Of several runs: the median and the longest.
class Series
{
public:
    void add(qint64 nanoseconds) { m_times.push_back(nanoseconds); }
    void print(const char *name)
    {
        std::sort(m_times.begin(), m_times.end());
        std::printf("%-44s %8.2f ms   longest %8.2f ms   (%zu)\n", name,
                    millis(m_times.at(m_times.size() / 2)), millis(m_times.back()), m_times.size());
    }

private:
    std::vector<qint64> m_times;
};

class StoreBench
{
public:
    explicit StoreBench(int messages) : m_messages(messages) {}

    bool run()
    {
        if (!m_folder.isValid())
            return false;
        fill();
        openAndShow();
        search();
        insert();
        send();
        return true;
    }

private:
    /// Until the answer of `start(done)`, event loop and all.
    template<typename T, typename Start>
    qint64 time(Start start)
    {
        QElapsedTimer timer;
        timer.start();
        QEventLoop waiting;
        std::optional<Result<T>> result;
        start(std::function<void(Result<T>)>([&](Result<T> r) {
            result = std::move(r);
            waiting.quit();
        }));
        m_called = timer.nsecsElapsed();
        waiting.exec();
        if (!*result)
            qFatal("%s", qPrintable(result->error().detail));
        return timer.nsecsElapsed();
    }

    QString words(int count)
    {
        QStringList text;
        for (int i = 0; i < count; ++i) {
            // Few words come often, most of them seldom.
            const double dice = m_random.generateDouble();
            text << QStringLiteral("w%1").arg(int(20000 * dice * dice * dice));
        }
        return text.join(u' ');
    }

    Message next()
    {
        Message m;
        m.id = MessageId(qint64(++m_lastId));
        m.conversationId = ConversationId(qint64(m_random.bounded(conversations)));
        m.sender.id = UserId(qint64(m_random.bounded(200)));
        m.sender.name = QStringLiteral("Person %1").arg(m.sender.id.toString());
        m.body = words(4 + m_random.bounded(16));
        m.createdAt = QDateTime::fromSecsSinceEpoch(1700000000 + m_lastId * 7, Qt::UTC);
        return m;
    }

    QVector<Message> many(int count)
    {
        QVector<Message> messages;
        for (int i = 0; i < count; ++i)
            messages.append(next());
        return messages;
    }

    qint64 upsert(SqliteStore &store, const QVector<Message> &messages)
    {
        return time<void>([&](auto done) { store.upsertMessages(messages, &m_context, done); });
    }

    qint64 open(SqliteStore &store)
    {
        return time<void>([&](auto done) {
            store.open(QStringLiteral("bench"), UserId(qint64(1)), &m_context, done);
        });
    }

    qint64 latest(SqliteStore &store, int conversation)
    {
        return time<QVector<Message>>([&](auto done) {
            store.loadLatest(ConversationId(qint64(conversation)), page, &m_context, done);
        });
    }

    void fill()
    {
        SqliteStore store(m_folder.path());
        open(store);
        QVector<ConversationRow> rows(conversations);
        for (int i = 0; i < conversations; ++i) {
            rows[i].conversation.id = ConversationId(qint64(i));
            rows[i].conversation.title = QStringLiteral("Conversation %1").arg(i);
            rows[i].rank = i;
        }
        store.upsertConversations(rows);
        qint64 total = 0;
        for (int done = 0; done < m_messages; done += 1000)
            total += upsert(store, many(1000));
        std::printf("%d messages in batches of 1000: %.0f ms\n", m_messages, millis(total));
        store.close();
        qint64 bytes = 0;
        for (QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();)
            bytes += QFileInfo(files.next()).size();
        std::printf("on the disk: %.1f MB\n", double(bytes) / 1e6);
    }

    void openAndShow()
    {
        Series opened;
        Series shown;
        Series older;
        for (int i = 0; i < 15; ++i) {
            SqliteStore store(m_folder.path());
            QElapsedTimer timer;
            timer.start();
            opened.add(open(store));
            time<QVector<ConversationRow>>(
                [&](auto done) { store.loadConversations(&m_context, done); });
            latest(store, i);
            shown.add(timer.nsecsElapsed());
            for (int j = 0; j < 20; ++j)
                older.add(latest(store, 20 + j));
        }
        opened.print("open");
        shown.print("open, conversations, 50 newest");
        older.print("50 newest of another conversation");
    }

    void search()
    {
        SqliteStore store(m_folder.path());
        open(store);
        const auto find = [&](const char *name, const char *text, bool one = false) {
            Series series;
            MessageQuery query;
            query.text = QString::fromLatin1(text);
            if (one)
                query.conversation = ConversationId(qint64(3));
            for (int i = 0; i < 20; ++i) {
                series.add(time<QVector<Message>>(
                    [&](auto done) { store.search(query, &m_context, done); }));
            }
            series.print(name);
        };
        find("search: a word (w17), 50 newest", "w17 ");
        find("search: two words (w1 w3)", "w1 w3");
        find("search: a beginning (w12)", "w12");
        find("search: one letter, in every message", "w");
        find("search: one letter, in one conversation", "w", true);
        find("search: nothing found", "zzz");
    }

    void insert()
    {
        SqliteStore store(m_folder.path());
        open(store);
        Series one;
        Series pages;
        Series calls;
        for (int i = 0; i < 500; ++i) {
            one.add(upsert(store, many(1)));
            calls.add(m_called);
        }
        qint64 total = 0;
        for (int i = 0; i < 10000 / page; ++i) {
            const qint64 took = upsert(store, many(page));
            pages.add(took);
            total += took;
        }
        one.print("one message arrives");
        pages.print("a page of 50");
        std::printf("10000 messages in pages of 50: %.0f ms\n", millis(total));
        calls.print("  of which the caller's thread");
    }

    void send()
    {
        SqliteStore store(m_folder.path());
        open(store);
        Series series;
        for (int i = 0; i < 500; ++i) {
            OutboxEntry entry;
            entry.tempId = TempId(QString::number(i));
            entry.body = words(10);
            series.add(time<void>([&](auto done) { store.addOutbox(entry, &m_context, done); }));
        }
        series.print("an outbox row, on the disk (fsync)");
    }

    const int m_messages;
    const QTemporaryDir m_folder{QStringLiteral("store-bench-XXXXXX")}; // not in memory
    QObject m_context;
    QRandomGenerator m_random{4711};
    int m_lastId = 0;
    qint64 m_called = 0; // until the call that was timed last had returned
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int messages = QCoreApplication::arguments().value(1, QStringLiteral("100000")).toInt();
    return StoreBench(std::clamp(messages, 1000, 1000000)).run() ? 0 : 1;
}
