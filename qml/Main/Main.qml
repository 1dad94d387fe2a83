pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// The one window: which page is up follows from the session's state; dialog and snackbar lie over every page.
ApplicationWindow {
    id: window

    enum Page { Start, Keyring, Login, Code, Chat }

    required property App app
    readonly property int page: {
        if (app.keeper.phase !== SessionKeeper.Idle)
            return app.keeper.phase === SessionKeeper.Reading ? Main.Start : Main.Keyring;
        switch (app.session.state) {
        case SessionFace.Starting:
            return app.server.missing ? Main.Login : Main.Start;
        case SessionFace.SignedOut:
        case SessionFace.SigningIn:
            return Main.Login;
        case SessionFace.CodeNeeded:
        case SessionFace.VerifyingCode:
            return Main.Code;
        default:
            return Main.Chat;
        }
    }
    readonly property int unread: app.session.state === SessionFace.SignedIn ? app.chat.unreadTotal : 0

    // Not beyond the screen; the frame and a panel want some of it too.
    width: Math.max(minimumWidth, Math.min(1080, Screen.desktopAvailableWidth))
    height: Math.max(minimumHeight, Math.min(720, Screen.desktopAvailableHeight - 40))
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    // Ends with the program's name: else Qt puts it behind once more.
    title: (app.account.length > 0 ? app.account + " – " : "") + (unread > 0 ? "(" + unread + ") Suhbat" : "Suhbat")
    locale: Qt.locale(app.settings.language) // qmllint disable
    color: Theme.pane
    palette.window: Theme.pane
    palette.windowText: Theme.text
    palette.text: Theme.text
    // for what is not ours: Qt's file dialog, where the desktop has none
    palette.base: Theme.field
    palette.button: Theme.pressed
    palette.buttonText: Theme.text
    palette.light: Theme.raised
    palette.midlight: Theme.hover
    palette.mid: Theme.fieldBorder
    palette.dark: Theme.line
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.text
    palette.placeholderText: Theme.textSoft

    onPageChanged: pages.show()
    onClosing: close => close.accepted = window.app.desktop.mayClose()
    Component.onCompleted: pages.show()

    Looks {
        settings: window.app.settings
    }
    Binding {
        target: window.app.chat
        property: "windowActive"
        value: window.active && !settings.opened
    }

    Connections {
        target: window.app.desktop
        function onTrayQuestion() {
            trayQuestion.open({"desktop": window.app.desktop});
        }
    }
    OnDemandPopup {
        id: trayQuestion
        source: Qt.resolvedUrl("TrayQuestion.qml")
    }

    Banner {
        id: insecure
        objectName: "insecureBanner"
        width: parent.width
        danger: true
        glyph: "alert"
        shown: window.app.insecureTls
        text: qsTr("Certificates are not checked (--insecure-tls): others may read along.")
    }
    Banner {
        id: loginInFile
        objectName: "loginInFileBanner"
        anchors.top: insecure.bottom
        width: parent.width
        glyph: "lock"
        maximumLines: 6
        shown: window.app.loginInFile && window.page === Main.Chat
        text: qsTr("Your login is stored in a file that only you can read, because this computer has no keyring running. To store it in one, install GNOME Keyring or KWallet.")
        actionText: qsTr("Got it")
        action.objectName: "loginInFileUnderstood"
        onActed: window.app.loginInFileUnderstood()
    }
    // By URL: the Loader of Qt 6.4 takes no components of a file with bound ones.
    Loader {
        id: pages
        anchors.top: loginInFile.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true

        function show() {
            const session = window.app.session;
            const settings = window.app.settings;
            switch (window.page) {
            case Main.Keyring:
                return setSource(Qt.resolvedUrl("Login/KeyringPage.qml"), {"keeper": window.app.keeper, "settings": settings});
            case Main.Login:
                return setSource(Qt.resolvedUrl("Login/LoginPage.qml"), {"session": session, "settings": settings, "server": window.app.server});
            case Main.Code:
                return setSource(Qt.resolvedUrl("Login/CodePage.qml"), {"session": session, "settings": settings});
            case Main.Chat:
                return setSource(Qt.resolvedUrl("ChatPage.qml"), {"app": window.app});
            default:
                return setSource(Qt.resolvedUrl("StartPage.qml"));
            }
        }
    }
    SettingsHost {
        id: settings
        app: window.app
        usable: window.page === Main.Chat
    }
    Snackbar {
        notices: window.app.notices
        // never over the newest message: in the chat below its header
        readonly property ChatPage chat: pages.item as ChatPage
        x: Math.round((chat ? chat.chatCentre : parent.width / 2) - width / 2)
        y: chat ? pages.y + chat.underHeader : parent.height - height - 24
        room: chat ? chat.chatWidth : parent.width
    }
    ErrorDialog {
        notices: window.app.notices
    }
}
