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
    width: cell * 8 + 24
    height: Math.min(380, (parent?.Window.window?.height ?? 480) - 146)
    padding: 12
    bottomPadding: 1
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

    SearchField {
        id: search
        objectName: "emojiSearch"
        clearName: "emojiSearchClear"
        width: parent.width
        label: qsTr("Search emoji")
        placeholderText: qsTr("Search emoji")
        onTextChanged: {
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
        bottomMargin: 8
        clip: true
        cellWidth: picker.cell
        cellHeight: picker.cell
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        model: picker.emoji.list
        ScrollBar.vertical: ThinScrollBar {}
        CalmWheel {
            view: grid
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Emoji")
        Keys.onReturnPressed: picker.choose(currentIndex)
        Keys.onEnterPressed: picker.choose(currentIndex)
        delegate: EmojiCell {
            width: picker.cell
            height: picker.cell
            // while one searches, Enter takes the first
            current: GridView.isCurrentItem && (grid.activeFocus || search.activeFocus && tabs.current === -2)
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
