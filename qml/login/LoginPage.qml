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

    // an error needs the place of the welcome, where the way to the server stands below
    readonly property bool tight: low && server.offered && session.formError.length > 0
    readonly property string serverText: qsTr("Log in to %1").arg(session.serverName)

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
        begin();
        if (server.missing)
            askForServer();
    }

    function begin() {
        if (server.missing)
            go.forceActiveFocus(Qt.TabFocusReason);
        else
            (who.text.length > 0 && password.text.length === 0 ? password : who).forceActiveFocus();
    }

    Connections {
        target: page.server
        function onMissingChanged() {
            page.begin();
        }
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
            height: contentHeight // once it has shrunk
            text: page.session.serverName.length > 0 && page.tight ? page.serverText : qsTr("Welcome to Suhbat")
            font.pixelSize: page.headingSize
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.fontTitle
            wrapMode: page.low ? Text.NoWrap : Text.Wrap
        }
        TextLabel {
            width: parent.width
            visible: page.session.serverName.length > 0 && !page.tight
            text: page.serverText
            color: Theme.textSoft
            elide: Text.ElideMiddle
        }
    }
    Notice {
        objectName: "serverMissing"
        width: parent.width
        text: page.server.missing ? qsTr("Suhbat does not know your server yet. Ask its administrator for the address and the key.") : ""
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
        text: qsTr("Demo: your login is filled in. Just log in: the people there will reply.")
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
        visible: !page.server.missing
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
        visible: !page.server.missing
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
        visible: !page.session.demo && !page.server.missing
        text: qsTr("Stay logged in")
        checked: page.settings.stayLoggedIn
        onToggled: page.settings.stayLoggedIn = checked
    }
    ActionButton {
        id: go
        objectName: "loginSubmit"
        width: parent.width
        implicitHeight: Theme.fit(48)
        text: page.server.missing ? qsTr("Set up the server…") : page.busy ? qsTr("Logging in…") : qsTr("Log in")
        busy: page.busy
        enabled: !page.busy && page.session.waitSeconds === 0
        Keys.onReturnPressed: page.submit()
        onClicked: page.submit()
    }
    LinkButton {
        objectName: "serverButton"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: page.server.offered && !page.server.missing
        enabled: !page.busy
        text: qsTr("Server…")
        onClicked: page.askForServer()
    }
    OnDemandPopup {
        id: serverSheet
        source: Qt.resolvedUrl("ServerSheet.qml")
    }
}
