pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls

// The menu of a message and what it asks back. Made when it is wanted first.
Item {
    id: popups

    required property ChatFace chat
    required property MessageActionsFace actions
    required property FilesFace files

    // the message that the menu is about
    readonly property string meantKey: menu.visible ? menu.key : ""

    function openMenu(row: MessageRow, atX: real, atY: real, link: string, byKeyboard: bool) {
        menu.openFor(row, atX, atY, link, byKeyboard);
    }

    function confirmDelete(key: string, words: string) {
        deletion.key = key;
        deletion.quoted = words;
        deletion.open();
    }

    function openLink(url: string) {
        if (actions.openLink(url))
            return;
        leaving.url = url;
        leaving.open();
    }

    MessageMenu {
        id: menu
        parent: popups
        chat: popups.chat
        actions: popups.actions
        onReadersWanted: key => readersDialog.showFor(key)
        onDeletionWanted: key => popups.confirmDelete(key, menu.words)
        onLinkWanted: url => popups.openLink(url)
        onSaveAsWanted: number => popups.files.askWhere(key, number)
    }
    ReadersDialog {
        id: readersDialog
        readers: popups.actions.readers
    }
    ConfirmDialog {
        id: deletion
        property string key

        quotedLines: 2
        sheetName: "deleteDialog"
        glyph: "trash"
        title: qsTr("Delete this message?")
        text: qsTr("It will be deleted for everyone in this conversation. This cannot be undone.")
        confirmText: qsTr("Delete")
        confirmButton.objectName: "deleteConfirm"
        cancelButton.objectName: "deleteCancel"
        onConfirmed: popups.actions.remove(key)
    }
    ConfirmDialog {
        id: leaving
        property string url

        sheetName: "linkDialog"
        glyph: "link"
        danger: false
        title: qsTr("Open this link?")
        text: {
            if (popups.actions.isDisguised(url))
                return qsTr("This address may only look like one you know. Look where it really leads:");
            return qsTr("This link is not encrypted (http): others could read or change what you see there. It leads to:");
        }
        quoted: url
        confirmText: qsTr("Open")
        confirmButton.objectName: "linkConfirm"
        cancelButton.objectName: "linkCancel"
        onConfirmed: popups.actions.openLinkAnyway(url)
    }
}
