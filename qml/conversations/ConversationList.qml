pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls

// The rows themselves. The current row follows the open conversation.
ListView {
    id: list

    required property ChatFace chat
    required property ListFace face
    readonly property string openId: chat.conversationId
    // the one that the menu is about
    property string meantId

    signal menuWanted(row: ConversationRow, atX: real, byKeyboard: bool)

    objectName: "conversationList"
    model: face.rows
    clip: true
    reuseItems: true
    // Rows beyond the edge are made at once, not in idle time: a list that is emptied while one is in the making
    // (a log-out soon after the login) would complain.
    cacheBuffer: 0
    displayMarginEnd: 200
    boundsBehavior: Flickable.StopAtBounds
    topMargin: 2
    bottomMargin: 8
    activeFocusOnTab: true
    keyNavigationEnabled: false
    highlightMoveDuration: 0
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Conversations")
    Keys.onUpPressed: step(-1)
    Keys.onDownPressed: step(1)
    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
    Keys.onSpacePressed: openCurrent()
    Keys.onMenuPressed: wantMenu()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            go(0);
        else if (event.key === Qt.Key_End)
            go(count - 1);
        else if (event.key === Qt.Key_PageUp)
            step(-page());
        else if (event.key === Qt.Key_PageDown)
            step(page());
        else if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            wantMenu();
        else
            event.accepted = false;
    }
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0)
            go(0);
    }
    onOpenIdChanged: following.restart()

    ScrollBar.vertical: ThinScrollBar {}
    CalmWheel {
        view: list
    }

    ReadingOrder {
        view: list
    }
    // At the top one stays there, and the open conversation in sight, wherever rows move to.
    property bool atTop: true
    property bool openSeen: false
    Connections {
        target: list.model
        function onRowsAboutToBeMoved() {
            if (rising.running)
                return;
            list.atTop = list.contentY <= list.originY + 4;
            const row = list.currentItem;
            const middle = row === null ? -1 : row.y + row.height / 2 - list.contentY;
            list.openSeen = middle > 0 && middle < list.height;
        }
        function onRowsMoved() {
            rising.restart();
        }
    }
    Timer {
        id: rising
        interval: 0
        onTriggered: {
            list.forceLayout();
            if (list.atTop)
                list.contentY = list.originY - list.topMargin;
            else if (list.openSeen)
                list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
    }
    // Not at once: to move the current row may lay out the list and reuse the very row that is being bound.
    Timer {
        id: following
        interval: 0
        onTriggered: list.currentIndex = list.openId.length > 0 ? list.face.rows.rowOf(list.openId) : list.currentIndex
    }

    function page(): int {
        const row = currentItem as ConversationRow;
        return row ? Math.max(1, Math.floor(height / row.height) - 1) : 1;
    }

    function go(to: int) {
        if (count > 0)
            currentIndex = Math.max(0, Math.min(count - 1, to));
    }

    function step(by: int) {
        go(currentIndex < 0 ? 0 : currentIndex + by);
    }

    function openCurrent() {
        const row = currentItem as ConversationRow;
        if (row)
            chat.open(row.conversationId);
    }

    function openFirst() {
        face.openNth(0);
    }

    function wantMenu() {
        const row = currentItem as ConversationRow;
        if (row)
            menuWanted(row, row.textX, true);
    }

    delegate: ConversationRow {
        id: row
        width: list.width
        openId: list.openId
        meant: list.meantId === conversationId
        ring: list.activeFocus && list.currentIndex === index
        onMenuWanted: (x, y) => {
            list.currentIndex = row.index;
            list.menuWanted(row, x, false);
        }
        onClicked: {
            list.currentIndex = row.index;
            list.chat.open(row.conversationId);
        }
    }
}
