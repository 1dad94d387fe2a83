import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// Who is logged in, and where.
SettingsSection {
    id: section

    required property App app
    readonly property AccountFace account: app.accountFace

    signal logoutWanted

    Component.onCompleted: account.refresh()

    SettingsGroup {
        title: qsTr("Account")

        FactRow {
            title: qsTr("Name")
            value: section.app.session.userName
        }
        FactRow {
            title: {
                switch (section.app.session.identifierKind) {
                case SessionFace.Phone:
                    return qsTr("Phone number");
                case SessionFace.Email:
                    return qsTr("E-mail");
                default:
                    return qsTr("User name");
                }
            }
            value: PhoneText.readable(section.account.login)
        }
        FactRow {
            title: qsTr("Profile")
            value: section.app.account
        }
        FactRow {
            title: qsTr("Login")
            value: section.account.loginPlace
        }
    }
    SettingsGroup {
        visible: section.account.keepsData

        ToggleRow {
            objectName: "stayLoggedIn"
            width: parent.width
            text: qsTr("Stay logged in")
            note: qsTr("Otherwise you log in again at every start. Messages stay on this computer until you log out.")
            checked: section.app.settings.stayLoggedIn
            onToggled: {
                section.app.settings.stayLoggedIn = checked;
                section.account.refresh();
            }
        }
    }
    SettingsGroup {
        title: qsTr("Server")

        FactRow {
            title: qsTr("Address")
            value: section.account.apiAddress
        }
        FactRow {
            title: qsTr("Live updates")
            value: section.account.socketAddress
        }
        FactRow {
            title: qsTr("Server supports")
            value: section.account.features
        }
    }
    ActionButton {
        objectName: "settingsLogout"
        x: Theme.gapWide
        kind: ActionButton.Tonal
        danger: true
        text: qsTr("Log out")
        onClicked: section.logoutWanted()
    }
}
