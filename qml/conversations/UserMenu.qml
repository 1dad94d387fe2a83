pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Who I am here, how the window looks, and the way out.
MenuPanel {
    id: menu

    required property App app

    name: qsTr("Menu")
    width: Theme.fit(280)
    body: [
        Item {
            width: parent.width
            height: Math.max(64, who.height + where.height + 22)

            Avatar {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                size: 44
                initials: menu.app.session.userInitials
                colorIndex: menu.app.session.userColorIndex
            }
            TextLabel {
                id: who
                x: 68
                y: Math.round((parent.height - height - where.height - 2) / 2)
                width: parent.width - x - 12
                text: menu.app.session.userName
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
            TextLabel {
                id: where
                x: 68
                y: who.y + who.height + 2
                width: parent.width - x - 12
                text: menu.app.session.serverName
                color: Theme.textSoft
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideMiddle
            }
        },
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        },
        TextLabel {
            leftPadding: 12
            topPadding: 12
            bottomPadding: 6
            text: qsTr("Theme")
            color: Theme.textSoft
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
        },
        ThemeChoice {
            x: 12
            width: parent.width - 24
            settings: menu.app.settings
        },
        TextLabel {
            leftPadding: 12
            topPadding: 12
            bottomPadding: 6
            text: qsTr("Language")
            color: Theme.textSoft
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
        },
        LanguageChoice {
            x: 12
            width: parent.width - 24
            settings: menu.app.settings
        },
        Item {
            width: 1
            height: 8
        },
        ToggleRow {
            objectName: "menuDoNotDisturb"
            width: parent.width
            // with room for until when, so that nothing moves under the mouse
            height: Math.max(implicitHeight, Theme.fit(56))
            text: qsTr("Do not disturb")
            note: menu.app.desktop.quiet.untilText.length > 0 ? qsTr("Until %1").arg(menu.app.desktop.quiet.untilText) : ""
            checked: menu.app.settings.doNotDisturb
            onToggled: menu.app.settings.doNotDisturb = checked
        },
        MenuRow {
            objectName: "settingsButton"
            width: parent.width
            glyph: "settings"
            text: qsTr("Settings")
            onClicked: {
                menu.close();
                menu.app.settingsFace.show(SettingsFace.Appearance);
            }
        },
        MenuRow {
            objectName: "logoutButton"
            width: parent.width
            glyph: "logout"
            danger: true
            text: qsTr("Log out")
            onClicked: {
                menu.close();
                confirm.open();
            }
        }
    ]

    LogoutDialog {
        id: confirm
        app: menu.app
    }
}
