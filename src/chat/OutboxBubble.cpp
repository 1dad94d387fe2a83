#include "chat/OutboxBubble.h"

#include "wire/Attachments.h"

namespace suhbat {

Timeline::Changes showInTimeline(Timeline &timeline, const outbox::Show &show, const User &self)
{
    const OutboxEntry &entry = show.entry;
    Message message;
    message.tempId = entry.tempId;
    message.conversationId = entry.conversationId;
    message.sender = self;
    message.body = entry.body;
    message.createdAt = entry.createdAt;
    message.state = entry.state;
    message.replyTo = entry.replyTo;
    for (const OutboxFile &file : entry.files) {
        Attachment attachment;
        attachment.name = file.name;
        attachment.mimeType = file.mimeType;
        attachment.isImage = file.mimeType.startsWith(QLatin1String("image/"));
        attachment.sizeText = wire::sizeText(file.bytes);
        attachment.width = file.width;
        attachment.height = file.height;
        attachment.localFile = file.path;
        message.attachments.append(attachment);
    }
    const bool posted = entry.attempts > 0;
    Timeline::Changes changes = timeline.addPending(
        message, posted ? entry.newestKnownId : std::nullopt, entry.answersOfOthers);
    changes += timeline.setPendingState(entry.tempId, entry.state);
    if (posted)
        timeline.setPosted(entry.tempId, entry.newestKnownId, show.onItsWay, entry.answersOfOthers);
    else
        timeline.setNotPosted(entry.tempId);
    return changes;
}

} // namespace suhbat
