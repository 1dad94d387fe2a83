import QtQuick
import Suhbat.Theme

// The saffron ring of whatever has the keyboard; put it into a control and bind `shown`.
Rectangle {
    property bool shown: false
    property int inset: -3

    anchors.fill: parent
    anchors.margins: inset
    radius: Theme.radius - inset
    color: "transparent"
    border.width: 2
    border.color: Theme.ring
    visible: shown
}
