pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// With whom one talks.
Rectangle {
    id: header

    required property ChatFace chat
    property bool backShown: false

    signal searchWanted

    implicitHeight: Theme.fit(64)
    color: Theme.pane

    IconButton {
        id: back
        objectName: "chatBack"
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: header.backShown
        size: 44
        glyphSize: 22
        label: qsTr("Back to the list")
        glyph: "back"
        onClicked: header.chat.close()
    }
    Avatar {
        id: avatar
        x: header.backShown ? 56 : 20
        anchors.verticalCenter: parent.verticalCenter
        size: 40
        initials: header.chat.conversationInitials
        colorIndex: header.chat.conversationColorIndex
        source: header.chat.conversationAvatarUrl
    }
    IconButton {
        id: find
        objectName: "chatSearchOpen"
        x: parent.width - width - 12
        anchors.verticalCenter: parent.verticalCenter
        size: 44
        glyphSize: 22
        label: qsTr("Search in the conversation")
        glyph: "search"
        ink: header.chat.search.active ? Theme.accentText : Theme.textSoft
        fill: header.chat.search.active ? Theme.selected : down ? Theme.pressed : hovered ? Theme.hover : "transparent"
        onClicked: header.searchWanted()
    }
    Column {
        x: avatar.x + 52
        anchors.verticalCenter: parent.verticalCenter
        width: find.x - x - 8

        TextLabel {
            id: title
            objectName: "conversationTitle"
            width: parent.width
            text: header.chat.conversationTitle
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            wrapMode: Text.Wrap
            lineHeight: 0.95
            // a long name is worth more than the word below it
            maximumLineCount: 2
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        TextLabel {
            objectName: "conversationSubtitle"
            width: parent.width
            visible: text.length > 0 && title.lineCount < 2
            text: header.chat.conversationSubtitle
            color: Theme.textSoft
            font.pixelSize: Theme.fontNote
            elide: Text.ElideRight
            maximumLineCount: 1
        }
    }
    HoverHandler {
        id: over
    }
    Tip {
        y: header.height
        text: title.text
        shown: over.hovered && title.truncated && !back.hovered && !find.hovered
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
