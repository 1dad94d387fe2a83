pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Over the composer: which message is answered or edited, and why an edit was not saved.
Item {
    id: bar

    required property MessageActionsFace actions
    readonly property int side: Math.max(16, Math.round((width - 880) / 2))
    readonly property bool failed: actions.editError.length > 0

    objectName: "composerBar"
    visible: actions.active
    implicitHeight: visible ? 54 + (failed ? reason.height + 8 : 0) : 0
    Accessible.role: Accessible.Grouping
    Accessible.name: quote.sender + ": " + quote.text

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Icon {
        x: bar.side + 6
        y: 17
        glyph: bar.actions.editing ? "edit" : "reply"
        color: Theme.accentText
    }
    QuoteLine {
        id: quote
        x: bar.side + 40
        y: 9
        width: cancel.x - x - 8
        sender: bar.actions.editing ? (bar.actions.saving ? qsTr("Saving the change…") : qsTr("Edit message")) : qsTr("Reply to %1").arg(bar.actions.replySender)
        text: bar.actions.editing ? bar.actions.editedLine : bar.actions.replyText
    }
    TextLabel {
        id: reason
        objectName: "editError"
        x: bar.side + 40
        y: 54
        width: bar.width - x - bar.side
        visible: bar.failed
        text: bar.actions.editError
        color: Theme.dangerText
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    IconButton {
        id: cancel
        objectName: "composerBarCancel"
        x: bar.width - bar.side - width
        y: 7
        size: 40
        glyph: "close"
        label: bar.actions.editing ? qsTr("Do not change it") : qsTr("Do not reply")
        onClicked: bar.actions.cancel()
    }
}
