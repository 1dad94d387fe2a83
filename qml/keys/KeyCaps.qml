pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// The keys of one way to press a shortcut, side by side.
Row {
    id: row

    required property string way

    spacing: 4

    Repeater {
        model: Keymap.caps(row.way)

        Rectangle {
            id: cap
            required property string modelData

            width: Math.max(height, word.implicitWidth + 14)
            height: Theme.fit(24)
            radius: 7
            color: Theme.field
            border.width: 1
            border.color: Theme.fieldBorder

            TextLabel {
                id: word
                anchors.centerIn: parent
                text: cap.modelData
                font.pixelSize: Theme.fontSmall
                font.weight: Font.Medium
            }
        }
    }
}
