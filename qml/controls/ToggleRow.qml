import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A sentence that is on or off.
AbstractButton {
    id: control

    implicitHeight: Theme.fit(44)
    hoverEnabled: true
    checkable: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: TextLabel {
        leftPadding: 12
        rightPadding: 60
        text: control.text
        font.pixelSize: Theme.fontBody
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
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
            color: control.checked ? Theme.accent : Theme.fieldBorder

            Rectangle {
                x: control.checked ? 19 : 3
                y: 3
                width: 18
                height: 18
                radius: 9
                color: control.checked ? Theme.accentInk : Theme.raised

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
}
