import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A sentence that is on or off, with a word below it where it needs one.
AbstractButton {
    id: control

    property string note

    function flip() {
        toggle();
        toggled();
    }

    implicitHeight: Math.max(Theme.fit(44), words.implicitHeight + Theme.gapLarge)
    hoverEnabled: true
    checkable: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: note
    opacity: enabled ? 1 : 0.65
    Keys.onReturnPressed: flip()
    Keys.onEnterPressed: flip()
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: flip()
    Accessible.onToggleAction: flip()

    background: Rectangle {
        radius: Theme.radius
        color: control.hovered ? Theme.hover : "transparent"

        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 40
            height: 24
            radius: 12
            color: control.checked ? Theme.accent : "transparent"
            border.width: control.checked ? 0 : 2
            border.color: Theme.fieldBorder

            Rectangle {
                x: control.checked ? 20 : 5
                anchors.verticalCenter: parent.verticalCenter
                width: control.checked ? 16 : 14
                height: width
                radius: width / 2
                color: control.checked ? Theme.accentInk : Theme.fieldBorder

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.shortTime
                    }
                }
            }
        }
        FocusRing {
            shown: control.visualFocus
            inset: 0
        }
    }

    Column {
        id: words
        x: Theme.gapWide
        width: parent.width - x - 68
        anchors.verticalCenter: parent.verticalCenter

        TextLabel {
            width: parent.width
            text: control.text
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            visible: text.length > 0
            text: control.note
            color: Theme.textSoft
            font.pixelSize: Theme.fontNote
            wrapMode: Text.Wrap
        }
    }
}
