pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// What the sheet is for, the way back from the group, and the way out.
Item {
    id: head

    required property bool group

    signal back
    signal closed

    implicitHeight: 64

    IconButton {
        id: backButton
        objectName: "newGroupBack"
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: head.group
        glyph: "back"
        label: qsTr("Back")
        onClicked: head.back()
    }
    TextLabel {
        x: head.group ? backButton.x + backButton.width + 8 : 20
        anchors.verticalCenter: parent.verticalCenter
        width: close.x - x - 8
        text: head.group ? qsTr("New group") : qsTr("New conversation")
        font.pixelSize: Theme.fontHeading
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        Accessible.ignored: false
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    IconButton {
        id: close
        objectName: "newChatClose"
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        glyph: "close"
        label: qsTr("Close")
        onClicked: head.closed()
    }
}
