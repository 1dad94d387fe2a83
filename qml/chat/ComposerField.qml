pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The field one writes in: grows to six lines, then scrolls. Enter sends and Shift+Enter breaks the
// line, or Enter breaks it and Ctrl+Enter sends. While an input method composes a letter, keys are its own.
Rectangle {
    id: sheet

    // null: only words can be pasted
    required property AttachmentsFace attachments
    property alias text: edit.text
    property alias length: edit.length
    property alias cursorPosition: edit.cursorPosition
    property alias composing: edit.inputMethodComposing
    // where the caret stands, in the sheet
    readonly property rect caret: sheet.mapFromItem(edit, edit.cursorRectangle)
    property string placeholder
    property bool ctrlEnter: false
    property bool wrong: false
    // room for what lies over the field at its end
    property int trailing: 0
    property int mostLines: 6
    // sees every key before the field does
    property Item helper: null
    property bool helping: false
    readonly property real lines: edit.contentHeight * Math.min(1, mostLines / Math.max(1, edit.lineCount))
    property bool loading: false

    signal edited(text: string)
    signal sendWanted
    signal editLastWanted

    // as if it had always been there: undo does not know what was before
    function put(text: string) {
        if (edit.text === text)
            return;
        loading = true;
        edit.text = text;
        edit.cursorPosition = edit.length;
        loading = false;
    }

    function insert(text: string) {
        edit.forceActiveFocus();
        edit.remove(edit.selectionStart, edit.selectionEnd);
        edit.insert(edit.cursorPosition, text);
    }

    function replace(from: int, to: int, text: string) {
        edit.remove(from, to);
        edit.insert(from, text);
        edit.cursorPosition = from + text.length;
    }

    function clear() {
        edit.clear();
    }

    function focusEdit() {
        edit.forceActiveFocus();
    }

    function sends(modifiers: int): bool {
        if (modifiers & (Qt.ShiftModifier | Qt.AltModifier))
            return false;
        return !ctrlEnter || (modifiers & Qt.ControlModifier) !== 0;
    }

    implicitHeight: lines + 20
    radius: Math.min(22, height / 2)
    color: Theme.field
    border.width: edit.activeFocus ? 2 : 1
    border.color: wrong ? Theme.dangerText : edit.activeFocus ? Theme.accent : Theme.fieldBorder

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: 2
        anchors.rightMargin: 2 + sheet.trailing
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar {}

        TextArea.flickable: TextArea {
            id: edit
            objectName: "composer"
            focus: true
            leftPadding: 16
            rightPadding: sheet.trailing > 0 ? 4 : 16
            topPadding: 8
            bottomPadding: 8
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            placeholderText: sheet.placeholder
            placeholderTextColor: Theme.textSoft
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            selectByMouse: true
            persistentSelection: false
            font.pixelSize: Theme.fontBody
            background: null
            Accessible.name: qsTr("Message")
            Keys.forwardTo: sheet.helper ? [sheet.helper] : []
            // Esc is the helper's before it is a shortcut of the window
            Keys.onShortcutOverride: event => event.accepted = sheet.helping && event.key === Qt.Key_Escape
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
                    event.accepted = inputMethodComposing || sheet.sends(event.modifiers);
                    if (event.accepted && !inputMethodComposing)
                        sheet.sendWanted();
                } else if (event.key === Qt.Key_Up && length === 0 && !inputMethodComposing && event.modifiers === Qt.NoModifier) {
                    event.accepted = true;
                    sheet.editLastWanted();
                } else if (event.matches(StandardKey.Paste)) {
                    event.accepted = sheet.attachments !== null && sheet.attachments.paste();
                }
            }
            onTextChanged: {
                if (!sheet.loading)
                    sheet.edited(text);
            }
        }
    }
}
