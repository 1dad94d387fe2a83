pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// The menu, and the field that narrows the list. Down goes on into the list, Enter opens its first row.
FocusScope {
    id: header

    required property App app
    property alias filter: field

    signal leftDown
    signal accepted
    signal newChatWanted

    implicitHeight: Theme.fit(64)

    IconButton {
        id: menuButton
        objectName: "menuButton"
        x: 7 // its lines stand over the pictures of the rows
        anchors.verticalCenter: parent.verticalCenter
        size: 44
        glyphSize: 22
        label: qsTr("Menu")
        glyph: "menu"
        quiet: menu.opened
        onClicked: menu.open()

        UserMenu {
            id: menu
            x: 1
            y: menuButton.height + 4
            app: header.app
        }
    }
    SearchField {
        id: field
        objectName: "conversationFilter"
        anchors.left: menuButton.right
        anchors.leftMargin: 8
        anchors.right: write.left
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        focus: true
        label: qsTr("Search conversations")
        Keys.onDownPressed: header.leftDown()
        onAccepted: header.accepted()
    }
    IconButton {
        id: write
        objectName: "newChat"
        anchors.right: parent.right
        anchors.rightMargin: 7
        anchors.verticalCenter: parent.verticalCenter
        size: 44
        glyphSize: 22
        label: qsTr("New conversation (Ctrl+N)")
        glyph: "new-chat"
        onClicked: header.newChatWanted()
    }
}
