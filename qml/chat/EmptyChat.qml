pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Nothing is open: what to do next, and the keys worth knowing.
Item {
    id: empty

    property bool nobody: false // there is no conversation to choose yet

    // one column of keys, one of what they do
    readonly property int keys: Math.max(first.own, second.own)
    readonly property int hints: Math.max(first.width, second.width)

    objectName: "emptyChat"
    Accessible.role: Accessible.StaticText
    Accessible.name: title.text

    Column {
        anchors.centerIn: parent
        width: Math.min(360, parent.width - 48)
        spacing: 12

        Image {
            x: Math.round((parent.width - width) / 2)
            source: Qt.resolvedUrl("../Controls/icons/mark.svg")
            sourceSize.width: 88
            sourceSize.height: 88
            Accessible.ignored: true
        }
        TextLabel {
            id: title
            width: parent.width
            text: qsTr("Who would you like to write to?")
            font.pixelSize: Theme.fontHeading
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            text: empty.nobody ? qsTr("Find someone and say hello.") : qsTr("Choose a conversation on the left.")
            color: Theme.textSoft
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Item {
            width: 1
            height: 4
        }
        KeyHint {
            id: first
            x: Math.round((parent.width - (empty.nobody ? width : empty.hints)) / 2)
            column: empty.nobody ? own : empty.keys
            keys: empty.nobody ? "Ctrl+N" : "Ctrl+K"
            does: empty.nobody ? qsTr("New conversation") : qsTr("Go to a conversation")
        }
        KeyHint {
            id: second
            x: first.x
            column: empty.keys
            visible: !empty.nobody
            keys: "Alt+↑ ↓"
            does: qsTr("Previous or next conversation")
        }
    }
}
