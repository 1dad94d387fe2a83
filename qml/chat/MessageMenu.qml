pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Controls

// What one can do with a message: copy its words.
MenuPanel {
    id: menu

    property string words

    function openFor(text: string, atX: real, atY: real) {
        words = text;
        x = Math.max(8, Math.min(atX, parent.width - width - 8));
        y = Math.max(8, Math.min(atY, parent.height - 68));
        open();
        copyRow.forceActiveFocus(Qt.PopupFocusReason);
    }

    function copy(text: string) {
        clipboard.text = text;
        clipboard.selectAll();
        clipboard.copy();
        clipboard.clear();
    }

    width: 220
    body: [
        MenuRow {
            id: copyRow
            objectName: "messageCopy"
            width: parent.width
            glyph: "copy"
            text: qsTr("Copy text")
            onClicked: {
                menu.copy(menu.words);
                menu.close();
            }
        },
        TextEdit {
            id: clipboard
            visible: false
            textFormat: TextEdit.PlainText
            Accessible.ignored: true
        }
    ]
}
