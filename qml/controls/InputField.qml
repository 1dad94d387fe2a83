pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A line of input with its label above and its error below; the error takes its room only when it is there.
FocusScope {
    id: control

    required property string label
    property string error
    // marked as wrong, where the words for it stand elsewhere
    property bool wrong: error.length > 0
    // where room is scarce
    property bool low: false
    property alias field: edit
    property alias text: edit.text
    property alias placeholder: edit.placeholderText
    property alias trailing: tail.data

    // Qt hides the name of a password field from screen readers; its group says what it is for.
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Accessible.ignored: edit.echoMode === TextInput.Normal

    implicitHeight: caption.height + 6 + edit.height + (error.length > 0 ? note.height + 6 : 0)
    implicitWidth: 280

    TextLabel {
        id: caption
        width: parent.width
        text: control.label
        font.pixelSize: Theme.fontNote
        font.weight: Font.Medium
        color: control.wrong ? Theme.dangerText : Theme.textSoft
        elide: Text.ElideRight
    }
    TextField {
        id: edit
        focus: true
        y: caption.height + 6
        width: control.width
        height: Theme.fit(control.low ? 42 : 48)
        leftPadding: 16
        rightPadding: tail.width > 0 ? tail.width + 8 : 16
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        placeholderTextColor: Theme.textSoft
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        selectByMouse: true
        font.pixelSize: Theme.fontTitle
        Accessible.name: control.label
        Accessible.description: control.error
        background: Rectangle {
            radius: Theme.radius
            color: Theme.field
            border.width: edit.activeFocus || control.wrong ? 2 : 1
            border.color: control.wrong ? Theme.dangerText : edit.activeFocus ? Theme.accent : Theme.fieldBorder

            FocusRing {
                shown: control.wrong && edit.activeFocus // red says that it is wrong, not that one is there
            }
        }
    }
    Row {
        id: tail
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: edit.verticalCenter
    }
    TextLabel {
        id: note
        y: edit.y + edit.height + 6
        width: parent.width
        visible: control.error.length > 0
        text: control.error
        color: Theme.dangerText
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
    }
}
