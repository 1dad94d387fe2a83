pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls
import Suhbat.Models
import Suhbat.Theme

// Which conversations are shown, and whether the unread ones come first. One stop for Tab; left and right choose.
Item {
    id: tabs

    required property ListFace list

    implicitHeight: Theme.fit(32) + 8

    function title(kind: int): string {
        switch (kind) {
        case ConversationFilter.Unread:
            return qsTr("Unread");
        case ConversationFilter.Direct:
            return qsTr("Direct");
        case ConversationFilter.Groups:
            return qsTr("Groups");
        default:
            return qsTr("All");
        }
    }

    function choose(kind: int) {
        const chosen = Math.max(ConversationFilter.All, Math.min(ConversationFilter.Groups, kind));
        const tab = all.itemAt(chosen);
        // before the one that has the keyboard stops being a stop for Tab
        tab.forceActiveFocus(Qt.TabFocusReason);
        list.kind = chosen;
        flick.contentX = Math.max(0, Math.min(flick.contentX, tab.x), tab.x + tab.width - flick.width);
    }

    Flickable {
        id: flick
        x: 18
        width: sort.x - x - 4
        height: parent.height
        contentWidth: row.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalFlick
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Which conversations")

        Row {
            id: row
            y: 2

            Repeater {
                id: all
                model: [ConversationFilter.All, ConversationFilter.Unread, ConversationFilter.Direct, ConversationFilter.Groups]

                AbstractButton {
                    id: tab
                    required property int modelData
                    readonly property bool chosen: tabs.list.kind === modelData

                    objectName: "kindTab" + modelData
                    // closer where long words have little room
                    width: Math.max(Theme.fit(40), implicitContentWidth + (tabs.width < 400 ? 12 : 20))
                    height: Theme.fit(32)
                    hoverEnabled: true
                    focusPolicy: chosen ? Qt.StrongFocus : Qt.ClickFocus
                    Accessible.role: Accessible.PageTab
                    Accessible.name: tabs.title(modelData)
                    Accessible.selected: chosen
                    Accessible.onPressAction: tab.clicked()
                    Keys.onLeftPressed: tabs.choose(modelData - 1)
                    Keys.onRightPressed: tabs.choose(modelData + 1)
                    onClicked: tabs.list.kind = modelData
                    contentItem: TextLabel {
                        text: tabs.title(tab.modelData)
                        font.pixelSize: Theme.fontNote
                        font.weight: tab.chosen ? Font.DemiBold : Font.Medium
                        color: tab.chosen ? Theme.accentText : Theme.textSoft
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                    }
                    background: Rectangle {
                        radius: height / 2
                        color: tab.chosen ? Theme.selected : tab.hovered ? Theme.hover : "transparent"

                        FocusRing {
                            shown: tab.visualFocus
                            inset: 1
                            radius: height / 2
                        }
                    }
                }
            }
        }
    }
    // there is more than has room
    Rectangle {
        x: flick.x + flick.width - width
        width: 24
        height: parent.height
        visible: flick.contentX < flick.contentWidth - flick.width - 1
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop {
                position: 0
                color: Qt.rgba(Theme.pane.r, Theme.pane.g, Theme.pane.b, 0)
            }
            GradientStop {
                position: 1
                color: Theme.pane
            }
        }
    }
    IconButton {
        id: sort
        objectName: "unreadFirst"
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: 2
        size: Theme.fit(32)
        glyphSize: 18
        glyph: "sort"
        checkable: true
        checked: tabs.list.unreadFirst
        ink: checked ? Theme.accentText : Theme.textSoft
        fill: checked ? Theme.selected : down ? Theme.pressed : hovered ? Theme.hover : "transparent"
        label: qsTr("Unread first")
        Rectangle {
            anchors.right: parent.right
            width: 8
            height: 8
            radius: 4
            visible: sort.checked
            color: Theme.accent
        }
        Accessible.checkable: true
        Accessible.checked: checked
        onClicked: {
            tabs.list.unreadFirst = !tabs.list.unreadFirst;
            checked = Qt.binding(() => tabs.list.unreadFirst);
        }
    }
}
