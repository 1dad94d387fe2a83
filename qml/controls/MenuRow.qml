import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A line of a menu: an icon and what happens.
AbstractButton {
    id: control

    property string glyph
    property bool danger: false

    implicitHeight: Theme.fit(44)
    implicitWidth: implicitContentWidth
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: TextLabel {
        leftPadding: 44
        rightPadding: 16
        text: control.text
        color: control.danger ? Theme.dangerText : Theme.text
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"

        Icon {
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            glyph: control.glyph
            color: control.danger ? Theme.dangerText : Theme.textSoft
        }
        FocusRing {
            shown: control.visualFocus
            inset: 0
        }
    }
}
