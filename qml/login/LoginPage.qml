pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Who are you? Enter goes on: from the first field to the second, from the second to the server.
LoginFrame {
    id: page

    required property SessionFace session
    required property ServerFace server
    readonly property bool busy: session.state === SessionFace.SigningIn

    objectName: "loginPage"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Log in")

    function submit() {
        if (server.missing)
            askForServer();
        else if (!busy)
            session.signIn(who.value, password.text);
    }

    function askForServer() {
        serverSheet.open({"server": server});
    }

    Component.onCompleted: {
        who.put(session.identifier);
        password.text = session.password;
        (who.text.length > 0 && password.text.length === 0 ? password : who).forceActiveFocus();
        if (server.missing)
            askForServer();
    }

    Connections {
        target: page.session
        function onSignInWanted() {
            page.submit();
        }
        function onIdentifierChanged() {
            who.put(page.session.identifier);
        }
        function onPasswordChanged() {
            password.text = page.session.password;
        }
        function onStateChanged() {
            if (page.session.state !== SessionFace.SignedOut)
                return;
            const field = page.session.identifierError.length > 0 ? who : password;
            field.forceActiveFocus();
            field.field.selectAll();
        }
    }

    Column {
        width: parent.width
        spacing: 8

        Image {
            visible: !page.wide && !page.low
            source: Qt.resolvedUrl("../Controls/icons/mark.svg")
            sourceSize.width: 56
            sourceSize.height: 56
            Accessible.ignored: true
        }
        TextLabel {
            width: parent.width
            text: qsTr("Welcome to Suhbat")
            font.pixelSize: page.low ? Theme.fit(22) : Theme.fontDisplay
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            visible: page.session.serverName.length > 0
            text: qsTr("Log in to %1").arg(page.session.serverName)
            color: Theme.textSoft
            elide: Text.ElideMiddle
        }
    }
    Notice {
        objectName: "serverMissing"
        width: parent.width
        text: page.server.missing ? qsTr("Suhbat does not know your server yet. Choose “Server…” below.") : ""
        glyph: "server"
    }
    Notice {
        width: parent.width
        text: page.session.endedText
        glyph: "clock"
    }
    Notice {
        width: parent.width
        visible: page.session.demo && page.session.formError.length === 0
        text: qsTr("Demo: the account is filled in already. Just log in; the people there answer.")
        glyph: "chat"
    }
    Notice {
        objectName: "loginError"
        width: parent.width
        danger: true
        text: page.session.formError
    }
    IdentifierField {
        id: who
        width: parent.width
        kind: page.session.identifierKind
        error: page.session.identifierError
        wrong: error.length > 0 || page.session.refused
        field.objectName: "loginIdentifier"
        field.readOnly: page.busy
        field.onTextEdited: page.session.clearErrors()
        field.onAccepted: password.text.length > 0 ? page.submit() : password.forceActiveFocus()
    }
    InputField {
        id: password
        width: parent.width
        label: qsTr("Password")
        error: page.session.passwordError
        wrong: error.length > 0 || page.session.refused
        field.objectName: "loginPassword"
        field.readOnly: page.busy
        field.echoMode: eye.shown ? TextInput.Normal : TextInput.Password
        field.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        field.onTextEdited: page.session.clearErrors()
        field.onAccepted: page.submit()
        trailing: IconButton {
            id: eye
            property bool shown: false
            objectName: "showPassword"
            label: shown ? qsTr("Hide password") : qsTr("Show password")
            glyph: shown ? "eye-off" : "eye"
            onClicked: shown = !shown
        }
    }
    ToggleRow {
        objectName: "stayLoggedIn"
        x: -Theme.gapWide
        width: parent.width + 2 * Theme.gapWide
        visible: !page.session.demo
        text: qsTr("Stay logged in")
        checked: page.settings.stayLoggedIn
        onToggled: page.settings.stayLoggedIn = checked
    }
    ActionButton {
        objectName: "loginSubmit"
        width: parent.width
        implicitHeight: Theme.fit(48)
        text: page.busy ? qsTr("Logging in…") : qsTr("Log in")
        busy: page.busy
        enabled: !page.busy && page.session.waitSeconds === 0
        Keys.onReturnPressed: page.submit()
        onClicked: page.submit()
    }
    LinkButton {
        objectName: "serverButton"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: page.server.offered
        enabled: !page.busy
        text: qsTr("Server…")
        onClicked: page.askForServer()
    }
    OnDemandPopup {
        id: serverSheet
        source: Qt.resolvedUrl("ServerSheet.qml")
    }
}
