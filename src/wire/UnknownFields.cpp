#include "wire/UnknownFields.h"

#include "wire/SafeText.h"

#include <QSet>

namespace suhbat::wire {

namespace {

constexpr int mostNodes = 2000;
constexpr int mostNamed = 20;
constexpr int deepest = 8;
constexpr qsizetype longestName = 64;

/// Whatever a decoder reads, and what the contract's answers hold beside that.
const QSet<QString> &knownFields()
{
    static const QSet<QString> known = [] {
        QSet<QString> names;
        for (const char *name : {"access_token",
                                 "active",
                                 "attachments",
                                 "auth",
                                 "avatar",
                                 "avatarUrl",
                                 "avatar_url",
                                 "body",
                                 "broadcasting",
                                 "capabilities",
                                 "channel_data",
                                 "chat",
                                 "chatId",
                                 "chat_id",
                                 "client_id",
                                 "code",
                                 "content",
                                 "conversation",
                                 "conversationId",
                                 "conversation_created",
                                 "conversation_id",
                                 "conversations",
                                 "created",
                                 "createdAt",
                                 "created_at",
                                 "created_by",
                                 "current_page",
                                 "data",
                                 "date",
                                 "delete",
                                 "deleted",
                                 "department",
                                 "department_id",
                                 "description",
                                 "direct",
                                 "edit",
                                 "edited",
                                 "editedAt",
                                 "edited_at",
                                 "email",
                                 "en",
                                 "error",
                                 "errors",
                                 "exception",
                                 "expires_in",
                                 "file",
                                 "fileGroups",
                                 "fileName",
                                 "file_groups",
                                 "file_name",
                                 "files",
                                 "first",
                                 "firstName",
                                 "first_name",
                                 "first_page_url",
                                 "from",
                                 "fromId",
                                 "from_id",
                                 "groupCreate",
                                 "group_id",
                                 "hasMore",
                                 "has_more",
                                 "height",
                                 "id",
                                 "idempotentSend",
                                 "ids",
                                 "image_height",
                                 "image_width",
                                 "isImage",
                                 "isRead",
                                 "is_admin",
                                 "is_archived",
                                 "is_image",
                                 "is_read",
                                 "kk",
                                 "label",
                                 "last",
                                 "lastMessage",
                                 "lastMessageAt",
                                 "lastMessageTime",
                                 "lastName",
                                 "last_message",
                                 "last_message_at",
                                 "last_message_time",
                                 "last_name",
                                 "last_page",
                                 "last_page_url",
                                 "latest",
                                 "line",
                                 "links",
                                 "markedCount",
                                 "marked_count",
                                 "media",
                                 "members",
                                 "message",
                                 "messageId",
                                 "messageIds",
                                 "message_deleted",
                                 "message_edited",
                                 "message_id",
                                 "message_ids",
                                 "message_read",
                                 "message_removed",
                                 "message_sent",
                                 "message_updated",
                                 "messages",
                                 "messages_read",
                                 "meta",
                                 "mimeType",
                                 "mime_type",
                                 "name",
                                 "new_message",
                                 "next",
                                 "next_cursor",
                                 "next_page_url",
                                 "one_to_one",
                                 "order",
                                 "page",
                                 "paging",
                                 "parent",
                                 "parentId",
                                 "parent_id",
                                 "participant",
                                 "participants",
                                 "partner",
                                 "path",
                                 "perPage",
                                 "per_page",
                                 "phone",
                                 "phoneNumber",
                                 "phone_number",
                                 "photo",
                                 "presence",
                                 "prev",
                                 "prev_cursor",
                                 "prev_page_url",
                                 "previewUrl",
                                 "preview_url",
                                 "private",
                                 "profile",
                                 "profileImageUrl",
                                 "read",
                                 "readAt",
                                 "read_at",
                                 "reader",
                                 "readerId",
                                 "reader_id",
                                 "readers",
                                 "refresh_token",
                                 "removed",
                                 "reply",
                                 "replyTo",
                                 "replyToId",
                                 "replyToMessage",
                                 "reply_to",
                                 "reply_to_id",
                                 "reply_to_message",
                                 "role",
                                 "roles",
                                 "ru",
                                 "search",
                                 "seen",
                                 "sender",
                                 "senderAvatarUrl",
                                 "senderId",
                                 "senderName",
                                 "sender_avatar_url",
                                 "sender_id",
                                 "sender_name",
                                 "sentAt",
                                 "sent_at",
                                 "shared_secret",
                                 "size",
                                 "status",
                                 "success",
                                 "tempId",
                                 "temp_id",
                                 "text",
                                 "timestamp",
                                 "title",
                                 "to",
                                 "token",
                                 "tokenValid",
                                 "token_type",
                                 "token_valid",
                                 "total",
                                 "trace",
                                 "type",
                                 "typing",
                                 "unread",
                                 "unreadCount",
                                 "unread_count",
                                 "update_required",
                                 "updated",
                                 "updatedAt",
                                 "updated_at",
                                 "upload",
                                 "url",
                                 "user",
                                 "userId",
                                 "userName",
                                 "user_id",
                                 "user_info",
                                 "user_is_typing",
                                 "user_name",
                                 "uuid",
                                 "uz",
                                 "verify",
                                 "width"})
            names.insert(QLatin1String(name));
        return names;
    }();
    return known;
}

class Walk
{
public:
    void visit(const JsonValue &value, const QString &path, int depth)
    {
        if (depth > deepest || ++m_nodes > mostNodes)
            return;
        if (value.isArray()) {
            const auto items = value.items();
            for (qsizetype i = 0; i < items.size() && m_nodes <= mostNodes; ++i)
                visit(items.at(i), path + QStringLiteral("[%1]").arg(i), depth + 1);
            return;
        }
        if (!value.isObject())
            return;
        value.eachMember([&](const QString &name, const JsonValue &member) {
            const QString at = path.isEmpty() ? name : path + u'.' + cleanLine(name, longestName);
            if (knownFields().contains(name))
                visit(member, at, depth + 1);
            else if (found.size() < mostNamed)
                found.append(cleanLine(at, limits::line));
        });
    }

    QStringList found;

private:
    int m_nodes = 0;
};

} // namespace

QStringList unknownFields(const JsonValue &root)
{
    Walk walk;
    walk.visit(root, {}, 0);
    return walk.found;
}

} // namespace suhbat::wire
