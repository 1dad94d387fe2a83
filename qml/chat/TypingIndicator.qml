import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Who is writing just now: a small pill in the room that the timeline leaves free at its lower edge,
// so that nothing jumps when somebody begins.
Rectangle {
    id: indicator

    property string text
    property int maximumWidth: 320

    objectName: "typingIndicator"
    width: words.x + words.width + 12
    height: Theme.fit(26)
    radius: 13
    color: Theme.pane
    visible: text.length > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    BusyDots {
        id: dots
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        running: indicator.visible
        dotSize: 5
        color: Theme.accentText
    }
    TextLabel {
        id: words
        x: 42
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, indicator.maximumWidth - x - 12)
        text: indicator.text
        color: Theme.accentText
        font.pixelSize: Theme.fontNote
        elide: Text.ElideMiddle
    }
}
