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
    property bool asking: false

    // the question has moved its answers down
    onContentHeightChanged: {
        if (asking)
            reveal(keep);
    }

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
    Column {
        x: Theme.gapWide
        width: parent.width - x * 2
        spacing: Theme.gapLarge

        TextLabel {
            objectName: "cacheQuestion"
            width: Math.min(parent.width, Theme.fit(560))
            visible: section.asking
            text: qsTr("Remove the downloaded files from this computer? They stay on the server, and are downloaded again when you look at them.")
            wrapMode: Text.Wrap
            Accessible.ignored: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Flow {
            width: parent.width
            spacing: Theme.gapLarge
            // the answers as in every dialog: the way back first
            layoutDirection: section.asking ? Qt.RightToLeft : Qt.LeftToRight

            ActionButton {
                id: empty
                objectName: "cacheEmpty"
                kind: section.asking ? ActionButton.Danger : ActionButton.Tonal
                text: section.asking ? qsTr("Remove") : qsTr("Remove downloaded files…")
                onClicked: {
                    if (section.asking)
                        section.app.files.clear();
                    section.asking = !section.asking;
                    if (section.asking)
                        keep.forceActiveFocus(Qt.TabFocusReason);
                }
            }
            ActionButton {
                id: keep
                objectName: "cacheKeep"
                visible: section.asking
                kind: ActionButton.Quiet
                text: qsTr("Cancel")
                Keys.onEscapePressed: clicked()
                onClicked: {
                    section.asking = false;
                    empty.forceActiveFocus();
                }
            }
        }
    }
}
