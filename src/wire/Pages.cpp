#include "wire/Pages.h"

#include "wire/Conversations.h"
#include "wire/Fields.h"
#include "wire/Messages.h"
#include "wire/Timestamps.h"
#include "wire/Users.h"

#include <algorithm>

namespace suhbat::wire {

namespace {

/// The object that holds the paging facts: the one whose `data` is the list.
JsonValue paginatorOf(JsonValue value)
{
    for (int depth = 0; depth < 3 && value["data"].isObject(); ++depth)
        value = value["data"];
    return value;
}

/// Whether a "next" link or cursor is there; nothing when the key itself is missing.
std::optional<bool> saysNext(const JsonValue &object, const char *key)
{
    const JsonValue value = object[key];
    if (value.type() == JsonValue::Type::Undefined)
        return std::nullopt;
    return !value.isNothing() && value.string() != QString();
}

void readPaging(RawPage &page, const JsonValue &paginator)
{
    const JsonValue facts = paginator["meta"].isObject() ? paginator["meta"] : paginator;
    const JsonReader reader(facts);
    const auto current = reader.integer({"current_page"});
    const auto last = reader.integer({"last_page"});
    if (current && *current > 0 && *current < 1000000)
        page.number = int(*current);
    page.nextCursor = firstLine(reader, {"next_cursor"}, limits::url);

    if (last) {
        page.hasMore = page.number < *last;
        return;
    }
    for (const auto &says :
         {saysNext(facts, "next_cursor"), facts["has_more"].boolean(),
          saysNext(paginator["links"], "next"), saysNext(facts, "next_page_url")}) {
        if (says) {
            page.hasMore = *says;
            return;
        }
    }
    page.moreIsGuess = true;
    page.hasMore = !page.rows.isEmpty();
}

template<typename T, typename Decode>
Result<Page<T>> decodeRows(const JsonValue &root, int requestedPage, Decode decode)
{
    auto raw = decodeRawPage(root, requestedPage);
    if (!raw)
        return raw.error();
    Page<T> page;
    page.number = raw->number;
    page.hasMore = raw->hasMore;
    page.moreIsGuess = raw->moreIsGuess;
    page.nextCursor = raw->nextCursor;
    page.items.reserve(raw->rows.size());
    for (qsizetype i = 0; i < raw->rows.size(); ++i) {
        Result<T> row = decode(raw->rows.at(i), QStringLiteral("data[%1]").arg(i));
        if (row) {
            page.items.append(std::move(*row));
        } else if (page.skipped++ == 0) {
            page.skippedWhy = row.error().detail;
        }
    }
    return page;
}

} // namespace

Result<RawPage> decodeRawPage(const JsonValue &root, int requestedPage)
{
    RawPage page;
    page.number = std::max(1, requestedPage);
    const JsonValue paginator = paginatorOf(root);
    const JsonValue list = paginator.isArray() ? paginator : paginator["data"];
    if (!list.isArray())
        return Error::make(Error::Kind::BadResponse, QStringLiteral("data is no list"));
    page.rows = list.items();
    readPaging(page, paginator);
    return page;
}

Result<Page<Conversation>> decodeConversationPage(const JsonValue &root, int requestedPage,
                                                  Conversation::Type type,
                                                  const DecodeContext &context)
{
    return decodeRows<Conversation>(root, requestedPage,
                                    [&](const JsonValue &row, const QString &path) {
                                        return decodeConversation(row, context, type, path);
                                    });
}

Result<Page<User>> decodeContactPage(const JsonValue &root, int requestedPage,
                                     const DecodeContext &context)
{
    return decodeRows<User>(root, requestedPage, [&](const JsonValue &row, const QString &path) {
        return decodeUser(row, context, path);
    });
}

Result<Page<Member>> decodeMemberPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context)
{
    return decodeRows<Member>(
        root, requestedPage, [&](const JsonValue &row, const QString &path) -> Result<Member> {
            const JsonValue inner = row["user"];
            auto user = decodeUser(inner.isObject() ? inner : row, context, path);
            if (!user)
                return user.error();
            return Member{std::move(*user), firstLine(row, {"role"}, 64)};
        });
}

Result<Page<ReadBy>> decodeReaderPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context)
{
    return decodeRows<ReadBy>(
        root, requestedPage, [&](const JsonValue &row, const QString &path) -> Result<ReadBy> {
            const JsonValue inner = row["user"];
            auto user = decodeUser(inner.isObject() ? inner : row, context, path);
            if (!user)
                return user.error();
            return ReadBy{std::move(*user), firstTime(row, {"read_at", "readAt"}, context)};
        });
}

Result<Page<Message>> decodeFoundPage(const JsonValue &root, int requestedPage,
                                      const DecodeContext &context)
{
    return decodeRows<Message>(root, requestedPage, [&](const JsonValue &row, const QString &path) {
        return decodeMessage(row, context, {}, path);
    });
}

} // namespace suhbat::wire
