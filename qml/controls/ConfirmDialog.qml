pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme

// One question, one way on, one way back. Esc is the way back.
DialogFrame {
    id: dialog

    property string text
    property string confirmText
    property string cancelText: qsTr("Cancel")
    property alias confirmButton: yes
    property alias cancelButton: no

    signal confirmed

    onOpened: no.forceActiveFocus(Qt.TabFocusReason)

    body: TextLabel {
        width: parent.width
        text: dialog.text
        color: Theme.textSoft
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    actions: [
        ActionButton {
            id: yes
            kind: ActionButton.Danger
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
