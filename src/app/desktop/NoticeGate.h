#pragma once

namespace suhbat {

/// What is known of a message, or of a conversation in which something was said, when it is asked
/// whether the desktop tells of it.
struct NoticeFacts
{
    bool wanted = true; ///< notifications are on
    bool doNotDisturb = false;
    bool preview = true; ///< who wrote what may be read on the screen
    bool sound = true;
    bool muted = false; ///< the conversation
    bool mine = false;
    bool read = false;    ///< already, here or on another device
    bool inSight = false; ///< its conversation is open in the active window
};

struct NoticeVerdict
{
    bool show = false;
    bool sound = false;
    bool preview = false;

    friend bool operator==(const NoticeVerdict &, const NoticeVerdict &) = default;
};

/// The one gate: nothing else decides whether the desktop tells of a message.
constexpr NoticeVerdict throughTheGate(const NoticeFacts &facts)
{
    const bool show = facts.wanted && !facts.doNotDisturb && !facts.muted && !facts.mine &&
                      !facts.read && !facts.inSight;
    return {show, show && facts.sound, show && facts.preview};
}

} // namespace suhbat
