pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme

// A strip over the window's top edge that says how the line is; the room it takes comes and goes gently.
Rectangle {
    id: banner

    property string text
    property string actionText
    property string glyph: "offline"
    property int maximumLines: 3
    property bool shown: false
    property bool danger: false
    property bool busy: false
    property alias action: button
    readonly property color ink: danger ? Theme.dangerText : Theme.warmText

    signal acted

    height: shown ? Math.max(40, words.implicitHeight + 16) : 0
    visible: height > 0
    clip: true
    color: danger ? Theme.dangerSoft : Theme.warmSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on height {
        NumberAnimation {
            duration: Theme.longTime
            easing.type: Easing.OutCubic
        }
    }

    Icon {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        visible: !banner.busy
        glyph: banner.glyph
        size: 18
        color: banner.ink
    }
    BusyDots {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        running: banner.busy && banner.shown
        dotSize: 5
        color: banner.ink
    }
    TextLabel {
        id: words
        x: 44
        width: parent.width - x - (banner.actionText.length > 0 ? button.width + 20 : 16)
        anchors.verticalCenter: parent.verticalCenter
        text: banner.text
        color: Theme.text
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
        maximumLineCount: banner.maximumLines
        elide: Text.ElideRight
    }
    ActionButton {
        id: button
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: banner.actionText.length > 0
        compact: true
        kind: ActionButton.Quiet
        text: banner.actionText
        onClicked: banner.acted()
    }
}
