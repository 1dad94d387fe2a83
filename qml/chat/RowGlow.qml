import QtQuick
import Suhbat.Theme

// Lies behind a row that was jumped to, until the eye has found it.
Rectangle {
    id: glow

    property bool shown: false

    objectName: "rowGlow"
    color: Theme.accent
    opacity: shown ? 0.22 : 0
    visible: opacity > 0
    Accessible.ignored: true

    Behavior on opacity {
        enabled: glow.opacity > 0 && !Theme.reduceMotion // it goes gently, but is there at once
        NumberAnimation {
            duration: 400
        }
    }
}
