import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// A key and what it does.
Row {
    id: hint

    required property string keys
    required property string does

    spacing: 10

    Rectangle {
        width: word.width + 16
        height: Theme.fit(24)
        radius: 7
        color: Theme.pill

        TextLabel {
            id: word
            anchors.centerIn: parent
            text: hint.keys
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
        }
    }
    TextLabel {
        anchors.verticalCenter: parent.verticalCenter
        text: hint.does
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
    }
}
