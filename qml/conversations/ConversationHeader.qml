pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The menu, and the field that narrows the list. Down goes on into the list, Enter opens its first row.
FocusScope {
    id: header

    required property App app
    property alias filter: field

    signal leftDown
    signal accepted

    implicitHeight: 64

    IconButton {
        id: menuButton
        objectName: "menuButton"
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        size: 44
        glyphSize: 22
        label: qsTr("Menu")
        glyph: "menu"
        quiet: menu.opened
        onClicked: menu.open()

        UserMenu {
            id: menu
            y: menuButton.height + 4
            app: header.app
        }
    }
    TextField {
        id: field
        objectName: "conversationFilter"
        anchors.left: menuButton.right
        anchors.leftMargin: 8
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        height: 40
        focus: true
        leftPadding: 40
        rightPadding: text.length > 0 ? 40 : 16
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        placeholderText: qsTr("Search")
        placeholderTextColor: Theme.textSoft
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        selectByMouse: true
        font.pixelSize: Theme.fontBody
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Search conversations")
        Keys.onDownPressed: header.leftDown()
        onAccepted: header.accepted()
        background: Rectangle {
            radius: 20
            color: Theme.field
            border.width: field.activeFocus ? 2 : 0
            border.color: Theme.accent

            Icon {
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                glyph: "search"
                size: 18
                color: Theme.textSoft
            }
        }
        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            visible: field.text.length > 0
            size: 32
            glyphSize: 16
            label: qsTr("Clear the search")
            glyph: "close"
            onClicked: field.clear()
        }
    }
}
