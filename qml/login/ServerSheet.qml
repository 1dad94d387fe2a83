pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
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
        // the rings of the fields stand out of them
        readonly property int ring: 3
        x: -ring
        width: parent.width + 2 * ring
        height: Math.max(0, Math.min(fields.height + 2 * ring, sheet.room - Theme.fit(44) - (sheet.glyphShown ? 182 : 126)))
        contentHeight: fields.height + 2 * ring
        ScrollBar.vertical: ThinScrollBar {}
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        function show(line: Item) {
            if (line.activeFocus)
                contentY = Math.max(0, Math.min(line.y, contentHeight - height));
        }

        Column {
            id: fields
            x: form.ring
            y: form.ring
            width: parent.width - 2 * x
            spacing: sheet.glyphShown ? 12 : 8

            TextLabel {
                objectName: "serverReason"
                width: parent.width
                visible: sheet.server.missing
                text: qsTr("Suhbat does not know your server yet. Ask its administrator for the address and the key.")
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
                low: !sheet.glyphShown
                label: qsTr("Server address")
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
                low: !sheet.glyphShown
                label: qsTr("Address for live updates (optional)")
                error: sheet.server.socketError
                placeholder: qsTr("If empty: the same server")
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
                low: !sheet.glyphShown
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
