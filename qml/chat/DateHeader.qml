import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// The day, on a pill above its first message.
Item {
    property alias text: words.text

    objectName: "dateHeader"
    height: 44

    Rectangle {
        anchors.centerIn: parent
        width: words.width + 24
        height: 26
        radius: 13
        color: Theme.pill

        TextLabel {
            id: words
            anchors.centerIn: parent
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
        }
    }
}
