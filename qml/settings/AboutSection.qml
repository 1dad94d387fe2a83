import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// Which Suhbat this is.
SettingsSection {
    id: section

    required property App app

    Row {
        x: Theme.gapWide
        spacing: Theme.gapLarge

        Image {
            source: Qt.resolvedUrl("../Controls/icons/mark.svg")
            sourceSize.width: 64
            sourceSize.height: 64
            Accessible.ignored: true
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: section.width - 2 * Theme.gapWide - 64 - Theme.gapLarge

            TextLabel {
                text: "Suhbat"
                font.pixelSize: Theme.fontHeading
                font.weight: Font.DemiBold
            }
            TextLabel {
                width: parent.width
                text: qsTr("Good conversation, every day.")
                color: Theme.textSoft
                wrapMode: Text.Wrap
            }
        }
    }
    SettingsGroup {
        FactRow {
            objectName: "aboutVersion"
            title: qsTr("Version")
            value: section.app.settingsFace.version
        }
        FactRow {
            title: "Qt"
            value: section.app.settingsFace.qtVersion
        }
        FactRow {
            title: qsTr("System")
            value: section.app.settingsFace.system
        }
        FactRow {
            title: qsTr("Licence")
            value: qsTr("MIT: free to use, change and pass on")
        }
    }
}
