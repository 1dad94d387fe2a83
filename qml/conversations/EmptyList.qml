pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Models
import Suhbat.Theme
import Suhbat.Controls

// No row to show: why, and what to do about it.
Column {
    id: empty

    required property ListFace list
    required property string wanted
    signal newChatWanted

    readonly property bool narrowed: list.kind !== ConversationFilter.All

    width: parent ? parent.width - 64 : 0
    spacing: 12

    TextLabel {
        objectName: "conversationsEmpty"
        width: parent.width
        visible: empty.visible
        text: {
            if (empty.list.total === 0)
                return qsTr("No conversations yet. When someone writes to you, the conversation appears here.");
            if (empty.wanted.length > 0)
                return qsTr("No conversation is called “%1”").arg(empty.wanted);
            switch (empty.list.kind) {
            case ConversationFilter.Unread:
                return qsTr("Everything is read.");
            case ConversationFilter.Groups:
                return qsTr("You are in no group yet.");
            default:
                return qsTr("No conversations with one person yet.");
            }
        }
        color: Theme.textSoft
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        lineHeight: 1.15
    }
    LinkButton {
        objectName: "showAll"
        x: Math.round((parent.width - width) / 2)
        visible: empty.visible && empty.narrowed && empty.list.total > 0
        text: qsTr("Show all conversations")
        onClicked: empty.list.kind = ConversationFilter.All
    }
    ActionButton {
        objectName: "firstChat"
        x: Math.round((parent.width - width) / 2)
        visible: empty.visible && (empty.list.total === 0 || empty.wanted.length > 0)
        compact: empty.list.total > 0
        kind: empty.list.total > 0 ? ActionButton.Tonal : ActionButton.Primary
        text: qsTr("Find someone to write to")
        onClicked: empty.newChatWanted()
    }
}
