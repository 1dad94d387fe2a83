pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The left side of the window: everyone one talks to.
FocusScope {
    id: pane

    required property App app
    readonly property ChatFace chat: app.chat
    readonly property string wanted: header.filter.text.trim()
    readonly property bool filtering: header.filter.activeFocus
    // nothing to choose from yet, because it is not here yet or could not be had
    readonly property bool unknown: chat.loadingConversations || chat.conversationsError.length > 0

    function focusFilter() {
        header.filter.forceActiveFocus(Qt.ShortcutFocusReason);
        header.filter.selectAll();
    }

    function focusList() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    function startChat() {
        newChat.open({"list": app.list});
    }

    function clearFilter() {
        header.filter.clear();
    }

    onWantedChanged: app.list.setText(wanted)

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    ConversationHeader {
        id: header
        width: parent.width
        focus: true
        app: pane.app
        onLeftDown: pane.focusList()
        onAccepted: list.openFirst()
        onNewChatWanted: pane.startChat()
    }
    KindTabs {
        id: tabs
        y: header.height - 4
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: pane.app.list.total > 0
        list: pane.app.list
    }
    Notice {
        id: trouble
        x: 12
        y: tabs.y + tabs.height
        width: parent.width - 24
        danger: true
        visible: pane.app.list.total > 0 && pane.chat.conversationsError.length > 0
        text: pane.chat.conversationsError
    }
    ConversationList {
        id: list
        width: parent.width
        anchors.top: tabs.bottom
        anchors.topMargin: trouble.visible ? trouble.height + 8 : 0
        anchors.bottom: parent.bottom
        chat: pane.chat
        face: pane.app.list
        meantId: menu.opened ? (menu.popup as ConversationMenu).conversationId : ""
        onMenuWanted: (row, atX, byKeyboard) => (menu.make({"list": pane.app.list}) as ConversationMenu).openFor(row, list.x + atX, byKeyboard)
    }
    OnDemandPopup {
        id: menu
        anchors.fill: parent
        source: Qt.resolvedUrl("ConversationMenu.qml")
    }
    OnDemandPopup {
        id: newChat
        source: Qt.resolvedUrl("NewChat.qml")
    }
    BusyDots {
        anchors.centerIn: list
        running: pane.chat.loadingConversations && pane.app.list.total === 0
    }
    ErrorState {
        anchors.centerIn: list
        visible: text.length > 0 && pane.app.list.total === 0 && !pane.chat.loadingConversations
        text: pane.chat.conversationsError
        retry.objectName: "conversationsRetry"
        onRetried: pane.chat.reloadConversations()
    }
    EmptyList {
        anchors.centerIn: list
        visible: list.count === 0 && !(pane.app.list.total === 0 && pane.unknown)
        list: pane.app.list
        wanted: pane.wanted
        onNewChatWanted: pane.startChat()
    }
}
