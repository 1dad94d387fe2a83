pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A round field to look for something, with a glass before it and a cross behind it.
TextField {
    id: field

    required property string label
    property string clearName

    implicitHeight: Theme.fit(40)
    leftPadding: 40
    rightPadding: text.length > 0 ? 40 : 16
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    placeholderText: qsTr("Search")
    placeholderTextColor: Theme.textSoft
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    font.pixelSize: Theme.fontBody
    maximumLength: 200
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    background: Rectangle {
        radius: height / 2
        color: Theme.field
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.fieldBorder

        Icon {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            glyph: "search"
            size: 18
            color: Theme.textSoft
        }
    }
    IconButton {
        objectName: field.clearName
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text.length > 0
        size: 32
        glyphSize: 16
        label: qsTr("Clear the search")
        glyph: "close"
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
