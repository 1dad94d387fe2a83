import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Says that these may not be the newest messages, while they are looked for and when that failed.
Rectangle {
    id: hint

    property bool shown: false // for longer than a glance
    property bool failed: false
    readonly property real room: parent ? parent.width - 16 : 0
    signal retried

    objectName: "catchingUp"
    width: line.width + 24
    height: Theme.fit(26)
    radius: height / 2
    color: Theme.raised
    border.color: Theme.line
    visible: false
    onShownChanged: shown ? patience.restart() : (visible = false, patience.stop())
    onFailedChanged: if (failed && shown)
        visible = true
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Timer {
        id: patience
        interval: 600
        onTriggered: hint.visible = true
    }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: 8

        BusyDots {
            anchors.verticalCenter: parent.verticalCenter
            running: hint.visible && !hint.failed
        }
        TextLabel {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            text: hint.failed ? qsTr("Some messages may be missing.") : qsTr("Looking for newer messages…")
            width: Math.min(implicitWidth, hint.room - 40 - (hint.failed ? again.width : 48))
            color: Theme.textSoft
            font.pixelSize: Theme.fontNote
            elide: Text.ElideRight
            maximumLineCount: 1
        }
        LinkButton {
            id: again
            objectName: "catchingUpRetry"
            anchors.verticalCenter: parent.verticalCenter
            visible: hint.failed
            text: qsTr("Try again")
            onClicked: hint.retried()
        }
    }
}
