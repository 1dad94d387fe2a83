import QtQuick
import Suhbat.App
import Suhbat.Keys
import Suhbat.Theme

// What the keyboard does, and the one key that people want differently.
SettingsSection {
    id: section

    required property App app
    readonly property Settings settings: app.settings

    SettingsGroup {
        title: qsTr("Sending")

        RadioRow {
            objectName: "sendWithEnter"
            text: qsTr("Enter sends")
            note: qsTr("Shift+Enter begins a new line.")
            chosen: !section.settings.sendWithCtrlEnter
            onClicked: section.settings.sendWithCtrlEnter = false
        }
        RadioRow {
            objectName: "sendWithCtrlEnter"
            text: qsTr("Ctrl+Enter sends")
            note: qsTr("Enter begins a new line.")
            chosen: section.settings.sendWithCtrlEnter
            onClicked: section.settings.sendWithCtrlEnter = true
        }
    }
    ShortcutList {
        x: Theme.gapWide
        width: parent.width - 2 * x
    }
}
