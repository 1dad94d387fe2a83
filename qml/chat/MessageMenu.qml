pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls

// What one can do with a message. By mouse or by keyboard; only what is possible now is in it.
MenuPanel {
    id: menu

    required property ChatFace chat
    required property MessageActionsFace actions
    property string key
    property string words
    property string selection
    property string link
    property bool troubled: false
    // of the message's files the one that is meant; negative: none, or nobody knows which
    property int file: -1
    property point wanted
    property rect bubble
    // not over the message itself, if there is room near where one clicked
    readonly property point spot: {
        const near = 96;
        if (bubble.bottom - wanted.y <= near && bubble.bottom + height + 12 <= parent.height)
            return Qt.point(wanted.x, bubble.bottom + 4);
        if (wanted.y - bubble.top <= near && bubble.top - height >= 12)
            return Qt.point(wanted.x, bubble.top - height - 4);
        if (bubble.left - width >= 16)
            return Qt.point(bubble.left - width - 8, wanted.y);
        if (bubble.right + width + 16 <= parent.width)
            return Qt.point(bubble.right + 8, wanted.y);
        return wanted;
    }

    signal readersWanted(key: string)
    signal deletionWanted(key: string)
    signal linkWanted(url: string)
    signal saveAsWanted(number: int)

    function openFor(row: MessageRow, atX: real, atY: real, onLink: string, byKeyboard: bool) {
        key = row.key;
        words = row.body;
        selection = row.selectedText;
        link = onLink.length > 0 ? onLink : actions.linkOf(key);
        troubled = row.troubled;
        file = row.fileMeant();
        mayReply = actions.mayReply(key);
        mayEdit = actions.mayEdit(key);
        mayDelete = actions.mayDelete(key);
        mayAskReaders = actions.readers.mayAsk(key);
        wanted = Qt.point(atX, atY);
        bubble = row.bubbleItem.mapToItem(parent, 0, 0, row.bubbleItem.width, row.bubbleItem.height);
        open();
        focusFirst(byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason);
    }

    property bool mayReply: false
    property bool mayEdit: false
    property bool mayDelete: false
    property bool mayAskReaders: false

    x: Math.max(8, Math.min(spot.x, parent.width - width - 8))
    y: Math.max(8, Math.min(spot.y, parent.height - height - 8))
    name: qsTr("Message menu")
    width: 240
    body: [
        MenuRow {
            objectName: "messageReply"
            visible: menu.mayReply
            width: parent.width
            glyph: "reply"
            text: qsTr("Reply")
            onClicked: {
                menu.close();
                menu.actions.startReply(menu.key);
            }
        },
        MenuRow {
            objectName: "messageEdit"
            visible: menu.mayEdit
            width: parent.width
            glyph: "edit"
            text: qsTr("Edit")
            onClicked: {
                menu.close();
                menu.actions.startEdit(menu.key);
            }
        },
        MenuRow {
            objectName: "messageCopy"
            visible: menu.words.length > 0
            width: parent.width
            glyph: "copy"
            text: menu.selection.length > 0 ? qsTr("Copy selection") : qsTr("Copy text")
            onClicked: {
                menu.close();
                menu.actions.copyText(menu.selection.length > 0 ? menu.selection : menu.words);
            }
        },
        MenuRow {
            objectName: "messageOpenLink"
            visible: menu.link.length > 0
            width: parent.width
            glyph: "link"
            text: qsTr("Open link")
            onClicked: {
                menu.close();
                menu.linkWanted(menu.link);
            }
        },
        MenuRow {
            objectName: "messageCopyLink"
            visible: menu.link.length > 0
            width: parent.width
            glyph: "link"
            text: qsTr("Copy link")
            onClicked: {
                menu.close();
                menu.actions.copyText(menu.link);
            }
        },
        MenuRow {
            objectName: "messageSaveAs"
            visible: menu.file >= 0
            width: parent.width
            glyph: "download"
            text: qsTr("Save as…")
            onClicked: {
                const wanted = menu.file;
                menu.close();
                menu.saveAsWanted(wanted);
            }
        },
        MenuRow {
            objectName: "messageReaders"
            visible: menu.mayAskReaders
            width: parent.width
            glyph: "read"
            text: qsTr("Read by")
            onClicked: {
                menu.close();
                menu.readersWanted(menu.key);
            }
        },
        MenuRow {
            objectName: "messageMenuRetry"
            visible: menu.troubled
            width: parent.width
            glyph: "send"
            text: qsTr("Try again")
            onClicked: {
                menu.close();
                menu.chat.retry(menu.key);
            }
        },
        MenuRow {
            objectName: "messageMenuDiscard"
            visible: menu.troubled
            width: parent.width
            glyph: "trash"
            danger: true
            text: qsTr("Discard")
            onClicked: {
                menu.close();
                menu.chat.discard(menu.key);
            }
        },
        MenuRow {
            objectName: "messageDelete"
            visible: menu.mayDelete
            width: parent.width
            glyph: "trash"
            danger: true
            text: qsTr("Delete…")
            onClicked: {
                menu.close();
                menu.deletionWanted(menu.key);
            }
        }
    ]
}
