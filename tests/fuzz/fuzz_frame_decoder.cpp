// Any bytes through the frame decoder, and what it makes of them through every way of reading.
#include "Check.h"
#include "pusher/FrameCodec.h"

#include <cstdint>

using namespace suhbat;
using suhbat::fuzz::check;

namespace {

constexpr int deepest = 600; // the parser takes 256, and a string may hold as many again

void readAll(const JsonValue &value, int depth)
{
    check(depth < deepest, "values nest without end");
    const auto text = value.text();
    const auto number = value.number();
    const auto integer = value.integer();
    const auto id = value.id();
    (void)value.boolean();
    check(!integer || number, "an integer is a number");
    check(!id || !id->isEmpty(), "an id has letters");
    check(!value.isString() || text, "a string is a text");
    for (const JsonValue &item : value.items())
        readAll(item, depth + 1);
    value.eachMember([&](const QString &, const JsonValue &member) { readAll(member, depth + 1); });
}

/// What decode() must come to, in the plainest words (statement 67).
JsonValue dataOf(const JsonValue &whole)
{
    JsonValue data = whole["data"];
    if (const auto inner = data.string()) {
        if (auto parsed = JsonValue::parse(inner->toUtf8()))
            data = *parsed;
    }
    return data;
}

void checkFrame(const pusher::Frame &frame, const JsonValue &whole)
{
    check(frame.event == whole["event"].string().value_or(QString()), "the event is the event");
    check(frame.channel == whole["channel"].string().value_or(QString()), "so is the channel");
    check(frame.userId == whole["user_id"].id().value_or(QString()), "so is the user id");
    const JsonValue expected = dataOf(whole);
    check(frame.data.type() == expected.type(), "data has the type it was sent with");
    check(frame.data.toJson() == expected.toJson(), "data is what was sent");
    readAll(frame.data, 0);
    if (!frame.data.isNothing()) {
        const auto again = JsonValue::parse(frame.data.toJson());
        check(again.ok(), "what is passed on unread can be read");
        check(again->type() == frame.data.type(), "and is the same");
    }
}

/// What we write is read back as it was meant.
void checkWriting(const pusher::Frame &frame)
{
    const QByteArray text = pusher::FrameCodec::clientEvent(frame.channel, frame.event, "{}");
    const auto back = pusher::FrameCodec::decode(text);
    check(back.ok(), "our own frames are JSON");
    check(back->event == frame.event && back->channel == frame.channel, "and say what we meant");
    check(back->data.isObject(), "with an object as data");
    check(pusher::FrameCodec::decode(pusher::FrameCodec::unsubscribe(frame.channel)).ok(),
          "whatever the channel is called");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const auto frame = pusher::FrameCodec::decode(text);
    const auto whole = JsonValue::parse(text);
    check(frame.ok() == whole.ok(), "a frame is what is JSON");
    if (!frame)
        return 0;
    check(frame->size == text.size(), "the size is that of the text");
    checkFrame(*frame, *whole);
    checkWriting(*frame);
    return 0;
}
