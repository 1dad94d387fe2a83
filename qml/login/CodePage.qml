pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The second step: six digits that came by SMS. The sixth digit sends them; a new code may be asked for after a while.
LoginFrame {
    id: page

    required property SessionFace session
    readonly property bool busy: session.state === SessionFace.VerifyingCode

    objectName: "codePage"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Confirm it’s you")

    function submit() {
        if (!busy && code.text.length === code.digits)
            session.verifyCode(code.text);
    }
    // The same wrong code again is not worth an attempt: servers count them.
    function submitOnce() {
        if (page.session.codeError.length === 0)
            submit();
    }

    Component.onCompleted: code.forceActiveFocus()
    Keys.onEscapePressed: page.session.backToSignIn()

    Connections {
        target: page.session
        function onStateChanged() {
            if (page.session.state !== SessionFace.CodeNeeded)
                return;
            code.forceActiveFocus();
            code.field.selectAll();
        }
    }

    IconButton {
        objectName: "codeBack"
        x: -10
        label: qsTr("Back")
        glyph: "back"
        onClicked: page.session.backToSignIn()
    }
    Column {
        width: parent.width
        spacing: 8

        TextLabel {
            width: parent.width
            text: qsTr("Confirm it’s you")
            font.pixelSize: page.headingSize
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            text: page.session.codeSentTo.length > 0 ? qsTr("We have sent a code to %1").arg(PhoneText.readable(page.session.codeSentTo)) : qsTr("We have sent you a code")
            color: Theme.textSoft
            wrapMode: Text.Wrap
        }
    }
    Notice {
        objectName: "loginError"
        width: parent.width
        danger: true
        text: page.session.formError
    }
    Column {
        width: parent.width
        spacing: 8

        CodeBoxes {
            id: code
            width: parent.width
            wrong: page.session.codeError.length > 0
            field.readOnly: page.busy
            field.onTextEdited: page.session.clearErrors()
            field.onAccepted: page.submitOnce()
            field.Accessible.description: page.session.codeError
            onCompleted: page.submit()
        }
        // its line is there before it is: nothing moves under the fingers
        Item {
            width: parent.width
            height: Math.max(line.height, wrong.height) - (page.low ? 0 : 8)

            FontMetrics {
                id: line
                font: wrong.font
            }
            TextLabel {
                id: wrong
                objectName: "codeError"
                width: parent.width
                visible: text.length > 0
                text: page.session.codeError
                color: Theme.dangerText
                font.pixelSize: Theme.fontNote
                wrapMode: Text.Wrap
            }
        }
    }
    ActionButton {
        objectName: "codeSubmit"
        width: parent.width
        implicitHeight: Theme.fit(48)
        text: qsTr("Confirm")
        busy: page.busy
        enabled: !page.busy && code.text.length === code.digits
        Keys.onReturnPressed: page.submit()
        onClicked: page.submit()
    }
    LinkButton {
        objectName: "codeResend"
        x: Math.round((parent.width - width) / 2)
        enabled: page.session.resendSeconds <= 0 && !page.busy
        text: page.session.resendSeconds > 0 ? qsTr("Send a new code in %n second(s)", "", page.session.resendSeconds) : qsTr("Send a new code")
        onClicked: page.session.resendCode()
    }
}
