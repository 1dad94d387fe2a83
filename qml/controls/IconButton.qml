pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A round button with an icon; `label` is what it is called, aloud and in the tip.
AbstractButton {
    id: control

    required property string label
    property string glyph
    property int size: 40
    property int glyphSize: 20
    // what it opened is there: no tip over it
    property bool quiet: false
    property color ink: Theme.textSoft
    property color fill: down ? Theme.pressed : hovered ? Theme.hover : "transparent"

    implicitWidth: size
    implicitHeight: size
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: control.glyph
            size: control.glyphSize
            color: control.ink
        }
    }
    background: Rectangle {
        radius: width / 2
        color: control.fill
        FocusRing {
            shown: control.visualFocus
            inset: -2
            radius: width / 2
        }
    }
    Tip {
        text: control.label
        shown: control.hovered && !control.down && !control.quiet
    }
}
