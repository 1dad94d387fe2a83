#include "ChatFixture.h"

#include "support/Wait.h"

namespace suhbat::test {

ChatFixture::ChatFixture(const demo::DemoOptions &options, const Backend::Timing &timing)
    : server(options)
{
    if (!server.listen())
        qFatal("%s", qPrintable(server.errorString()));
    client = std::make_unique<Backend>(profileOf(server), QStringLiteral("en"), timing);
}

demo::DemoOptions ChatFixture::quiet()
{
    demo::DemoOptions options;
    options.quiet = true;
    return options;
}

// No patience with retries: what waits a second for people waits for tens of milliseconds here.
Backend::Timing ChatFixture::quickTiming()
{
    Backend::Timing timing;
    timing.random = [] { return 0.05; };
    timing.network.requestTimeout = std::chrono::milliseconds(1500);
    timing.network.connectTimeout = std::chrono::milliseconds(1500);
    return timing;
}

Backend::Timing ChatFixture::patientTiming()
{
    Backend::Timing timing = quickTiming();
    timing.network.requestTimeout = std::chrono::seconds(20);
    timing.network.connectTimeout = std::chrono::seconds(20);
    return timing;
}

ServerProfile ChatFixture::profileOf(const demo::DemoServer &server)
{
    ServerProfile profile;
    profile.appKey = server.appKey();
    profile.wsHost = server.wsUrl().host();
    profile.wsPort = server.wsUrl().port();
    profile.wsSecure = false;
    profile.apiBaseUrl = server.apiUrl();
    profile.capabilities.on.typing = true;
    profile.capabilities.on.tempId = true;
    profile.capabilities.ask = false;
    return profile;
}

std::unique_ptr<Backend> ChatFixture::makeClient() const
{
    return std::make_unique<Backend>(profileOf(server), QStringLiteral("en"), quickTiming());
}

bool ChatFixture::logIn(Backend &client, const QString &phone)
{
    QObject context;
    QObject::connect(&client.session(), &SessionManager::signedIn, &context,
                     [&client] { client.chat().start(client.session().session().user); });
    bool listed = false;
    QObject::connect(&client.chat(), &ChatManager::listLoaded, &context,
                     [&listed] { listed = true; });
    QObject::connect(&client.session(), &SessionManager::codeSent, &context,
                     [&client] { client.session().verifyCode(QStringLiteral("482915")); });
    client.session().signIn(phone, QStringLiteral("demo-pass"));
    return waitUntil([&] { return listed; });
}

bool ChatFixture::enter(Backend &client, const QString &phone)
{
    return logIn(client, phone) && waitUntil([&] { return client.chat().link().isSubscribed(); });
}

bool ChatFixture::open(Backend &client, const ConversationId &id)
{
    client.chat().open(id);
    return waitUntil([&] { return client.chat().isLoaded(id); });
}

QStringList ChatFixture::bodies(Backend &client, const ConversationId &id)
{
    QStringList texts;
    for (const Message &message : client.chat().messages(id))
        texts.append(message.body);
    return texts;
}

Message ChatFixture::last(Backend &client, const ConversationId &id)
{
    const auto &all = client.chat().messages(id);
    return all.isEmpty() ? Message() : all.last();
}

int unread(Backend &client, const ConversationId &id)
{
    const auto *entry = client.chat().conversations().find(id);
    return entry != nullptr ? entry->conversation.unreadCount : -1;
}

} // namespace suhbat::test
