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

    function focusFilter() {
        header.filter.forceActiveFocus(Qt.ShortcutFocusReason);
        header.filter.selectAll();
    }

    function focusList() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    function clearFilter() {
        header.filter.clear();
    }

    // the row after or before the open one
    function openNext(by: int) {
        if (list.step(by))
            list.openCurrent();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    ConversationHeader {
        id: header
        width: parent.width
        focus: true
        app: pane.app
        onLeftDown: list.forceActiveFocus(Qt.TabFocusReason)
        onAccepted: list.openFirst()
    }
    Notice {
        id: trouble
        x: 12
        y: header.height
        width: parent.width - 24
        danger: true
        visible: list.count > 0 && pane.chat.conversationsError.length > 0
        text: pane.chat.conversationsError
    }
    ConversationList {
        id: list
        width: parent.width
        anchors.top: header.bottom
        anchors.topMargin: trouble.visible ? trouble.height + 8 : 0
        anchors.bottom: parent.bottom
        chat: pane.chat
        wanted: pane.wanted
    }
    BusyDots {
        anchors.centerIn: list
        running: pane.chat.loadingConversations && list.count === 0
    }
    ErrorState {
        anchors.centerIn: list
        visible: text.length > 0 && list.count === 0 && !pane.chat.loadingConversations
        text: pane.chat.conversationsError
        retry.objectName: "conversationsRetry"
        onRetried: pane.chat.reloadConversations()
    }
    TextLabel {
        objectName: "conversationsEmpty"
        anchors.centerIn: list
        width: parent.width - 64
        visible: text.length > 0
        text: {
            if (list.count > 0)
                return list.contentHeight < 1 ? qsTr("Nobody is called “%1”").arg(pane.wanted) : "";
            return pane.chat.loadingConversations || pane.chat.conversationsError.length > 0 ? "" : qsTr("No conversations yet. As soon as someone writes to you, it appears here.");
        }
        color: Theme.textSoft
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        lineHeight: 1.15
    }
}
