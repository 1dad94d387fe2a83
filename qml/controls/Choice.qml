pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A few words or icons side by side of which one is in force.
Rectangle {
    id: choice

    required property string label
    property list<string> values
    property list<string> titles
    property list<string> glyphs
    property list<string> names
    property string current
    property int cell: 40

    signal picked(value: string)

    implicitWidth: values.length * (glyphs.length > 0 ? cell : Theme.fit(cell)) + 8
    implicitHeight: Theme.fit(28) + 8
    radius: Theme.radius
    color: Theme.field
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Row {
        anchors.fill: parent
        anchors.margins: 4

        Repeater {
            model: choice.values
            AbstractButton {
                id: cell
                required property int index
                required property string modelData
                readonly property bool chosen: choice.current === modelData

                objectName: index < choice.names.length ? choice.names[index] : ""
                width: (choice.width - 8) / choice.values.length
                height: choice.height - 8
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                // the two make it a radio button for screen readers; a role alone Qt 6.4 overwrites
                checkable: true
                autoExclusive: true
                checked: chosen
                Accessible.role: Accessible.RadioButton
                Accessible.name: choice.titles[index]
                Accessible.checked: chosen
                Accessible.onPressAction: cell.clicked()
                Accessible.onToggleAction: cell.clicked()
                Keys.onReturnPressed: cell.clicked()
                Keys.onEnterPressed: cell.clicked()
                onClicked: choice.picked(modelData)
                background: Rectangle {
                    radius: 9
                    color: cell.chosen ? Theme.raised : cell.hovered ? Theme.pressed : "transparent"
                    border.width: cell.chosen ? 1 : 0
                    border.color: Theme.fieldBorder
                    FocusRing {
                        shown: cell.visualFocus
                        inset: 0
                        radius: 9
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        visible: cell.index < choice.glyphs.length
                        glyph: visible ? choice.glyphs[cell.index] : ""
                        size: 18
                        color: cell.chosen ? Theme.accentText : Theme.textSoft
                    }
                    TextLabel {
                        anchors.centerIn: parent
                        visible: cell.index >= choice.glyphs.length
                        text: choice.titles[cell.index]
                        font.pixelSize: Theme.fontNote
                        font.weight: cell.chosen ? Font.DemiBold : Font.Normal
                        color: cell.chosen ? Theme.accentText : Theme.textSoft
                    }
                }
                Tip {
                    text: choice.titles[cell.index]
                    shown: cell.hovered && choice.glyphs.length > 0
                }
            }
        }
    }
}
