pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls

// The rows themselves. The current row follows the open conversation, so that "next" means next to it.
ListView {
    id: list

    required property ChatFace chat
    property string wanted
    property ConversationRow opened: null

    objectName: "conversationList"
    model: chat.conversations
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
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0)
            step(1);
    }

    ScrollBar.vertical: ThinScrollBar {}

    // Not at once: to move the current row may lay out the list and reuse the very row that is being bound.
    Timer {
        id: following
        interval: 0
        onTriggered: {
            if (list.opened && list.opened.open)
                list.currentIndex = list.opened.index;
        }
    }

    // to the next row that the filter lets through; false at the end
    function step(by: int): bool {
        const before = currentIndex;
        for (let i = before + by; i >= 0 && i < count; i += by) {
            currentIndex = i;
            const row = currentItem as ConversationRow;
            if (row && row.matches)
                return true;
        }
        currentIndex = before;
        return false;
    }

    function makeCurrentSoon(row: ConversationRow) {
        if (row.open) {
            opened = row;
            following.restart();
        }
    }

    function openCurrent() {
        const row = currentItem as ConversationRow;
        if (row)
            chat.open(row.conversationId);
    }

    function openFirst() {
        currentIndex = -1;
        if (step(1))
            openCurrent();
    }

    delegate: ConversationRow {
        id: row
        width: list.width
        openId: list.chat.conversationId
        wanted: list.wanted
        ring: list.activeFocus && list.currentIndex === index
        onOpenChanged: list.makeCurrentSoon(row)
        Component.onCompleted: list.makeCurrentSoon(row)
        onClicked: {
            list.currentIndex = row.index;
            list.chat.open(row.conversationId);
        }
    }
}
