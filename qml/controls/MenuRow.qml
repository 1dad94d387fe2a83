import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A line of a menu: an icon and what happens.
AbstractButton {
    id: control

    property string glyph
    property bool danger: false
    // of a round patch behind the icon, where the line stands over rows of people; 0: none
    property int disc: 0
    readonly property int before: disc > 0 ? 8 : 12

    implicitHeight: Theme.fit(disc > 0 ? 52 : 44)
    implicitWidth: implicitContentWidth
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: TextLabel {
        leftPadding: control.disc > 0 ? control.before + control.disc + 12 : 44
        rightPadding: 16
        text: control.text
        color: control.danger ? Theme.dangerText : Theme.text
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"

        Rectangle {
            x: control.before
            anchors.verticalCenter: parent.verticalCenter
            visible: control.disc > 0
            width: control.disc
            height: control.disc
            radius: control.disc / 2
            color: Theme.selected
        }
        Icon {
            x: control.disc > 0 ? control.before + (control.disc - width) / 2 : control.before
            anchors.verticalCenter: parent.verticalCenter
            glyph: control.glyph
            color: control.danger ? Theme.dangerText : control.disc > 0 ? Theme.accentText : Theme.textSoft
        }
        FocusRing {
            shown: control.visualFocus
            inset: 0
        }
    }
}
