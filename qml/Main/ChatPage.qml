pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Chat
import Suhbat.Controls
import Suhbat.Conversations
import Suhbat.Theme

// The list beside the open conversation; in a narrow window one of the two.
FocusScope {
    id: page

    required property App app
    readonly property ChatFace chat: app.chat
    readonly property bool narrow: width < Theme.narrow
    readonly property bool opened: chat.conversationId.length > 0
    readonly property int listWidth: Math.max(240, Math.min(app.desktop.listWidth, width - 320))

    // where the snackbar may lie
    readonly property int underHeader: banner.height + Theme.fit(64) + Theme.gapWide
    readonly property int chatWidth: view.visible ? view.width : width
    readonly property int chatCentre: view.visible ? view.x + view.width / 2 : width / 2

    objectName: "chatPage"
    focus: true

    // what is typed beside any field is meant for the composer
    Keys.onPressed: event => {
        if (opened && view.visible && event.text.length > 0 && event.text >= " " && event.text !== "\u007f" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))) {
            view.typeOn(event.text);
            event.accepted = true;
        }
    }

    ConnectionBanner {
        id: banner
        width: parent.width
        chat: page.chat
    }
    ConversationPane {
        id: pane
        visible: !page.narrow || !page.opened
        y: banner.height
        width: page.narrow ? page.width : page.listWidth
        height: page.height - y
        focus: true
        app: page.app
    }
    ChatView {
        id: view
        visible: !page.narrow || page.opened
        x: page.narrow ? 0 : page.listWidth + 1
        y: banner.height
        width: page.width - x
        height: page.height - y
        app: page.app
        backShown: page.narrow
    }
    Rectangle {
        id: edge
        visible: !page.narrow
        x: page.listWidth
        y: banner.height
        width: 1
        height: pane.height
        color: Theme.line

        MouseArea {
            x: -4
            width: 9
            height: parent.height
            cursorShape: Qt.SplitHCursor
            preventStealing: true
            onPositionChanged: mouse => {
                page.app.desktop.listWidth = Math.round(edge.x + x + mouse.x);
            }
        }
    }

    ChatKeys {
        app: page.app
        pane: pane
        view: view
        narrow: page.narrow
        onSheetWanted: sheet.open()
        onSwitcherWanted: switcher.open({"app": page.app})
    }
    OnDemandPopup {
        id: sheet
        source: Qt.resolvedUrl("Keys/ShortcutSheet.qml")
    }
    OnDemandPopup {
        id: switcher
        source: Qt.resolvedUrl("Conversations/Switcher.qml")
    }
    Connections {
        target: switcher.popup
        ignoreUnknownSignals: true
        function onNewChatWanted() {
            pane.startChat();
        }
    }
}
