pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Somebody is logged in, but the keyring of the system does not give the login: unlock it, or log in anew.
LoginFrame {
    id: page

    required property SessionKeeper keeper
    readonly property bool asks: keeper.phase === SessionKeeper.Asking
    readonly property bool away: keeper.phase === SessionKeeper.Away

    objectName: "keyringPage"
    Accessible.role: Accessible.Pane
    Accessible.name: heading.text

    Component.onCompleted: (asks ? instead : unlock).forceActiveFocus(Qt.TabFocusReason)

    Icon {
        x: -6 // the drawing's own margin
        glyph: "lock"
        size: 40
        color: Theme.accentText
    }
    Column {
        width: parent.width
        spacing: 8

        TextLabel {
            id: heading
            width: parent.width
            text: page.asks ? qsTr("Waiting for your keyring") : page.away ? qsTr("Your keyring is not running") : qsTr("Your keyring is locked")
            font.pixelSize: page.headingSize
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        TextLabel {
            objectName: "keyringText"
            width: parent.width
            text: {
                if (page.asks)
                    return qsTr("Your login is stored in the keyring of this computer, which is asking for its password. Suhbat continues as soon as it is unlocked.");
                if (page.away)
                    return qsTr("You are still logged in, but the keyring that stores your login is not running on this computer. Start it, then try again.");
                return qsTr("You are still logged in, but the keyring that stores your login is locked. Unlock it to continue.");
            }
            color: Theme.textSoft
            wrapMode: Text.Wrap
        }
    }
    Item {
        width: parent.width
        height: 24
        visible: page.asks

        BusyDots {
            running: page.asks
        }
    }
    Column {
        width: parent.width
        spacing: 8

        ActionButton {
            id: unlock
            objectName: "keyringUnlock"
            width: parent.width
            implicitHeight: Theme.fit(48)
            visible: !page.asks
            text: page.away ? qsTr("Try again") : qsTr("Unlock")
            Keys.onReturnPressed: page.keeper.retry()
            onClicked: page.keeper.retry()
        }
        ActionButton {
            id: instead
            objectName: "keyringLogIn"
            width: parent.width
            implicitHeight: Theme.fit(48)
            kind: ActionButton.Quiet
            text: qsTr("Log in instead")
            Keys.onReturnPressed: page.keeper.logInInstead()
            onClicked: page.keeper.logInInstead()
        }
    }
}
