pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme

// One question, one way on, one way back. Esc is the way back.
DialogFrame {
    id: dialog

    property string text
    // what it is about, word for word: an address, the beginning of a message
    property string quoted
    property int quotedLines: 6
    property string confirmText
    property string cancelText: qsTr("Cancel")
    property alias confirmButton: yes
    property alias cancelButton: no

    signal confirmed

    onOpened: no.forceActiveFocus(Qt.TabFocusReason)

    body: [
        TextLabel {
            width: parent.width
            text: dialog.text
            color: Theme.textSoft
            wrapMode: Text.Wrap
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        },
        Rectangle {
            width: parent.width
            height: address.height + 20
            visible: dialog.quoted.length > 0
            radius: 12
            color: Theme.field
            border.width: 1
            border.color: Theme.line

            TextLabel {
                id: address
                x: 12
                y: 10
                width: parent.width - 24
                text: dialog.quoted
                font.weight: Font.Medium
                wrapMode: dialog.quotedLines < 6 ? Text.Wrap : Text.WrapAnywhere
                elide: Text.ElideRight
                maximumLineCount: dialog.quotedLines
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    ]
    actions: [
        ActionButton {
            id: yes
            kind: dialog.danger ? ActionButton.Danger : ActionButton.Primary
            text: dialog.confirmText
            Keys.onEscapePressed: dialog.close()
            onClicked: {
                dialog.close();
                dialog.confirmed();
            }
        },
        ActionButton {
            id: no
            kind: ActionButton.Quiet
            text: dialog.cancelText
            Keys.onEscapePressed: dialog.close()
            onClicked: dialog.close()
        }
    ]
}
