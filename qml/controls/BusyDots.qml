pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme

// Three dots that breathe while something is under way, and stand still when nobody sees them.
Row {
    id: dots

    property bool running: true
    property color color: Theme.textSoft
    property int dotSize: 6
    property int step: 0

    spacing: dotSize * 0.75
    visible: running
    Accessible.ignored: true

    Timer {
        interval: 220
        repeat: true
        running: dots.visible && dots.running && !Theme.reduceMotion && dots.Window.visibility !== Window.Hidden
        onTriggered: dots.step = (dots.step + 1) % 4
    }
    Repeater {
        model: 3
        Rectangle {
            required property int index
            width: dots.dotSize
            height: dots.dotSize
            radius: dots.dotSize / 2
            color: dots.color
            opacity: Theme.reduceMotion || dots.step === index ? 1 : 0.4
        }
    }
}
