pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.App

// A short word at the bottom that goes by itself; Retry where trying again makes sense.
Rectangle {
    id: snackbar

    required property NoticeCenter notices

    objectName: "snackbar"
    // that it may take of the width
    property real room: parent.width
    width: Math.min(room - 32, 560)
    height: Math.max(52, words.implicitHeight + 24)
    radius: 14
    color: Theme.inverse
    visible: opacity > 0
    opacity: notices.snackbarVisible ? 1 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: notices.snackbarText

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.shortTime
        }
    }

    TextLabel {
        id: words
        x: 20
        width: close.x - x - (retry.visible ? retry.width + 12 : 8)
        anchors.verticalCenter: parent.verticalCenter
        text: snackbar.notices.snackbarText
        color: Theme.inverseText
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
        // in a narrow window the same words take more lines
        maximumLineCount: width < 300 ? 8 : 3
        elide: Text.ElideRight
    }
    ActionButton {
        id: retry
        objectName: "snackbarRetry"
        anchors.right: close.left
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        compact: true
        kind: ActionButton.OnDark
        visible: snackbar.notices.snackbarCanRetry
        text: qsTr("Try again")
        onClicked: snackbar.notices.retrySnackbar()
    }
    IconButton {
        id: close
        objectName: "snackbarClose"
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        size: 36
        glyphSize: 18
        label: qsTr("Dismiss")
        glyph: "close"
        ink: Theme.inverseText
        fill: hovered ? "#33808080" : "transparent"
        onClicked: snackbar.notices.dismissSnackbar()
    }
}
