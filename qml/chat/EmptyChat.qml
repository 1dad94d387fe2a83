pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Nothing is open: what to do next, and the keys worth knowing.
Item {
    id: empty

    property bool nobody: false // there is no conversation to choose yet

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
            text: qsTr("Whom would you like to talk to?")
            font.pixelSize: Theme.fontHeading
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            text: empty.nobody ? qsTr("Look for somebody, and say hello.") : qsTr("Choose a conversation on the left.")
            color: Theme.textSoft
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Item {
            width: 1
            height: 4
        }
        KeyHint {
            x: Math.round((parent.width - width) / 2)
            keys: empty.nobody ? "Ctrl+N" : "Ctrl+K"
            does: empty.nobody ? qsTr("new conversation") : qsTr("search")
        }
        KeyHint {
            x: Math.round((parent.width - width) / 2)
            visible: !empty.nobody
            keys: "Alt+↑ ↓"
            does: qsTr("previous, next")
        }
    }
}
