pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// What ":name" may become, over the field while one writes it. The keyboard stays in the field, which
// hands its keys here first.
Rectangle {
    id: box

    required property EmojiFace emoji
    readonly property bool offering: emoji.completedFrom >= 0

    signal chosen(text: string)

    function choose(row: int) {
        const text = emoji.completions.emojiAt(row);
        if (text.length > 0)
            chosen(text);
    }

    objectName: "emojiCompletion"
    visible: offering
    height: list.count * list.row + 12
    radius: 16
    color: Theme.raised
    border.width: 1
    border.color: Theme.line
    onOfferingChanged: list.currentIndex = 0
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.ShiftModifier))
            return;
        event.accepted = true;
        if (event.key === Qt.Key_Down)
            list.currentIndex = (list.currentIndex + 1) % list.count;
        else if (event.key === Qt.Key_Up)
            list.currentIndex = (list.currentIndex + list.count - 1) % list.count;
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Tab)
            box.choose(list.currentIndex);
        else if (event.key === Qt.Key_Escape)
            box.emoji.endCompletion();
        else
            event.accepted = false;
    }

    ListView {
        id: list
        readonly property int row: Theme.fit(36)
        anchors.fill: parent
        anchors.margins: 6
        interactive: false
        model: box.emoji.completions
        onModelChanged: currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Emoji")
        delegate: Rectangle {
            id: line
            required property int index
            required property string emoji
            required property string name
            objectName: "emojiCompletionRow"
            width: list.width
            height: list.row
            radius: 10
            color: ListView.isCurrentItem ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: name

            TextLabel {
                x: 8
                anchors.verticalCenter: parent.verticalCenter
                text: line.emoji.replace(/\ufe0f/g, "") // see EmojiCell
                font.family: "Noto Color Emoji"
                font.pixelSize: Theme.fit(20)
            }
            TextLabel {
                x: Theme.fit(28) + 16
                width: parent.width - x - 8
                anchors.verticalCenter: parent.verticalCenter
                text: line.name
                // of "man in a wheelchair, right" both ends tell
                elide: Text.ElideMiddle
            }
            TapHandler {
                onTapped: box.choose(line.index)
            }
            HoverHandler {
                id: hover
            }
        }
    }
}
