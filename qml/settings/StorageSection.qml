import QtQuick
import Suhbat.App

// What lies on this computer.
SettingsSection {
    id: section

    required property App app
    readonly property AccountFace account: app.accountFace

    Component.onCompleted: account.refresh()

    SettingsGroup {
        title: qsTr("On this computer")
        note: {
            if (!section.account.keepsData)
                return qsTr("Nothing is kept on this computer in this run: everything is gone when Suhbat is closed.");
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
}
