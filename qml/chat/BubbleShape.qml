import QtQuick
import Suhbat.Theme

// A bubble: three soft corners, and towards its author a tight one at the end of a run.
// Qt 6.4 knows one radius a rectangle, so the tight corner is a smaller rectangle laid over it.
Rectangle {
    id: shape

    property bool own: false
    property bool tail: false
    readonly property int corner: 20

    color: own ? Theme.bubbleOwn : Theme.bubbleOther
    radius: Theme.bubbleRadius
    Accessible.ignored: true

    Rectangle {
        visible: shape.tail
        x: shape.own ? shape.width - width : 0
        y: shape.height - height
        width: shape.corner
        height: shape.corner
        radius: 5
        color: shape.color
    }
}
