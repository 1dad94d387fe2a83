import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// From here on it is new.
Item {
    objectName: "unreadDivider"
    height: Theme.fit(40)

    Rectangle {
        y: parent.height / 2
        width: words.x - 12
        height: 1
        color: Theme.warm
    }
    TextLabel {
        id: words
        anchors.centerIn: parent
        text: qsTr("New messages")
        color: Theme.warmText
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
    }
    Rectangle {
        x: words.x + words.width + 12
        y: parent.height / 2
        width: parent.width - x
        height: 1
        color: Theme.warm
    }
}
