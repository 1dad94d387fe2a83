import QtQuick
import Suhbat.Theme

// How many are unread; nothing at zero.
Rectangle {
    property int count: 0

    visible: count > 0
    height: Theme.fit(20)
    width: Math.max(height, words.implicitWidth + 12)
    radius: height / 2
    color: Theme.accent

    TextLabel {
        id: words
        anchors.centerIn: parent
        text: parent.count > 999 ? "999+" : parent.count
        color: Theme.accentInk
        font.pixelSize: Theme.fontTiny
        font.weight: Font.Bold
    }
}
