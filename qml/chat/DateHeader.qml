import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// The day, on a pill above its first message.
Item {
    property alias text: words.text

    objectName: "dateHeader"
    height: Theme.fit(44)

    Rectangle {
        anchors.centerIn: parent
        width: words.width + 24
        height: Theme.fit(26)
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
