pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Emoji for a field: the button that opens the picker, and what ":name" may become.
Item {
    id: help

    required property EmojiFace emoji
    required property ComposerField field
    // room beside the field, for names that are longer than it is wide
    property int before: 0
    property int after: 0
    readonly property bool completing: completion.offering
    property alias keys: completion
    property EmojiPicker picker: null

    function put(text: string) {
        field.insert(text);
        emoji.used(text);
    }

    function follow() {
        if (field.composing)
            emoji.endCompletion();
        else
            emoji.complete(field.text, field.cursorPosition);
    }

    Connections {
        target: help.field
        function onCursorPositionChanged() {
            help.follow();
        }
        function onEdited() {
            help.follow();
        }
    }
    Connections {
        target: help.picker
        function onChosen(text: string) {
            help.put(text);
        }
        function onClosed() {
            help.field.focusEdit();
        }
    }
    EmojiCompletion {
        id: completion
        emoji: help.emoji
        x: Math.max(-help.before, Math.min(help.field.caret.x - 20, help.width + help.after - width))
        y: -height - 20
        width: Math.min(Theme.fit(440), help.before + help.width + help.after)
        onChosen: text => {
            help.field.replace(help.emoji.completedFrom, help.field.cursorPosition, text);
            help.emoji.used(text);
            help.emoji.endCompletion();
        }
    }
    IconButton {
        objectName: "emojiButton"
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Math.min(parent.height, 44) - height) / 2
        size: 34
        glyph: "smile"
        glyphSize: 22
        label: qsTr("Emoji")
        onClicked: {
            if (help.picker === null) {
                const component = Qt.createComponent(Qt.resolvedUrl("EmojiPicker.qml"));
                help.picker = component.createObject(help, {
                    "emoji": help.emoji
                }) as EmojiPicker;
            }
            help.picker.x = help.width - help.picker.width;
            help.picker.y = -help.picker.height - 20;
            help.picker.open();
        }
    }
}
