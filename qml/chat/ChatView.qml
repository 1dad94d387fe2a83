pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The open conversation: header, timeline, who is writing, composer; or an invitation to choose one.
FocusScope {
    id: view

    required property App app
    readonly property ChatFace chat: app.chat
    property bool backShown: false
    readonly property bool opened: chat.conversationId.length > 0
    readonly property bool readingBack: timeline.readingBack
    readonly property bool reading: timeline.activeFocus

    function focusComposer() {
        composer.forceActiveFocus();
    }

    function focusTimeline() {
        timeline.forceActiveFocus(Qt.TabFocusReason);
    }

    function typeOn(text: string) {
        composer.typeOn(text);
    }

    function toNewest() {
        timeline.toNewest();
    }

    function search() {
        chat.search.open();
        (searching.itemAt(0) as SearchBar).focusField();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    TilePattern {
        anchors.fill: parent
    }
    EmptyChat {
        anchors.fill: parent
        visible: !view.opened
        nobody: view.app.list.total === 0 && !view.chat.loadingConversations && view.chat.conversationsError.length === 0
    }
    ChatHeader {
        id: header
        width: parent.width
        height: implicitHeight
        visible: view.opened
        chat: view.chat
        backShown: view.backShown
        onSearchWanted: view.search()
    }
    OnDemand {
        id: searching
        active: view.opened && view.chat.search.active
        SearchBar {
            y: header.height
            width: view.width
            face: view.chat.search
            onClosed: {
                view.chat.search.close();
                view.focusComposer();
            }
        }
    }
    MessageTimeline {
        id: timeline
        anchors.top: header.bottom
        anchors.topMargin: searching.count > 0 ? (searching.itemAt(0) as SearchBar).height : 0
        anchors.bottom: bar.top
        width: parent.width
        visible: view.opened
        chat: view.chat
        actions: view.app.actions
        files: view.app.files
    }
    // For screen readers: a name that changes is read aloud. (Accessible.announce came with Qt 6.8.)
    Item {
        width: 1
        height: 1
        visible: view.opened
        Accessible.role: Accessible.StaticText
        Accessible.name: view.app.announcer.text
    }
    TypingIndicator {
        anchors.bottom: bar.top
        // in the middle of the room below the newest message
        anchors.bottomMargin: Math.max(4, Math.round((timeline.roomBelow - height) / 2))
        x: view.width < 560 ? 10 : Math.max(20, Math.round((view.width - 880) / 2))
        maximumWidth: view.width - x * 2 - 60
        // while one reads further up it would lie on a line that is being read
        text: view.opened && !timeline.readingBack ? view.chat.typingText : ""
    }
    ComposerBar {
        id: bar
        anchors.bottom: composer.top
        width: parent.width
        height: implicitHeight
        actions: view.app.actions
    }
    Composer {
        id: composer
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        visible: view.opened
        focus: true
        app: view.app
        onSent: timeline.toNewest()
    }
    DropPlace {
        anchors.fill: parent
        enabled: view.opened
        attachments: view.app.attachments
        title: view.chat.conversationTitle
        onWordsDropped: text => {
            composer.forceActiveFocus();
            composer.typeOn(text);
        }
    }
    OnDemandPopup {
        id: viewer
        source: Qt.resolvedUrl("PictureViewer.qml")
    }
    SaveAs {
        files: view.app.files
    }
    Connections {
        target: view.app.files.gallery
        function onChanged() {
            if (view.app.files.gallery.opened && !viewer.opened)
                viewer.open({"files": view.app.files});
        }
    }
}
