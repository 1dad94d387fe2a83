pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// One conversation: who, what was said last or is being said, when, how much of it is unread.
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
    required property string draft
    required property bool pinned
    required property bool muted
    required property bool toRead
    required property string openId
    required property bool ring
    // the menu is about it
    property bool meant: false

    readonly property bool open: openId === conversationId
    readonly property color under: open ? Theme.selected : down || meant ? Theme.pressed : hovered ? Theme.hover : Theme.pane
    readonly property bool someoneTypes: typingText.length > 0
    // what stands in the composer of the open one is in sight anyway
    readonly property bool drafted: draft.length > 0 && !open && !someoneTypes
    readonly property int avatarSize: Theme.compact ? 40 : 48
    readonly property int textX: 32 + avatarSize
    readonly property int middle: Math.round(height / 2)
    readonly property string spoken: someoneTypes ? typingText : drafted ? qsTr("Draft: %1").arg(draft) : lastMessage

    signal menuWanted(x: real, y: real)

    objectName: "conversationDelegate"
    height: Theme.fit(Theme.compact ? 56 : 72)
    property bool pooled: false
    visible: !pooled
    // A row that waits to be used again keeps its text: nobody must find it.
    ListView.onPooled: pooled = true
    ListView.onReused: pooled = false
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    onPressAndHold: row.menuWanted(row.pressX, row.pressY)
    Accessible.role: Accessible.ListItem
    Accessible.name: {
        const parts = [unreadCount > 0 ? qsTr("%1, %n unread", "", unreadCount).arg(title) : title];
        if (unreadCount === 0 && toRead)
            parts.push(qsTr("marked as unread"));
        if (isGroup)
            parts.push(qsTr("group"));
        if (pinned)
            parts.push(qsTr("pinned"));
        if (muted)
            parts.push(qsTr("muted"));
        return parts.join(", ");
    }
    Accessible.description: spoken.length > 0 ? spoken + ", " + timeText : timeText
    Accessible.selected: open
    Accessible.onPressAction: row.clicked()

    background: Rectangle {
        x: 8
        y: 2
        width: row.width - 16
        height: row.height - 4
        radius: 14
        color: row.under
        border.width: row.meant ? 2 : 0
        border.color: Theme.accent

        Rectangle {
            objectName: "openMark"
            x: 3
            anchors.verticalCenter: parent.verticalCenter
            visible: row.open
            width: 3
            height: parent.height - 28
            radius: 1.5
            color: Theme.accentText
        }
        FocusRing {
            shown: row.ring
            inset: 0
            radius: 14
        }
    }

    // no TapHandler: with one the button would take every mouse button for its own
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.RightButton
        onClicked: mouse => row.menuWanted(mouse.x, mouse.y)
    }
    Avatar {
        x: 18
        anchors.verticalCenter: parent.verticalCenter
        size: row.avatarSize
        initials: row.initials
        colorIndex: row.colorIndex
        source: row.avatarUrl
        backdrop: row.under
    }
    Icon {
        id: group
        x: row.textX
        anchors.verticalCenter: name.verticalCenter
        visible: row.isGroup
        glyph: visible ? "group" : ""
        size: 16
        color: Theme.textSoft
    }
    TextLabel {
        id: name
        x: row.isGroup ? group.x + 22 : row.textX
        y: row.middle - height - 1
        width: Math.min(implicitWidth, mark.x - x - 8 - (row.muted ? 20 : 0))
        text: row.title
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Icon {
        objectName: "mutedMark"
        x: name.x + name.width + 4
        anchors.verticalCenter: name.verticalCenter
        visible: row.muted
        glyph: visible ? "bell-off" : ""
        size: 15
        color: Theme.textSoft
    }
    StateMark {
        id: mark
        x: clock.x - (row.ownState >= 0 ? width + 4 : 0)
        anchors.verticalCenter: clock.verticalCenter
        width: 16
        messageState: row.drafted ? -1 : row.ownState
        quiet: row.ownState > 2 ? Theme.dangerText : Theme.textSoft
    }
    TextLabel {
        id: clock
        x: row.width - 20 - width
        anchors.baseline: name.baseline
        text: row.timeText
        color: row.unreadCount > 0 && !row.muted ? Theme.accentText : Theme.textSoft
        font.pixelSize: Theme.fontSmall
    }
    TextLabel {
        id: draftWord
        objectName: "draftWord"
        x: row.textX
        anchors.verticalCenter: said.verticalCenter
        visible: row.drafted
        text: visible ? qsTr("Draft:") : ""
        color: Theme.dangerText
        font.pixelSize: Theme.fontRow
    }
    TextLabel {
        id: said
        objectName: "rowPreview"
        x: row.drafted ? draftWord.x + draftWord.width + 4 : row.textX
        y: row.middle + 2
        width: (badge.visible ? badge.x - 8 : pin.visible ? pin.x - 8 : row.width - 20) - x
        text: row.someoneTypes ? row.typingText : row.drafted ? row.draft : row.lastMessage
        color: row.someoneTypes ? Theme.accentText : Theme.textSoft
        font.pixelSize: Theme.fontRow
        // of a long name who, of the rest what
        elide: row.someoneTypes ? Text.ElideMiddle : Text.ElideRight
        maximumLineCount: 1
    }
    Icon {
        id: pin
        objectName: "pinnedMark"
        x: row.width - 20 - width
        anchors.verticalCenter: said.verticalCenter
        visible: row.pinned && !badge.visible
        glyph: visible ? "pin" : ""
        size: 16
        color: Theme.textSoft
    }
    Badge {
        id: badge
        objectName: "unreadBadge"
        x: row.width - 20 - width
        anchors.verticalCenter: said.verticalCenter
        count: row.unreadCount
        dot: row.toRead
        muted: row.muted
    }
}
