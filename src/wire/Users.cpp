#include "wire/Users.h"

#include "wire/Fields.h"
#include "wire/Urls.h"

namespace suhbat::wire {

namespace {

void giveNameSubstitute(User &user)
{
    if (user.name.isEmpty())
        user.name = user.phone;
    if (user.name.isEmpty())
        user.name = user.email;
}

QString firstAvatar(const JsonReader &reader, JsonReader::Keys keys, const DecodeContext &context)
{
    for (const QByteArrayView key : keys) {
        const auto text = reader[key].string();
        if (!text || text->isEmpty())
            continue;
        if (QString url = avatarUrl(*text, context); !url.isEmpty())
            return url;
    }
    return {};
}

} // namespace

User readUser(const JsonValue &value, const DecodeContext &context)
{
    User user;
    if (!value.isObject())
        return user;
    const JsonReader reader(value);
    user.id = idAt<UserId>(reader, {"id", "user_id", "userId"});
    user.name = firstLine(reader, {"name"});
    if (user.name.isEmpty()) {
        const QString first = firstLine(reader, {"firstName", "first_name"});
        const QString last = firstLine(reader, {"lastName", "last_name"});
        if (!first.isEmpty() || !last.isEmpty())
            user.name = cleanLine(first + u' ' + last);
    }
    user.phone = firstLine(reader, {"phone", "phoneNumber", "phone_number"});
    user.email = firstLine(reader, {"email"});
    user.avatarUrl = firstAvatar(
        reader, {"avatar", "avatar_url", "avatarUrl", "profileImageUrl", "photo"}, context);
    return user;
}

Result<User> decodeUser(const JsonValue &value, const DecodeContext &context, const QString &path)
{
    User user = readUser(value, context);
    if (user.id.isEmpty())
        return missing(path, "id");
    giveNameSubstitute(user);
    return user;
}

User readSender(const JsonReader &reader, const DecodeContext &context)
{
    User sender = readUser(reader.objectAt({"sender"}), context);
    if (sender.id.isEmpty())
        sender.id = idAt<UserId>(reader, {"sender_id", "senderId"});
    if (sender.id.isEmpty()) {
        if (User user = readUser(reader.objectAt({"user"}), context); !user.id.isEmpty())
            sender = std::move(user);
    }
    if (sender.id.isEmpty())
        sender.id = idAt<UserId>(reader, {"user_id", "userId", "from_id", "fromId"});
    if (sender.name.isEmpty())
        sender.name = firstLine(reader, {"sender_name", "senderName", "user_name", "userName"});
    if (sender.avatarUrl.isEmpty())
        sender.avatarUrl = firstAvatar(reader, {"sender_avatar_url", "senderAvatarUrl"}, context);
    giveNameSubstitute(sender);
    return sender;
}

} // namespace suhbat::wire
