pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// A few letters and Enter: the conversation that one means. Without letters those that were open last.
NamedPopup {
    id: switcher

    required property App app

    // nobody was found
    signal newChatWanted

    name: qsTr("Go to a conversation")
    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.min(96, 24 + Math.round((parent.height - 480) / 8)) // the field stays, however many there are
    width: Math.min(Theme.fit(480), parent.width - 24)
    height: Math.min(Theme.fit(56) * (found.count > 0 ? Math.min(8, found.count) : 3) + letters.height + 32, parent.height - 48)
    padding: 0
    modal: true
    focus: true
    enter: null
    exit: null
    onAboutToShow: {
        letters.clear();
        switcher.app.list.lookFor("");
        found.currentIndex = 0;
    }
    onOpened: letters.forceActiveFocus(Qt.PopupFocusReason)

    function choose(row: int) {
        const id = switcher.app.list.switcher.idAt(row);
        if (id.length === 0)
            return;
        switcher.close();
        switcher.app.chat.open(id);
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: 20
        color: Theme.raised
        border.width: Theme.dark ? 1 : 0
        border.color: Theme.line
    }

    SearchField {
        id: letters
        objectName: "switcherField"
        x: 12
        y: 12
        width: switcher.availableWidth - 24
        label: qsTr("Go to a conversation")
        placeholderText: qsTr("Who would you like to write to?")
        onTextChanged: {
            switcher.app.list.lookFor(text);
            found.currentIndex = 0;
        }
        onAccepted: switcher.choose(found.currentIndex)
        Keys.onUpPressed: found.currentIndex = Math.max(0, found.currentIndex - 1)
        Keys.onDownPressed: found.currentIndex = Math.min(found.count - 1, found.currentIndex + 1)
    }
    ListView {
        id: found
        objectName: "switcherList"
        anchors.top: letters.bottom
        anchors.topMargin: 8
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12 // above the round corners
        width: switcher.availableWidth
        model: switcher.app.list.switcher
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        cacheBuffer: 0 // rows are made at once: see ConversationList
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Conversations")
        ScrollBar.vertical: ThinScrollBar {}
        CalmWheel {
            view: found
        }

        delegate: PersonRow {
            id: row
            required property int index
            required property string title
            required property int unreadCount
            required isGroup
            required muted

            objectName: "switcherRow"
            width: found.width
            name: title
            unread: unreadCount
            ring: found.currentIndex === index
            onClicked: switcher.choose(row.index)
        }
    }
    Column {
        anchors.centerIn: found
        width: parent.width - 64
        spacing: 12
        visible: found.count === 0

        TextLabel {
            objectName: "switcherEmpty"
            width: parent.width
            text: letters.text.length > 0 ? qsTr("No conversation is called “%1”").arg(letters.text) : qsTr("No conversations yet.")
            color: Theme.textSoft
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        ActionButton {
            objectName: "switcherNewChat"
            x: Math.round((parent.width - width) / 2)
            compact: true
            kind: ActionButton.Tonal
            text: qsTr("Find someone to write to")
            onClicked: {
                switcher.close();
                switcher.newChatWanted();
            }
        }
    }
}
