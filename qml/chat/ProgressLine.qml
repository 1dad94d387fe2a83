import QtQuick
import Suhbat.Theme

// How far a file has come, on a track that shows how far it has to go; on a picture and in one's own bubble a dark one.
Rectangle {
    id: line

    property real value: 0
    property bool framed: false

    height: 5
    radius: 2.5
    color: framed ? "#99000000" : Theme.pill
    Accessible.ignored: true

    Rectangle {
        x: 1
        y: 1
        width: (parent.width - 2) * Math.max(0, Math.min(1, line.value))
        height: 3
        radius: 1.5
        color: line.framed ? "#ffffff" : Theme.accent
    }
}
