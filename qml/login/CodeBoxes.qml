pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// Six boxes in front of one real field, so that paste, input methods and screen readers find a field.
FocusScope {
    id: boxes

    property alias field: edit
    property alias text: edit.text
    property bool wrong: false
    readonly property int digits: 6
    // where the next digit goes: over the first of those that are chosen
    readonly property int at: Math.min(edit.selectionStart, digits - 1)

    signal completed

    implicitHeight: Theme.fit(60)

    Repeater {
        model: boxes.digits
        Rectangle {
            required property int index
            readonly property bool current: edit.activeFocus && index === boxes.at
            // edges to the pixel, the last one on that of what is above and below
            readonly property real step: (boxes.width + 8) / boxes.digits
            x: Math.round(index * step)
            width: Math.round((index + 1) * step) - 8 - x
            height: boxes.height
            radius: Theme.radius
            color: Theme.field
            border.width: current || boxes.wrong ? 2 : 1
            border.color: boxes.wrong ? Theme.dangerText : current ? Theme.accent : Theme.fieldBorder
            TextLabel {
                anchors.centerIn: parent
                text: edit.text.charAt(parent.index)
                font.pixelSize: Theme.fit(26)
                font.weight: Font.DemiBold
            }
            FocusRing {
                shown: parent.current && boxes.wrong
            }
        }
    }
    TextField {
        id: edit
        objectName: "codeField"
        anchors.fill: parent
        focus: true
        color: "transparent"
        selectionColor: "transparent"
        selectedTextColor: "transparent"
        cursorDelegate: Item {}
        background: null
        maximumLength: boxes.digits
        inputMethodHints: Qt.ImhDigitsOnly
        validator: RegularExpressionValidator {
            regularExpression: /\d{0,6}/
        }
        Accessible.name: qsTr("Code of six digits")
        onTextEdited: {
            if (text.length === boxes.digits)
                boxes.completed();
        }
    }
}
