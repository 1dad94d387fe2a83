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

    function openMenu(row: MessageRow, atX: real, atY: real, link: string, byKeyboard: bool) {
        menu.openFor(row, atX, atY, link, byKeyboard);
    }

    function confirmDelete(key: string) {
        deletion.key = key;
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
        onDeletionWanted: key => popups.confirmDelete(key)
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

        sheetName: "deleteDialog"
        glyph: "trash"
        title: qsTr("Delete this message?")
        text: qsTr("It goes for everybody in this conversation, and nobody can bring it back.")
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
        text: qsTr("The connection there is not secure, or the address may look like another one. It leads to:")
        quoted: url
        confirmText: qsTr("Open")
        confirmButton.objectName: "linkConfirm"
        cancelButton.objectName: "linkCancel"
        onConfirmed: popups.actions.openLinkAnyway(url)
    }
}
