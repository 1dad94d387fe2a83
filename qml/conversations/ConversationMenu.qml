pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// What can be done with one conversation in the list.
MenuPanel {
    id: menu

    required property ListFace list
    property string conversationId
    property bool pinned: false
    property bool muted: false
    property bool unread: false

    // where it was clicked; below the row, or where there is no room above it, within `parent`
    function openFor(row: ConversationRow, atX: real, byKeyboard: bool) {
        conversationId = row.conversationId;
        pinned = row.pinned;
        muted = row.muted;
        unread = row.unreadCount > 0 || row.toRead;
        x = Math.max(8, Math.min(atX, parent.width - width - 8));
        const top = row.mapToItem(parent, 0, 0).y;
        const above = top + row.height + implicitHeight > parent.height - 8 && top - implicitHeight >= 8;
        y = above ? top - implicitHeight : Math.max(8, Math.min(top + row.height, parent.height - implicitHeight - 8));
        open();
        readRow.forceActiveFocus(byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason);
    }

    name: qsTr("Conversation menu")
    width: Theme.fit(280)
    body: [
        MenuRow {
            id: readRow
            objectName: "menuRead"
            width: parent.width
            glyph: menu.unread ? "read" : "unread"
            text: menu.unread ? qsTr("Mark as read") : qsTr("Mark as unread")
            KeyNavigation.down: pinRow
            onClicked: {
                menu.close();
                if (menu.unread)
                    menu.list.markRead(menu.conversationId);
                else
                    menu.list.markUnread(menu.conversationId);
            }
        },
        MenuRow {
            id: pinRow
            objectName: "menuPin"
            width: parent.width
            glyph: menu.pinned ? "unpin" : "pin"
            text: menu.pinned ? qsTr("Unpin") : qsTr("Pin to the top")
            KeyNavigation.down: muteRow
            onClicked: {
                menu.close();
                menu.list.setPinned(menu.conversationId, !menu.pinned);
            }
        },
        MenuRow {
            id: muteRow
            objectName: "menuMute"
            width: parent.width
            glyph: menu.muted ? "bell" : "bell-off"
            text: menu.muted ? qsTr("Unmute") : qsTr("Mute")
            onClicked: {
                menu.close();
                menu.list.setMuted(menu.conversationId, !menu.muted);
            }
        }
    ]
}
