pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Six colours, of which one is in force.
Flow {
    id: choice

    required property Settings settings
    readonly property list<string> names: [qsTr("Turquoise"), qsTr("Lapis"), qsTr("Violet"), qsTr("Pomegranate"), qsTr("Saffron"), qsTr("Pistachio")]

    spacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Colour")

    Repeater {
        model: choice.names

        AbstractButton {
            id: disc
            required property int index
            required property string modelData
            readonly property bool chosen: choice.settings.accent === index

            objectName: "accent" + index
            width: 44
            height: 44
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData
            Accessible.checkable: true
            Accessible.checked: chosen
            Accessible.onPressAction: disc.clicked()
            Keys.onReturnPressed: disc.clicked()
            Keys.onEnterPressed: disc.clicked()
            onClicked: choice.settings.accent = index

            background: Item {
                Rectangle {
                    anchors.fill: parent
                    anchors.margins: disc.chosen ? 0 : 3
                    radius: width / 2
                    color: "transparent"
                    border.width: disc.chosen ? 2 : disc.hovered ? 1 : 0
                    border.color: disc.chosen ? Theme.accents.fills[disc.index] : Theme.fieldBorder
                }
                FocusRing {
                    shown: disc.visualFocus
                    radius: width / 2
                }
            }
            contentItem: Item {
                Rectangle {
                    anchors.centerIn: parent
                    width: 34
                    height: 34
                    radius: 17
                    color: Theme.accents.fills[disc.index]

                    Icon {
                        anchors.centerIn: parent
                        visible: disc.chosen
                        glyph: "sent"
                        color: Theme.accents.inks[disc.index]
                    }
                }
            }
            Tip {
                text: disc.modelData
                shown: disc.hovered
            }
        }
    }
}
