pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A button with words. One Primary a view, Tonal beside it, Quiet for the way out.
Button {
    id: control

    enum Kind { Primary, Tonal, Quiet, Danger, OnDark }

    property int kind: ActionButton.Primary
    property bool compact: false
    property bool busy: false
    // of words without a red ground
    property bool danger: false

    readonly property bool dead: !enabled && !busy && kind !== ActionButton.OnDark
    readonly property color fill: {
        if (dead)
            return kind === ActionButton.Quiet ? "transparent" : Theme.disabled;
        switch (kind) {
        case ActionButton.Primary:
            return down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent;
        case ActionButton.Danger:
            return down || hovered ? Qt.darker(Theme.danger, 1.12) : Theme.danger;
        case ActionButton.Tonal:
            return down ? Theme.pressed : hovered ? Theme.hover : Theme.field;
        case ActionButton.OnDark:
            return down || hovered ? "#33808080" : "transparent";
        default:
            return down ? Theme.pressed : hovered ? Theme.hover : "transparent";
        }
    }
    readonly property color ink: {
        if (dead)
            return Theme.textDisabled;
        switch (kind) {
        case ActionButton.Primary:
            return Theme.accentInk;
        case ActionButton.Danger:
            return Theme.dangerInk;
        case ActionButton.OnDark:
            return Theme.inverseAccent;
        default:
            return danger ? Theme.dangerText : Theme.accentText;
        }
    }

    implicitHeight: Theme.fit(compact ? 32 : 44)
    implicitWidth: Math.max(compact ? 0 : 88, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: compact ? 12 : 20
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    hoverEnabled: true
    opacity: enabled || busy || dead ? 1 : 0.5
    font.pixelSize: compact ? Theme.fontNote : Theme.fontBody
    font.weight: Font.DemiBold

    Accessible.name: text
    // Qt 6.4 does nothing by itself when a screen reader presses a button with a name of its own.
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: TextLabel {
        opacity: control.busy ? 0 : 1
        text: control.text
        font: control.font
        color: control.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: control.compact ? 10 : Theme.radius
        color: control.fill
        BusyDots {
            anchors.centerIn: parent
            running: control.busy
            color: control.ink
        }
        FocusRing {
            shown: control.visualFocus
            radius: parent.radius + 3
        }
    }
}
