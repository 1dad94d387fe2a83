pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Under a message that did not go out, or may not have: why, and what one can do.
Item {
    id: row

    property string text
    property bool certain: true
    property bool retryHelps: true
    property bool stopped: false // by the user: nothing is wrong
    readonly property color hue: stopped ? Theme.textSoft : certain ? Theme.dangerText : Theme.warmText

    signal retried
    signal discarded

    // the keyboard to its first answer
    function takeKeys() {
        (again.visible ? again : away).forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: words.height + 40

    Icon {
        x: words.x - 20
        y: 5
        visible: !row.stopped
        glyph: row.certain ? "alert" : "question"
        size: 16
        color: row.hue
    }
    TextLabel {
        id: words
        // ends below the end of the bubble, and begins where its first line does
        x: row.width - contentWidth
        y: 4
        width: row.width - 20
        text: row.text
        color: row.hue
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: -8
        y: words.height + 4
        LinkButton {
            id: again
            objectName: "messageRetry"
            visible: row.retryHelps
            text: row.stopped ? qsTr("Send") : qsTr("Try again")
            onClicked: row.retried()
        }
        LinkButton {
            id: away
            objectName: "messageDiscard"
            text: qsTr("Discard")
            onClicked: row.discarded()
        }
    }
}
