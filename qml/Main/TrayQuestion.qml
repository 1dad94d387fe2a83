pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// Said once: closing the window leaves the program in the tray. Esc leaves the window open.
DialogFrame {
    id: question

    required property DesktopFace desktop

    sheetName: "trayQuestion"
    glyph: "chat"
    danger: false
    title: qsTr("Suhbat keeps running in the tray")
    onOpened: stay.forceActiveFocus(Qt.TabFocusReason)

    body: TextLabel {
        width: parent.width
        text: qsTr("The window closes, and new messages still reach you. To open it again, click the icon in the tray; to quit, choose Quit in its menu.")
        color: Theme.textSoft
        wrapMode: Text.Wrap
    }
    actions: [
        ActionButton {
            id: stay
            objectName: "trayKeepRunning"
            text: qsTr("Keep running")
            Keys.onEscapePressed: question.close()
            onClicked: {
                question.close();
                question.desktop.keepRunning();
            }
        },
        ActionButton {
            objectName: "trayQuit"
            kind: ActionButton.Quiet
            text: qsTr("Quit instead")
            Keys.onEscapePressed: question.close()
            onClicked: {
                question.close();
                question.desktop.quitInstead();
            }
        }
    ]
}
