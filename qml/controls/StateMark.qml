import QtQuick
import Suhbat.Models
import Suhbat.Theme

// How far my message has come: clock, one tick, two ticks, a warning, a question.
Icon {
    required property int messageState
    property color quiet: Theme.textSoft
    property color readInk: Theme.warmText

    objectName: "stateMark"
    size: 16
    visible: messageState >= 0
    glyph: {
        switch (messageState) {
        case MessageListModel.Sending:
            return "clock";
        case MessageListModel.Sent:
            return "sent";
        case MessageListModel.Read:
            return "read";
        case MessageListModel.Failed:
            return "alert";
        case MessageListModel.Undecided:
            return "question";
        default:
            return "";
        }
    }
    color: messageState === MessageListModel.Read ? readInk : quiet
}
