#pragma once

#include "ChatFixture.h"
#include "unit/api/StubServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

#include <optional>

namespace suhbat::test {

inline ConversationId longRoom()
{
    return ConversationId(QStringLiteral("12"));
}

/// A conversation of messages 1, 2, 3 … by Kim, and a server that has it.
struct LongHistory
{
    int newest = 0;
    int plainLimit = 0;        // a history without before and after has its end only; 0: all of it
    bool pagesRefused = false; // 422 for before and after
    bool listed = false;       // in the list of conversations: only then it is kept on the disk
    bool read = false;         // by me
    int unread = 0;            // as the list says
    int failing = 0;           // the status of answers to before and after, where it is not 0
    bool stuck = false;        // every page is the same, and more is said to come
    QSet<int> gone;            // deleted
    StubServer::Answer found;  // to a search, about any conversation
    StubServer server;

    LongHistory()
    {
        server.answer = [this](const StubServer::Request &request) { return answer(request); };
    }
    StubServer::Answer answer(const StubServer::Request &request) const
    {
        const QUrl url = QUrl::fromEncoded(request.target);
        const QUrlQuery query(url);
        if (listed && url.path().endsWith(QLatin1String("/conversations/direct")))
            return {200, QStringLiteral(R"({"data":[{"id":12,"type":"direct","title":"Kim",)"
                                        R"("unread_count":%1}]})")
                             .arg(unread)
                             .toUtf8()};
        if (url.path().endsWith(QLatin1String("/inbox/search")))
            return found;
        if (!url.path().endsWith(QLatin1String("/conversations/12")))
            return {200, R"({"data":[]})"};
        const int before = query.queryItemValue(QStringLiteral("before")).toInt();
        const int after = query.queryItemValue(QStringLiteral("after")).toInt();
        const int size = query.queryItemValue(QStringLiteral("per_page")).toInt();
        if (pagesRefused && (before > 0 || after > 0))
            return {422, R"({"message":"no such thing"})"};
        if (failing > 0 && (before > 0 || after > 0))
            return {failing, R"({"message":"not now"})"};
        int from = 1;
        int to = newest;
        bool more = false;
        if (after > 0) {
            from = stuck ? 1 : after + 1;
            to = std::min(newest, from + size - 1);
            more = stuck || to < newest;
        } else if (before > 0) {
            to = std::min(newest, before - 1);
            from = std::max(1, to - size + 1);
            more = from > 1;
        } else if (plainLimit > 0) {
            from = std::max(1, newest - plainLimit + 1);
        }
        return {200, page(from, to, before > 0 || after > 0 ? std::optional(more) : std::nullopt)};
    }
    QByteArray page(int from, int to, std::optional<bool> more) const
    {
        QJsonArray messages;
        for (int id = from; id <= to; ++id) {
            if (gone.contains(id))
                continue;
            messages.append(
                QJsonObject{{QStringLiteral("id"), id},
                            {QStringLiteral("body"), QString::number(id)},
                            {QStringLiteral("conversation_id"), 12},
                            {QStringLiteral("is_read"), read},
                            {QStringLiteral("sender"),
                             QJsonObject{{QStringLiteral("id"), 43},
                                         {QStringLiteral("name"), QStringLiteral("Kim")}}}});
        }
        const QJsonObject data{{QStringLiteral("id"), 12},
                               {QStringLiteral("type"), QStringLiteral("direct")},
                               {QStringLiteral("messages"), messages}};
        QJsonObject answer{{QStringLiteral("data"), data}};
        if (more)
            answer.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("has_more"), *more}});
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    }
    // The queries of what was asked of this conversation.
    QStringList asked() const
    {
        QStringList all;
        for (const StubServer::Request &request : server.requests) {
            const QUrl url = QUrl::fromEncoded(request.target);
            if (url.path().endsWith(QLatin1String("/conversations/12")))
                all.append(url.query());
        }
        return all;
    }
};

/// The whole client, but for a socket that never gets through.
inline std::unique_ptr<Backend> clientOf(const LongHistory &history, bool paging)
{
    ServerProfile profile;
    profile.appKey = QStringLiteral("k");
    profile.wsHost = QStringLiteral("127.0.0.1");
    profile.wsPort = 1;
    profile.wsSecure = false;
    profile.apiBaseUrl = history.server.url(QStringLiteral("/api"));
    profile.capabilities.ask = false;
    profile.capabilities.on.paging = paging;
    profile.capabilities.on.search = paging;
    return std::make_unique<Backend>(profile, QStringLiteral("en"), ChatFixture::quickTiming());
}

inline void start(Backend &client)
{
    User dana;
    dana.id = UserId(QStringLiteral("42"));
    client.chat().start(dana);
}

} // namespace suhbat::test
