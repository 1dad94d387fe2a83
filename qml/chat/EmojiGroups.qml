pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// The groups of the emoji picker, each by one of its own; -1: those used last.
Row {
    id: groups

    property int current: 0
    readonly property list<string> marks: ["\u{1f558}", "\u{1f600}", "\u{1f44b}", "\u{1f43b}", "\u{1f34e}", "\u{1f697}", "\u26bd", "\u{1f4a1}", "\u2764\ufe0f", "\u{1f3c1}"]
    readonly property list<string> names: [
        qsTr("Recently used"),
        qsTr("Smileys"),
        qsTr("People"),
        qsTr("Animals and nature"),
        qsTr("Food and drink"),
        qsTr("Travel and places"),
        qsTr("Activities"),
        qsTr("Objects"),
        qsTr("Symbols"),
        qsTr("Flags")
    ]

    signal chosen(group: int)

    Repeater {
        model: groups.marks
        AbstractButton {
            id: tab
            required property int index
            required property string modelData
            objectName: "emojiGroup"
            width: groups.width / 10
            height: groups.height
            hoverEnabled: true
            focusPolicy: Qt.TabFocus
            Accessible.role: Accessible.PageTab
            Accessible.name: groups.names[index]
            Accessible.onPressAction: tab.clicked()
            Keys.onReturnPressed: tab.clicked()
            onClicked: groups.chosen(index - 1)
            contentItem: TextLabel {
                text: tab.modelData
                font.pixelSize: Theme.fit(17)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
            background: Rectangle {
                radius: 8
                color: groups.current === tab.index - 1 ? Theme.selected : tab.hovered ? Theme.hover : "transparent"
                Rectangle {
                    visible: groups.current === tab.index - 1
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: parent.bottom
                    width: 16
                    height: 2
                    color: Theme.accent
                }
                FocusRing {
                    shown: tab.visualFocus
                    inset: 0
                }
            }
            Tip {
                text: groups.names[tab.index]
                shown: tab.hovered
            }
        }
    }
}
