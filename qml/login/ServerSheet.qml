pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Which server to log in to. Enter keeps it; Esc leaves everything as it was.
DialogFrame {
    id: sheet

    required property ServerFace server
    readonly property bool fixed: server.fixedText.length > 0
    readonly property int room: parent ? parent.height : 0

    sheetName: "serverSheet"
    glyph: "server"
    glyphShown: room >= Theme.fit(560) // the fields need the place more
    danger: false
    title: qsTr("Server")

    function submit() {
        if (server.choose(api.text, socket.text, key.text))
            close();
        else
            (server.apiError.length > 0 ? api : server.socketError.length > 0 ? socket : key).forceActiveFocus();
    }

    onAboutToShow: {
        server.refresh();
        api.text = server.api;
        socket.text = server.socket;
        key.text = server.appKey;
        form.contentY = 0;
    }
    onOpened: {
        if (fixed)
            cancel.forceActiveFocus(Qt.TabFocusReason);
        else
            api.forceActiveFocus(Qt.TabFocusReason);
    }

    body: Flickable {
        id: form
        width: parent.width
        height: Math.max(0, Math.min(fields.height, sheet.room - Theme.fit(44) - (sheet.glyphShown ? 182 : 126)))
        contentHeight: fields.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        function show(line: Item) {
            if (line.activeFocus)
                contentY = Math.max(0, Math.min(line.y, contentHeight - height));
        }

        Column {
            id: fields
            width: parent.width
            spacing: sheet.glyphShown ? 12 : 8

            TextLabel {
                objectName: "serverReason"
                width: parent.width
                visible: sheet.server.missing
                text: qsTr("Suhbat does not know your server yet. Whoever runs it can tell you its address and key.")
                color: Theme.textSoft
                wrapMode: Text.Wrap
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            Notice {
                objectName: "serverFixed"
                width: parent.width
                text: sheet.server.fixedText
                glyph: "info"
            }
            Notice {
                objectName: "serverError"
                width: parent.width
                danger: true
                text: sheet.server.formError
            }
            InputField {
                id: api
                width: parent.width
                label: qsTr("Address of the server")
                error: sheet.server.apiError
                placeholder: "https://chat.example.com/api"
                field.objectName: "serverApi"
                field.readOnly: sheet.fixed
                field.inputMethodHints: Qt.ImhUrlCharactersOnly
                field.onTextEdited: sheet.server.clearErrors()
                field.onAccepted: sheet.submit()
                field.Keys.onEscapePressed: sheet.close()
                onActiveFocusChanged: form.show(api)
            }
            InputField {
                id: socket
                width: parent.width
                label: qsTr("Address for live updates")
                error: sheet.server.socketError
                placeholder: qsTr("Empty: the same server")
                field.objectName: "serverSocket"
                field.readOnly: sheet.fixed
                field.inputMethodHints: Qt.ImhUrlCharactersOnly
                field.onTextEdited: sheet.server.clearErrors()
                field.onAccepted: sheet.submit()
                field.Keys.onEscapePressed: sheet.close()
                onActiveFocusChanged: form.show(socket)
            }
            InputField {
                id: key
                width: parent.width
                label: qsTr("Key for live updates")
                error: sheet.server.appKeyError
                field.objectName: "serverKey"
                field.readOnly: sheet.fixed
                field.inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                field.onTextEdited: sheet.server.clearErrors()
                field.onAccepted: sheet.submit()
                field.Keys.onEscapePressed: sheet.close()
                onActiveFocusChanged: form.show(key)
            }
        }
    }
    actions: [
        ActionButton {
            objectName: "serverUse"
            visible: !sheet.fixed
            text: qsTr("Apply")
            Keys.onEscapePressed: sheet.close()
            onClicked: sheet.submit()
        },
        ActionButton {
            id: cancel
            objectName: "serverCancel"
            kind: ActionButton.Quiet
            text: sheet.fixed ? qsTr("Close") : qsTr("Cancel")
            Keys.onEscapePressed: sheet.close()
            onClicked: sheet.close()
        }
    ]
}
