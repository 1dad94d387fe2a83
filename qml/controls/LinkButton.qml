pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A quiet action that reads like a link.
AbstractButton {
    id: control

    implicitWidth: implicitContentWidth + 16
    implicitHeight: Theme.fit(32)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: TextLabel {
        text: control.text
        color: control.enabled ? Theme.accentText : Theme.textSoft
        font.pixelSize: Theme.fontNote
        font.weight: control.enabled ? Font.DemiBold : Font.Normal
        font.underline: control.enabled && control.hovered
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: FocusRing {
        shown: control.visualFocus
        inset: 0
        radius: 8
    }
}
