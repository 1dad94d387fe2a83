import QtQuick
import Suhbat.App

// Asks before everything of this account goes from this computer.
ConfirmDialog {
    id: dialog

    required property App app
    readonly property int unsent: app.chat.unsentCount

    sheetName: "logoutDialog"
    glyph: "logout"
    title: unsent > 0 ? qsTr("Not everything is sent") : qsTr("Log out?")
    text: unsent > 0 ? qsTr("%n message(s) of yours have not reached the server. Logging out discards them.", "", unsent) : qsTr("Drafts on this computer will be lost.")
    confirmText: unsent > 0 ? qsTr("Discard and log out") : qsTr("Log out")
    cancelText: unsent > 0 ? qsTr("Stay") : qsTr("Cancel")
    confirmButton.objectName: "logoutConfirm"
    cancelButton.objectName: "logoutCancel"
    onConfirmed: {
        if (!app.session.signOut(unsent > 0))
            open();
    }
}
