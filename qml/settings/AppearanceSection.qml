import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// How the window looks.
SettingsSection {
    id: section

    required property App app

    SettingsGroup {
        title: qsTr("Theme")

        ThemeChoice {
            x: Theme.gapWide
            width: Math.min(parent.width - 2 * x, Theme.fit(320))
            worded: width >= Theme.fit(300)
            settings: section.app.settings
        }
    }
    SettingsGroup {
        title: qsTr("Colour")

        AccentChoice {
            x: Theme.gapWide - 5
            width: parent.width - x
            settings: section.app.settings
        }
    }
    SettingsGroup {
        title: qsTr("Text size")
        note: qsTr("Also by keyboard: Ctrl and plus, Ctrl and minus, Ctrl and 0.")

        SizeStepper {
            x: Theme.gapWide
            settings: section.app.settings
        }
    }
    SettingsGroup {
        title: qsTr("Layout and motion")

        ToggleRow {
            objectName: "compact"
            width: parent.width
            text: qsTr("Compact conversations")
            note: qsTr("Less room between the messages, more of them in sight.")
            checked: section.app.settings.compact
            onToggled: section.app.settings.compact = checked
        }
        ToggleRow {
            objectName: "reduceMotion"
            width: parent.width
            text: qsTr("Reduce motion")
            note: qsTr("Things change at once, without sliding or fading.")
            checked: section.app.settings.reduceMotion
            onToggled: section.app.settings.reduceMotion = checked
        }
    }
}
