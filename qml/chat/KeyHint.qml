import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// A key and what it does.
Row {
    id: hint

    required property string keys
    required property string does

    // what the key takes, and what all of them take that stand below one another
    readonly property int own: cap.width
    property int column: own

    spacing: 10

    Item {
        width: hint.column
        height: cap.height

        Rectangle {
            id: cap
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
    }
    TextLabel {
        anchors.verticalCenter: parent.verticalCenter
        text: hint.does
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
    }
}
