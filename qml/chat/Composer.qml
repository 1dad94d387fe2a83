pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// What one is about to say, and the buttons around it.
FocusScope {
    id: composer

    required property App app
    readonly property ChatFace chat: app.chat
    readonly property MessageActionsFace actions: app.actions
    readonly property string conversation: chat.conversationId
    readonly property string draft: chat.draft
    readonly property int remaining: chat.maxMessageLength - field.length
    readonly property bool counted: chat.maxMessageLength > 0 && remaining < Math.min(200, chat.maxMessageLength / 5)
    readonly property AttachmentsFace attachments: app.attachments
    // an edit changes words only; what is attached waits for the next message
    readonly property bool withFiles: attachments.files.count > 0 && !actions.editing
    readonly property bool sendable: (field.text.trim().length > 0 || withFiles) && remaining >= 0 && !actions.saving && !attachments.busy
    // as wide as the timeline's column
    readonly property int side: Math.max(16, Math.round((width - 880) / 2))

    signal sent

    // the message that is being changed, or the draft
    function load() {
        field.put(actions.editing ? actions.editingText : chat.draft);
    }

    function typeOn(text: string) {
        field.insert(text);
    }

    function send() {
        if (!sendable)
            return;
        if (actions.editing) {
            actions.save(field.text);
            return;
        }
        if (!(withFiles ? attachments.send(field.text) : chat.send(field.text)))
            return;
        field.clear();
        sent();
    }

    implicitHeight: tray.implicitHeight + field.implicitHeight + 24
    // the words to it come next
    onWithFilesChanged: {
        if (withFiles)
            forceActiveFocus();
    }
    onConversationChanged: {
        load();
        if (visible)
            forceActiveFocus();
    }
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    onDraftChanged: load()
    Component.onCompleted: load()

    Connections {
        target: composer.chat
        function onTextGivenBack() {
            composer.load();
        }
    }
    Connections {
        target: composer.actions
        function onModeChanged() {
            composer.load();
            if (composer.visible)
                composer.forceActiveFocus();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    AttachmentTray {
        id: tray
        x: composer.side
        y: 12
        width: composer.width - composer.side * 2
        height: implicitHeight
        attachments: composer.attachments
        away: composer.actions.editing
        onRemoved: field.focusEdit()
    }
    AttachButton {
        id: attach
        x: composer.side - 11 // its clip below the edge of what lies above
        anchors.bottom: field.bottom
        anchors.bottomMargin: send.anchors.bottomMargin
        visible: composer.attachments.able
        enabled: !composer.actions.editing
        onClosed: field.focusEdit()
        attachments: composer.attachments
    }
    ComposerField {
        id: field
        x: attach.visible ? attach.x + attach.width : composer.side
        y: tray.y + tray.implicitHeight
        width: send.x - x - 8
        height: implicitHeight
        wrong: composer.remaining < 0
        placeholder: composer.withFiles ? qsTr("Add a caption") : qsTr("Message")
        ctrlEnter: composer.app.settings.sendWithCtrlEnter
        onEdited: text => {
            if (composer.actions.editing)
                composer.actions.textEdited(text);
            else
                composer.chat.textEdited(text);
        }
        onEditLastWanted: composer.actions.editLast()
        attachments: composer.actions.editing ? null : composer.attachments
        trailing: 40
        helper: emojiHelp.keys
        helping: emojiHelp.completing
        onSendWanted: composer.send()
    }
    EmojiHelp {
        id: emojiHelp
        anchors.fill: field
        before: field.x - composer.side
        after: composer.width - composer.side - field.x - field.width
        emoji: composer.app.emoji
        field: field
    }
    TextLabel {
        objectName: "composerCounter"
        anchors.horizontalCenter: send.horizontalCenter
        anchors.bottom: send.top
        anchors.bottomMargin: 4
        visible: composer.counted && field.height > 64
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
        anchors.bottom: field.bottom
        anchors.bottomMargin: (Math.min(field.height, 44) - height) / 2
        size: 44
        glyph: composer.actions.editing ? "sent" : "send"
        glyphSize: 22
        label: composer.actions.editing ? qsTr("Save") : qsTr("Send")
        enabled: composer.sendable
        opacity: 1
        ink: enabled ? Theme.accentInk : Theme.textDisabled
        fill: !enabled ? Theme.field : down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent
        onClicked: {
            composer.send();
            field.focusEdit();
        }
    }
}
