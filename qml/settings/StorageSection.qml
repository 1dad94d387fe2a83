pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// What lies on this computer.
SettingsSection {
    id: section

    required property App app
    readonly property AccountFace account: app.accountFace

    Component.onCompleted: {
        account.refresh();
        app.files.measure();
    }

    SettingsGroup {
        title: qsTr("On this computer")
        note: {
            if (!section.account.keepsData)
                return qsTr("Nothing stays on this computer after this run: everything is removed when Suhbat is closed.");
            return qsTr("Conversations, drafts and unsent messages are kept for you alone, so that Suhbat opens at once and without a connection. Logging out removes all of it.");
        }

        FactRow {
            objectName: "keptSize"
            title: qsTr("Size")
            value: section.account.keptSize
        }
        FactRow {
            title: qsTr("Folder")
            value: section.account.folder
        }
        FactRow {
            title: qsTr("Settings")
            value: section.account.settingsFile
        }
    }
    SettingsGroup {
        title: qsTr("Pictures and files")
        note: {
            if (!section.account.keepsData)
                return qsTr("Downloaded pictures and files stay until Suhbat is closed, 256 MB at most.");
            return qsTr("Downloaded pictures and files are kept on this computer, 256 MB at most, so that they need not be downloaded twice.");
        }

        FactRow {
            objectName: "cachedSize"
            title: qsTr("Size")
            value: section.app.files.keptText
        }
    }
    ActionButton {
        id: empty
        objectName: "cacheEmpty"
        x: Theme.gapWide
        kind: ActionButton.Tonal
        text: qsTr("Remove downloaded files…")
        onClicked: question.open()
    }

    ConfirmDialog {
        id: question
        sheetName: "cacheQuestion"
        glyph: "trash"
        title: qsTr("Remove the downloaded files?")
        text: qsTr("They stay on the server, and are downloaded again when you look at them.")
        confirmText: qsTr("Remove")
        confirmButton.objectName: "cacheRemove"
        cancelButton.objectName: "cacheKeep"
        onConfirmed: section.app.files.clear()
        onClosed: empty.forceActiveFocus()
    }
}
