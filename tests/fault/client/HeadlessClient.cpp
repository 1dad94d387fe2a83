#include "HeadlessClient.h"

#include "app/platform/FileSecretStore.h"
#include "Words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace suhbat::fault {

namespace {

constexpr Milliseconds historyPatience{8000};
constexpr int exitMisunderstood = 2;

QString text(const QJsonObject &order, const char *name)
{
    return order.value(QLatin1String(name)).toVariant().toString();
}

QJsonObject fact(const char *name)
{
    return {{QStringLiteral("is"), QLatin1String(name)}};
}

} // namespace

HeadlessClient::HeadlessClient(const Options &options, QObject *parent) : QObject(parent)
{
    Backend::Timing timing = options.timing;
    // The clock of this program jumps when it is told to.
    timing.clock.steady = [this] { return std::chrono::steady_clock::now() + m_steadyBy; };
    timing.clock.wall = [this] {
        return QDateTime::currentDateTimeUtc().addMSecs(m_wallBy.count());
    };
    m_looking.setInterval(10);
    connect(&m_looking, &QTimer::timeout, this, &HeadlessClient::look);
    m_app = std::make_unique<App>(
        options.paths, timing,
        std::make_unique<FileSecretStore>(options.paths.dataFolder() + QStringLiteral("/secrets")));
    m_app->useServer(options.profile);
    watchSession();
    watchChat();
}

HeadlessClient::~HeadlessClient()
{
    m_looking.disconnect(this);
    if (Backend *backend = m_app->backend()) {
        backend->session().disconnect(this);
        backend->chat().disconnect(this);
    }
}

void HeadlessClient::watchSession()
{
    SessionManager &session = m_app->backend()->session();
    connect(&session, &SessionManager::signedIn, this, [] { say(fact("signedIn")); });
    connect(&session, &SessionManager::failed, this,
            [](SessionManager::Step, const Error &) { say(fact("signInFailed")); });
    connect(&session, &SessionManager::ended, this, [] { say(fact("ended")); });
}

void HeadlessClient::watchChat()
{
    connect(&chat(), &ChatManager::listLoaded, this, [] { say(fact("listed")); });
    connect(&chat().link(), &RealtimeLink::subscribed, this, [] { say(fact("subscribed")); });
    // What becomes of each message that was written here, in every conversation.
    connect(&chat(), &ChatManager::timelineChanged, this, [this](const ConversationId &id) {
        for (const Message &message : chat().messages(id)) {
            if (message.tempId.isEmpty())
                continue;
            const auto told = m_told.constFind(message.tempId);
            if (told != m_told.cend() && *told == message.state)
                continue;
            m_told.insert(message.tempId, message.state);
            QJsonObject line = fact("state");
            line.insert(QStringLiteral("tempId"), message.tempId.toString());
            line.insert(QStringLiteral("conversation"), id.toString());
            line.insert(QStringLiteral("body"), message.body);
            line.insert(QStringLiteral("state"), stateName(message.state));
            say(line);
        }
    });
}

void HeadlessClient::obey(const QJsonObject &order)
{
    const QString what = text(order, "do");
    const ConversationId conversation(text(order, "conversation"));
    if (what == QLatin1String("signIn"))
        m_app->backend()->session().signIn(text(order, "phone"), text(order, "password"));
    else if (what == QLatin1String("open"))
        m_app->chat()->open(conversation.toString());
    else if (what == QLatin1String("close"))
        m_app->chat()->close();
    else if (what == QLatin1String("send"))
        send(order);
    else if (what == QLatin1String("retry"))
        chat().retry(TempId(text(order, "tempId")));
    else if (what == QLatin1String("rows"))
        showRows(conversation, order.value(QLatin1String("refresh")).toBool());
    else if (what == QLatin1String("list"))
        showList();
    else if (what == QLatin1String("tryNow"))
        m_app->chat()->tryNow();
    else if (what == QLatin1String("jump"))
        jump(order);
    else if (what == QLatin1String("quit"))
        QCoreApplication::quit();
    else
        QCoreApplication::exit(exitMisunderstood);
}

void HeadlessClient::send(const QJsonObject &order)
{
    const ConversationId conversation(text(order, "conversation"));
    const TempId id = chat().send(conversation, text(order, "text"));
    QJsonObject line = fact("asked");
    line.insert(QStringLiteral("number"), order.value(QLatin1String("number")));
    line.insert(QStringLiteral("tempId"), id.toString());
    say(line);
}

// What the open conversation shows, oldest first: through the model that QML shows.
void HeadlessClient::showRows(const ConversationId &id, bool refresh)
{
    if (refresh) {
        m_app->chat()->close();
        m_app->chat()->open(id.toString());
    }
    const auto show = [this, id] {
        MessageListModel *model = m_app->chat()->messages();
        QJsonArray rows;
        for (int row = model->count() - 1; row >= 0; --row) {
            const QModelIndex index = model->index(row);
            const QString key = index.data(MessageListModel::KeyRole).toString();
            const Message *message = model->find(key);
            const auto state =
                Message::State(index.data(MessageListModel::MessageStateRole).toInt());
            rows.append(QJsonObject{
                {QStringLiteral("key"), key},
                {QStringLiteral("id"), message != nullptr ? message->id.toString() : QString()},
                {QStringLiteral("own"), index.data(MessageListModel::IsOwnRole).toBool()},
                {QStringLiteral("body"), index.data(MessageListModel::BodyRole).toString()},
                {QStringLiteral("state"), stateName(state)}});
        }
        QJsonObject line = fact("rows");
        line.insert(QStringLiteral("conversation"), id.toString());
        line.insert(QStringLiteral("loaded"), chat().isLoaded(id));
        line.insert(QStringLiteral("rows"), rows);
        say(line);
    };
    if (!refresh)
        show();
    else
        when([this, id] { return chat().isLoaded(id) && !chat().isLoading(id); }, show,
             historyPatience);
}

void HeadlessClient::showList()
{
    const ConversationListModel *model = m_app->chat()->conversations();
    QJsonArray rows;
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        QJsonObject shown;
        const auto names = model->roleNames();
        for (auto role = names.cbegin(); role != names.cend(); ++role)
            shown.insert(QString::fromLatin1(role.value()),
                         QJsonValue::fromVariant(index.data(role.key())));
        rows.append(shown);
    }
    QJsonObject line = fact("list");
    line.insert(QStringLiteral("rows"), rows);
    say(line);
}

void HeadlessClient::jump(const QJsonObject &order)
{
    m_wallBy += Milliseconds(order.value(QLatin1String("wallBy")).toInteger());
    m_steadyBy += Milliseconds(order.value(QLatin1String("steadyBy")).toInteger());
    say(fact("jumped"));
}

void HeadlessClient::when(std::function<bool()> over, std::function<void()> then,
                          Milliseconds patience)
{
    auto wait = std::make_unique<Wait>();
    wait->over = std::move(over);
    wait->then = std::move(then);
    wait->limit.setSingleShot(true);
    wait->limit.start(patience);
    m_waits.push_back(std::move(wait));
    m_looking.start();
}

void HeadlessClient::look()
{
    for (auto it = m_waits.begin(); it != m_waits.end();) {
        if (!(*it)->over() && (*it)->limit.isActive()) {
            ++it;
            continue;
        }
        const auto then = (*it)->then;
        it = m_waits.erase(it);
        then();
    }
    if (m_waits.empty())
        m_looking.stop();
}

} // namespace suhbat::fault
