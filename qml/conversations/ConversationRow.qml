pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// One conversation: who, what was said last, when, how much of it is unread.
ItemDelegate {
    id: row

    required property int index
    required property string conversationId
    required property string title
    required property string avatarUrl
    required property string initials
    required property int colorIndex
    required property string lastMessage
    required property string timeText
    required property int unreadCount
    required property bool isGroup
    required property string typingText
    required property int ownState
    required property string openId
    required property string wanted
    required property bool ring

    readonly property bool open: openId === conversationId
    readonly property bool matches: wanted.length === 0 || title.toLowerCase().includes(wanted.toLowerCase())
    readonly property color under: open ? Theme.selected : down ? Theme.pressed : hovered ? Theme.hover : Theme.pane
    readonly property bool someoneTypes: typingText.length > 0

    objectName: "conversationDelegate"
    height: matches ? 72 : 0
    property bool pooled: false
    visible: matches && !pooled
    // A row that waits to be used again keeps its text: nobody must find it.
    ListView.onPooled: pooled = true
    ListView.onReused: pooled = false
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: unreadCount > 0 ? qsTr("%1, %n unread", "", unreadCount).arg(title) : title
    Accessible.description: someoneTypes ? typingText : lastMessage
    Accessible.selected: open
    Accessible.onPressAction: row.clicked()

    background: Rectangle {
        x: 8
        y: 2
        width: row.width - 16
        height: row.height - 4
        radius: 14
        color: row.under

        FocusRing {
            shown: row.ring
            inset: 0
            radius: 14
        }
    }

    Avatar {
        x: 18
        anchors.verticalCenter: parent.verticalCenter
        initials: row.initials
        colorIndex: row.colorIndex
        source: row.avatarUrl
        backdrop: row.under
    }
    Icon {
        id: group
        x: 80
        y: 17
        visible: row.isGroup
        glyph: visible ? "group" : ""
        size: 16
        color: Theme.textSoft
    }
    TextLabel {
        x: row.isGroup ? group.x + 22 : 80
        y: 14
        width: mark.x - x - 8
        text: row.title
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    StateMark {
        id: mark
        x: clock.x - (row.ownState >= 0 ? width + 4 : 0)
        y: 16
        width: 16
        messageState: row.ownState
        quiet: row.ownState > 2 ? Theme.dangerText : Theme.textSoft
    }
    TextLabel {
        id: clock
        x: row.width - 20 - width
        y: 16
        text: row.timeText
        color: row.unreadCount > 0 ? Theme.accentText : Theme.textSoft
        font.pixelSize: Theme.fontSmall
    }
    TextLabel {
        x: 80
        y: 38
        width: (badge.visible ? badge.x - 8 : row.width - 20) - x
        text: row.someoneTypes ? row.typingText : row.lastMessage
        color: row.someoneTypes ? Theme.accentText : Theme.textSoft
        font.pixelSize: 14
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Badge {
        id: badge
        objectName: "unreadBadge"
        x: row.width - 20 - width
        y: 38
        count: row.unreadCount
    }
}
