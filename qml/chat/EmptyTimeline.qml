import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// In place of the messages: that they come, why not, or that there are none.
Item {
    id: empty

    required property ChatFace chat

    BusyDots {
        anchors.centerIn: parent
        running: empty.visible && empty.chat.loadingMessages
    }
    ErrorState {
        anchors.centerIn: parent
        visible: text.length > 0 && !empty.chat.loadingMessages
        text: empty.chat.messagesError
        retry.objectName: "messagesRetry"
        onRetried: empty.chat.reloadMessages()
    }
    TextLabel {
        objectName: "noMessages"
        anchors.centerIn: parent
        width: Math.min(320, parent.width - 48)
        visible: !empty.chat.loadingMessages && empty.chat.messagesError.length === 0
        text: qsTr("Nothing has been said here yet. Say hello!")
        color: Theme.textSoft
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
}
