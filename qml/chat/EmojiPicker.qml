pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// All emoji by group, and a search by name in any of our languages. Arrows move, Enter takes.
NamedPopup {
    id: picker

    required property EmojiFace emoji
    readonly property int cell: Theme.fit(40)
    property int group: 0

    signal chosen(text: string)

    function show(which: int) {
        group = which;
        search.clear();
        emoji.showGroup(which);
        grid.currentIndex = 0;
    }

    function choose(row: int) {
        const text = emoji.list.emojiAt(row);
        if (text.length === 0)
            return;
        close();
        chosen(text);
    }

    name: qsTr("Emoji")
    width: cell * 8 + 28
    height: Math.min(380, (parent?.Window.window?.height ?? 480) - 120)
    padding: 12
    margins: 6
    focus: true
    enter: null
    exit: null
    onOpened: {
        show(emoji.hasRecent() ? -1 : 0);
        search.forceActiveFocus(Qt.PopupFocusReason);
    }
    background: Rectangle {
        objectName: "emojiPicker"
        radius: 16
        color: Theme.raised
        border.width: 1
        border.color: Theme.line
    }

    TextField {
        id: search
        objectName: "emojiSearch"
        width: parent.width
        height: Theme.fit(40)
        leftPadding: 14
        color: Theme.text
        placeholderText: qsTr("Search emoji")
        placeholderTextColor: Theme.textSoft
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.pixelSize: Theme.fontBody
        verticalAlignment: TextInput.AlignVCenter
        Accessible.name: qsTr("Search emoji")
        background: Rectangle {
            radius: height / 2
            color: Theme.field
            border.width: search.activeFocus ? 2 : 1
            border.color: search.activeFocus ? Theme.accent : Theme.fieldBorder
        }
        onTextEdited: {
            if (text.trim().length > 0)
                picker.emoji.search(text);
            else
                picker.emoji.showGroup(picker.group);
            grid.currentIndex = 0;
        }
        Keys.onDownPressed: grid.forceActiveFocus(Qt.TabFocusReason)
        Keys.onReturnPressed: picker.choose(grid.currentIndex)
        Keys.onEnterPressed: picker.choose(grid.currentIndex)
    }
    EmojiGroups {
        id: tabs
        y: search.height + 8
        width: parent.width
        height: Theme.fit(32)
        current: search.text.trim().length > 0 ? -2 : picker.group
        onChosen: group => picker.show(group)
    }
    GridView {
        id: grid
        objectName: "emojiGrid"
        y: tabs.y + tabs.height + 8
        width: picker.cell * 8
        height: parent.height - y
        clip: true
        cellWidth: picker.cell
        cellHeight: picker.cell
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        model: picker.emoji.list
        ScrollBar.vertical: ThinScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Emoji")
        Keys.onReturnPressed: picker.choose(currentIndex)
        Keys.onEnterPressed: picker.choose(currentIndex)
        delegate: EmojiCell {
            width: picker.cell
            height: picker.cell
            current: GridView.isCurrentItem && grid.activeFocus
            onChosen: row => picker.choose(row)
        }
    }
    TextLabel {
        anchors.horizontalCenter: grid.horizontalCenter
        y: grid.y + 32
        visible: grid.count === 0
        text: qsTr("No emoji is called that.")
        color: Theme.textSoft
    }
}
