pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// What one is about to say. Enter sends, Shift+Enter breaks the line, and while an input method composes
// a letter Enter belongs to it. Grows to six lines, then scrolls.
FocusScope {
    id: composer

    required property ChatFace chat
    readonly property string conversation: chat.conversationId
    readonly property string draft: chat.draft
    readonly property int remaining: chat.maxMessageLength - edit.length
    readonly property bool counted: chat.maxMessageLength > 0 && remaining < Math.min(200, chat.maxMessageLength / 5)
    readonly property bool sendable: edit.text.trim().length > 0 && remaining >= 0
    readonly property real lines: edit.contentHeight * Math.min(1, 6 / Math.max(1, edit.lineCount))
    // as wide as the timeline's column
    readonly property int side: Math.max(16, Math.round((width - 880) / 2))
    property bool loading: false

    signal sent

    function put(text: string) {
        if (edit.text === text)
            return;
        loading = true;
        edit.text = text;
        edit.cursorPosition = edit.length;
        loading = false;
    }

    function typeOn(text: string) {
        edit.forceActiveFocus();
        edit.insert(edit.cursorPosition, text);
    }

    function send() {
        if (!sendable || !chat.send(edit.text))
            return;
        edit.clear();
        sent();
    }

    implicitHeight: lines + 20 + 24
    onConversationChanged: {
        put(chat.draft);
        if (visible)
            forceActiveFocus();
    }
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    onDraftChanged: put(chat.draft)
    Component.onCompleted: put(chat.draft)

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Rectangle {
        id: sheet
        x: composer.side
        y: 12
        width: send.x - x - 8
        height: composer.lines + 20
        radius: Math.min(22, height / 2)
        color: Theme.field
        border.width: edit.activeFocus ? 2 : 1
        border.color: composer.remaining < 0 ? Theme.dangerText : edit.activeFocus ? Theme.accent : Theme.fieldBorder

        Flickable {
            id: flick
            anchors.fill: parent
            anchors.margins: 2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ThinScrollBar {}

            TextArea.flickable: TextArea {
                id: edit
                objectName: "composer"
                focus: true
                leftPadding: 16
                rightPadding: 16
                topPadding: 8
                bottomPadding: 8
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                placeholderText: qsTr("Message")
                placeholderTextColor: Theme.textSoft
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                persistentSelection: false
                font.pixelSize: Theme.fontBody
                background: null
                Accessible.name: qsTr("Message")
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: event => {
                    if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
                        return;
                    if (event.modifiers & Qt.ShiftModifier || inputMethodComposing)
                        return;
                    event.accepted = true;
                    composer.send();
                }
                onTextChanged: {
                    if (!composer.loading)
                        composer.chat.textEdited(text);
                }
            }
        }
    }
    TextLabel {
        objectName: "composerCounter"
        anchors.horizontalCenter: send.horizontalCenter
        anchors.bottom: send.top
        anchors.bottomMargin: 4
        visible: composer.counted && sheet.height > 64
        text: composer.remaining
        color: composer.remaining < 0 ? Theme.dangerText : Theme.textSoft
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
    }
    IconButton {
        id: send
        objectName: "sendButton"
        anchors.right: parent.right
        anchors.rightMargin: composer.side
        anchors.bottom: sheet.bottom
        anchors.bottomMargin: (Math.min(sheet.height, 44) - height) / 2
        size: 44
        glyph: "send"
        glyphSize: 22
        label: qsTr("Send")
        enabled: composer.sendable
        opacity: 1
        ink: enabled ? Theme.accentInk : Theme.textSoft
        fill: !enabled ? Theme.field : down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent
        onClicked: {
            composer.send();
            edit.forceActiveFocus();
        }
    }
}
