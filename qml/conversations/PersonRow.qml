pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// Somebody or something to choose: picture, name, a word below it, and at the end a mark.
ItemDelegate {
    id: row

    required property string name
    required property string initials
    required property int colorIndex
    required property string avatarUrl
    property string note
    property bool isGroup: false
    property bool ring: false
    property int unread: 0
    property bool muted: false
    property bool choosing: false
    property bool chosen: false

    readonly property color under: ring ? Theme.selected : down ? Theme.pressed : hovered ? Theme.hover : Theme.raised

    implicitHeight: Theme.fit(56)
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: choosing ? Accessible.CheckBox : Accessible.ListItem
    Accessible.name: name + (isGroup ? ", " + qsTr("group") : "") + (unread > 0 ? ", " + qsTr("%n unread", "", unread) : "") + (note.length > 0 ? ", " + note : "")
    Accessible.checkable: choosing
    Accessible.checked: chosen
    Accessible.selected: ring
    Accessible.onPressAction: row.clicked()

    background: Rectangle {
        x: 12
        y: 1
        width: row.width - 24
        height: row.height - 2
        radius: Theme.radius
        color: row.under
        border.width: row.ring ? 2 : 0
        border.color: Theme.accent
    }
    Avatar {
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        size: 40
        initials: row.initials
        colorIndex: row.colorIndex
        source: row.avatarUrl
        backdrop: row.under
    }
    Column {
        x: 72
        anchors.verticalCenter: parent.verticalCenter
        width: row.width - x - 24 - tail.width

        Item {
            width: parent.width
            height: title.height

            Icon {
                anchors.verticalCenter: title.verticalCenter
                visible: row.isGroup
                glyph: visible ? "group" : ""
                size: 16
                color: Theme.textSoft
            }
            TextLabel {
                id: title
                x: row.isGroup ? 22 : 0
                width: Math.min(implicitWidth, parent.width - x - (row.muted ? 20 : 0))
                text: row.name
                font.weight: Font.Medium
                elide: Text.ElideRight
                maximumLineCount: 1
            }
            Icon {
                x: title.x + title.width + 4
                anchors.verticalCenter: title.verticalCenter
                visible: row.muted
                glyph: visible ? "bell-off" : ""
                size: 15
                color: Theme.textSoft
            }
        }
        TextLabel {
            width: parent.width
            visible: row.note.length > 0
            text: row.note
            color: Theme.textSoft
            font.pixelSize: Theme.fontNote
            elide: Text.ElideRight
            maximumLineCount: 1
        }
    }
    Item {
        id: tail
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        width: row.choosing ? 26 : badge.visible ? badge.width + 4 : 0
        height: 24

        Badge {
            id: badge
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            count: row.choosing ? 0 : row.unread
            muted: row.muted
        }
        Rectangle {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: row.choosing
            width: 22
            height: 22
            radius: 11
            color: row.chosen ? Theme.accent : "transparent"
            border.width: row.chosen ? 0 : 2
            border.color: Theme.fieldBorder

            Icon {
                anchors.centerIn: parent
                visible: row.chosen
                glyph: "check"
                size: 16
                color: Theme.accentInk
            }
        }
    }
}
