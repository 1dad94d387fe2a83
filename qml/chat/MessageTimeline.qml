pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The messages, newest at the bottom. At the bottom it follows; further up nothing moves under the reader's eyes.
FocusScope {
    id: timeline

    required property ChatFace chat
    required property MessageActionsFace actions
    required property FilesFace files
    readonly property bool readingBack: !keeper.atNewest
    readonly property int roomBelow: list.roomBelow + Theme.runGap
    readonly property TimelineFace face: chat.timeline
    property MessageText selected: null
    readonly property string meantKey: holder.count > 0 ? (holder.itemAt(0) as MessagePopups).meantKey : ""

    function toNewest() {
        face.goLive();
        list.positionViewAtBeginning();
        keeper.remember();
    }

    // on purpose: what it leaps over is done with
    function leapToNewest() {
        toNewest();
        chat.readAll();
        if (!list.activeFocus && jump.activeFocus)
            list.forceActiveFocus(Qt.TabFocusReason);
    }

    // tells what is really before the reader's eyes
    function tellSeen() {
        if (!chat.windowActive || !visible)
            return;
        let y = list.contentY + list.height - 1;
        while (y > list.contentY) {
            const row = list.itemAt(list.width / 2, y) as MessageRow;
            if (row && !row.isOwn && row.y + row.height <= list.contentY + list.height + 24)
                chat.seen(row.key);
            y = row ? row.y - 1 : y - 16;
        }
    }

    // a page ahead of the reader
    function loadMore() {
        if (!visible || list.count === 0)
            return;
        if (list.contentY - list.originY < list.height && face.older === TimelineFace.More)
            face.loadOlder();
        if (!face.live && list.originY + list.contentHeight - list.contentY < list.height * 2 && face.newer === TimelineFace.More)
            face.loadNewer();
    }

    function popups(): MessagePopups {
        holder.active = true;
        return holder.itemAt(0) as MessagePopups;
    }

    // one selection in all
    function select(words: MessageText) {
        if (selected && selected !== words)
            selected.deselect();
        selected = words;
    }

    // by keyboard: below the upper edge of the message
    function menuOfCurrent() {
        const row = list.currentItem as MessageRow;
        if (!row)
            return;
        const bubble = row.bubbleItem;
        const at = bubble.mapToItem(timeline, row.isOwn ? Math.max(0, bubble.width - 240) : 0, 24);
        popups().openMenu(row, at.x, at.y, "", true);
    }

    onReadingBackChanged: face.following = !readingBack
    onVisibleChanged: seeing.restart()
    Component.onCompleted: keeper.attach()
    Component.onDestruction: keeper.detach()

    TimelineList {
        id: list
        objectName: "messageList"
        anchors.fill: parent
        model: timeline.chat.messages
        reuseItems: true
        // rows are made at once, not in idle time: see ConversationList
        cacheBuffer: 0
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        currentIndex: -1
        topMargin: 8
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        Keys.onUpPressed: currentIndex = Math.min(count - 1, currentIndex + 1)
        Keys.onDownPressed: currentIndex = Math.max(0, currentIndex - 1)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_PageUp)
                contentY = Math.max(originY - topMargin, contentY - height * 0.9);
            else if (event.key === Qt.Key_PageDown)
                contentY = Math.min(Math.max(originY, originY + contentHeight + bottomMargin - height), contentY + height * 0.9);
            else if (event.key === Qt.Key_End)
                timeline.leapToNewest();
            else if (event.key === Qt.Key_Home)
                positionViewAtEnd();
            else if (event.matches(StandardKey.Copy) && currentItem)
                timeline.actions.copyText((currentItem as MessageRow).body);
            else if (event.key === Qt.Key_Menu || event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier || event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                timeline.menuOfCurrent();
            else if (event.key === Qt.Key_Delete && currentItem && timeline.actions.mayDelete((currentItem as MessageRow).key))
                timeline.popups().confirmDelete((currentItem as MessageRow).key, (currentItem as MessageRow).body);
            else
                return;
            event.accepted = true;
        }
        onContentYChanged: seeing.restart()
        onCountChanged: seeing.restart()
        onWidthChanged: keeper.restore()
        onHeightChanged: seeing.restart()

        delegate: MessageRow {
            id: row
            width: list.width
            files: timeline.files
            group: timeline.chat.conversationIsGroup
            ring: list.activeFocus && list.currentIndex === index
            lit: timeline.face.litKey === key || timeline.meantKey === key
            wanted: timeline.chat.search.active ? timeline.chat.search.text : ""
            onRetried: timeline.chat.retry(row.key)
            onDiscarded: timeline.chat.discard(row.key)
            onStopped: timeline.chat.stopSending(row.key)
            onQuoteClicked: timeline.chat.jumpTo(row.replyId)
            onLinkWanted: url => timeline.popups().openLink(url)
            onSelectionMade: words => timeline.select(words)
            onMenuWanted: (x, y, link) => {
                const at = row.mapToItem(timeline, x, y);
                timeline.popups().openMenu(row, at.x, at.y, link, false);
            }
        }
    }

    OlderEdge {
        parent: list.contentItem
        y: list.footerItem ? list.footerItem.y : 0
        width: list.width
        visible: list.count > 0
        face: timeline.face
    }
    AnchorKeeper {
        id: keeper
        view: list
        live: timeline.face.live
        below: timeline.roomBelow
        onLiveChanged: remember()
        onPlacedChanged: timeline.face.asPlaced = placed
    }
    TimelineThumb {
        anchors.right: parent.right
        anchors.rightMargin: 3
        view: list
    }
    HoverHandler {
        id: pointer
        onPointChanged: strip.follow(point.position.x, point.position.y)
        onHoveredChanged: {
            if (!hovered)
                strip.leave();
        }
    }
    HoverActions {
        id: strip
        view: list
        actions: timeline.actions
        onMenuWanted: (row, x, y) => timeline.popups().openMenu(row, x, y, "", false)
    }
    OnDemand {
        id: holder
        MessagePopups {
            files: timeline.files
            anchors.fill: parent
            chat: timeline.chat
            actions: timeline.actions
        }
    }
    Timer {
        id: seeing
        interval: 150
        onTriggered: {
            timeline.tellSeen();
            timeline.loadMore();
        }
    }
    Connections {
        target: timeline.chat
        function onWindowActiveChanged() {
            seeing.restart();
        }
    }
    Connections {
        target: timeline.face
        function onRowWanted(row) {
            list.positionViewAtIndex(row, ListView.Center);
            keeper.remember();
        }
        function onReadingWanted(row) {
            keeper.readFrom(row);
        }
        function onEdgesChanged() {
            seeing.restart();
        }
    }
    Connections {
        target: list.model
        function onModelReset() {
            keeper.forget();
            list.currentIndex = -1;
            timeline.toNewest();
        }
    }
    JumpToNewest {
        id: jump
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: 20
        anchors.bottomMargin: 12
        // a search has arrows of its own, and its hit is not to be lain upon
        visible: timeline.readingBack && !keeper.newestSeen && !timeline.chat.search.active
        count: timeline.chat.conversationUnread
        onClicked: timeline.leapToNewest()
    }
    CatchingUp {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        // in the middle of the room below the newest message
        anchors.bottomMargin: Math.max(2, Math.round((timeline.roomBelow - height) / 2))
        // without a line the strip over the chat says it, and what is missing comes with the line
        readonly property bool late: timeline.chat.connection === ChatFace.Connected || timeline.chat.connection === ChatFace.Unheard && gap
        readonly property bool gap: timeline.chat.messagesMissing || timeline.chat.messagesError.length > 0
        shown: timeline.chat.messagesIncomplete && late || timeline.face.newer === TimelineFace.Loading || timeline.face.newer === TimelineFace.Failed
        failed: gap || timeline.face.newer === TimelineFace.Failed
        onRetried: timeline.face.newer === TimelineFace.Failed ? timeline.face.loadNewer() : timeline.chat.reloadMessages()
    }
    EmptyTimeline {
        anchors.fill: parent
        visible: list.count === 0
        chat: timeline.chat
    }
}
