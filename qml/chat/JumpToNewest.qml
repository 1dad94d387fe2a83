import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Back down to the newest message, and how many came while one was reading back.
IconButton {
    id: control

    property int count: 0

    objectName: "jumpToNewest"
    size: 44
    focusPolicy: Qt.TabFocus // it goes with the click: the keyboard stays where one writes
    glyph: "down"
    glyphSize: 22
    ink: Theme.accentText
    fill: down ? Theme.pressed : hovered ? Theme.hover : Theme.raised
    label: count > 0 ? qsTr("Newest message, %n new", "", count) : qsTr("Newest message")

    Rectangle {
        z: -1
        anchors.fill: parent
        anchors.margins: -1
        radius: width / 2
        color: Theme.line
    }
    Badge {
        anchors.horizontalCenter: parent.horizontalCenter
        y: -10
        count: control.count
    }
}
