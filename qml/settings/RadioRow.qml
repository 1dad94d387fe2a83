pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// One of several choices, a line each.
AbstractButton {
    id: row

    required property bool chosen
    property string note

    width: parent.width
    implicitHeight: Math.max(Theme.fit(44), words.implicitHeight + Theme.gapLarge)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: note
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"

        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapWide
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: 20
            radius: 10
            color: "transparent"
            border.width: 2
            border.color: row.chosen ? Theme.accent : Theme.fieldBorder

            Rectangle {
                anchors.centerIn: parent
                visible: row.chosen
                width: 10
                height: 10
                radius: 5
                color: Theme.accent
            }
        }
        FocusRing {
            shown: row.visualFocus
            inset: 0
        }
    }

    Column {
        id: words
        x: Theme.gapWide
        width: parent.width - x - Theme.fit(48)
        anchors.verticalCenter: parent.verticalCenter

        TextLabel {
            width: parent.width
            text: row.text
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            visible: text.length > 0
            text: row.note
            color: Theme.textSoft
            font.pixelSize: Theme.fontNote
            wrapMode: Text.Wrap
        }
    }
}
