import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// When Suhbat calls, and how loudly.
SettingsSection {
    id: section

    required property App app
    readonly property Settings settings: app.settings
    readonly property bool tray: app.desktop.hasTray
    // when the silence ends by itself
    readonly property string until: app.desktop.quiet.untilText

    SettingsGroup {
        title: qsTr("New messages")

        ToggleRow {
            objectName: "notify"
            width: parent.width
            text: qsTr("Show notifications")
            checked: section.settings.notify
            onToggled: section.settings.notify = checked
        }
        ToggleRow {
            objectName: "notifyPreview"
            width: parent.width
            enabled: section.settings.notify
            text: qsTr("Show sender and text")
            note: qsTr("Otherwise a notification only says that there is a new message.")
            checked: section.settings.notifyPreview
            onToggled: section.settings.notifyPreview = checked
        }
        ToggleRow {
            objectName: "notifySound"
            width: parent.width
            enabled: section.settings.notify
            text: qsTr("Play a sound")
            checked: section.settings.notifySound
            onToggled: section.settings.notifySound = checked
        }
    }
    SettingsGroup {
        title: qsTr("Do not disturb")

        ToggleRow {
            id: silent
            objectName: "doNotDisturb"
            width: parent.width
            height: Math.max(implicitHeight, unlimited.implicitHeight)
            text: qsTr("Do not disturb")
            note: {
                if (section.until.length > 0)
                    return qsTr("No notifications and no sound until %1. Messages still arrive and are counted.").arg(section.until);
                return unlimited.note;
            }
            checked: section.settings.doNotDisturb
            onToggled: section.settings.doNotDisturb = checked

            // the longer of its two notes, so that nothing below moves
            ToggleRow {
                id: unlimited
                visible: false
                width: parent.width
                text: silent.text
                note: qsTr("No notifications and no sound until you switch this off. Messages still arrive and are counted.")
            }
        }
        Item {
            width: 1
            height: Theme.gap
        }
        ActionButton {
            objectName: "quietHour"
            x: Theme.gapWide
            enabled: section.until.length === 0
            compact: true
            kind: ActionButton.Tonal
            text: qsTr("Do not disturb for an hour")
            onClicked: {
                section.app.desktop.quiet.begin();
                silent.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    SettingsGroup {
        title: qsTr("System tray")
        note: section.tray ? "" : qsTr("This desktop has no system tray, so closing the window quits Suhbat.")

        ToggleRow {
            objectName: "closeToTray"
            width: parent.width
            enabled: section.tray
            text: qsTr("Keep running when the window is closed")
            checked: section.tray && section.settings.closeToTray
            onToggled: section.settings.closeToTray = checked
        }
        ToggleRow {
            objectName: "startInTray"
            width: parent.width
            enabled: section.tray
            text: qsTr("Start without a window")
            checked: section.tray && section.settings.startInTray
            onToggled: section.settings.startInTray = checked
        }
    }
}
