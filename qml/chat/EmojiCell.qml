import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// One emoji of the picker.
AbstractButton {
    id: cell

    required property int index
    required property string emoji
    required property string name
    property bool current: false

    signal chosen(row: int)

    objectName: "emojiCell"
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: cell.clicked()
    onClicked: chosen(index)
    contentItem: TextLabel {
        // without the selectors of its look, which part in two what is joined
        text: cell.emoji.replace(/\ufe0f/g, "")
        // at once, not after the words' font: it draws what is joined of several as one
        font.family: "Noto Color Emoji"
        font.pixelSize: Theme.fit(22)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: 10
        color: cell.down ? Theme.pressed : cell.hovered ? Theme.hover : "transparent"
        border.width: cell.current ? 2 : 0
        border.color: Theme.accent
    }
    Tip {
        text: cell.name
        shown: cell.hovered
    }
}
