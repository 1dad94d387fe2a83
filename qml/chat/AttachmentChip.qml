import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// A file that came along: its name and size.
Rectangle {
    id: chip

    required property string name
    required property string size
    property bool own: false
    // how much of it has gone out, 0 to 1; negative: it is not on its way
    property real progress: -1

    height: 52
    radius: 12
    color: own ? "#22ffffff" : Theme.field
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("File %1, %2").arg(name).arg(size)

    Rectangle {
        x: 8
        y: 8
        width: 36
        height: 36
        radius: 10
        color: chip.own ? "#2effffff" : Theme.accent

        Icon {
            anchors.centerIn: parent
            glyph: "file"
            color: chip.own ? Theme.bubbleOwnText : Theme.accentInk
        }
    }
    TextLabel {
        x: 54
        y: chip.size.length > 0 ? 7 : 16
        width: parent.width - x - 12
        text: chip.name
        color: chip.own ? Theme.bubbleOwnText : Theme.text
        font.pixelSize: 14
        font.weight: Font.Medium
        elide: Text.ElideMiddle
    }
    TextLabel {
        x: 54
        y: 27
        text: chip.size
        color: chip.own ? Theme.bubbleOwnMeta : Theme.textSoft
        font.pixelSize: Theme.fontSmall
    }
    Rectangle {
        objectName: "uploadProgress"
        visible: chip.progress >= 0
        x: 12
        y: chip.height - 5
        width: (chip.width - 24) * Math.max(0, chip.progress)
        height: 3
        radius: 1.5
        color: chip.own ? Theme.bubbleOwnText : Theme.accent
    }
}
