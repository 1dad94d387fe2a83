import QtQuick
import Suhbat.Theme

// How many are unread; nothing at zero, unless a dot says that there is something all the same.
Rectangle {
    id: badge

    property int count: 0
    property bool dot: false
    // grey: nobody is told of these
    property bool muted: false

    visible: count > 0 || dot
    height: count > 0 ? Theme.fit(20) : Theme.fit(12)
    width: count > 0 ? Math.max(height, words.implicitWidth + 12) : height
    radius: height / 2
    color: muted ? Theme.textSoft : Theme.accent

    TextLabel {
        id: words
        anchors.centerIn: parent
        visible: badge.count > 0
        text: badge.count > 999 ? "999+" : badge.count
        color: badge.muted ? Theme.pane : Theme.accentInk
        font.pixelSize: Theme.fontTiny
        font.weight: Font.Bold
    }
}
