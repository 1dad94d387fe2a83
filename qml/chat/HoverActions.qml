pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Beside the message under the mouse: answer it, and all else that can be done. By keyboard the menu has both.
Rectangle {
    id: strip

    required property ListView view
    required property MessageActionsFace actions
    property MessageRow row: null

    signal menuWanted(row: MessageRow, x: real, y: real)

    // where the mouse is, in the view
    function follow(x: real, y: real) {
        const under = view.moving ? null : view.itemAt(view.width / 2, view.contentY + y) as MessageRow;
        if (!under || y < under.y - view.contentY + under.bubbleItem.y) {
            leave();
            return;
        }
        row = under;
        const edge = under.isOwn ? under.bubbleItem.x : under.bubbleItem.x + under.bubbleItem.width;
        answer.visible = actions.mayReply(under.key) && (under.isOwn ? edge : view.width - edge) > 84;
        strip.x = under.isOwn ? edge - width - 6 : edge + 6;
        const bottom = under.y - view.contentY + under.bubbleItem.y + under.bubbleItem.height;
        strip.y = Math.min(bottom, view.height) - height;
    }

    function leave() {
        row = null;
    }

    visible: row !== null && row.visible
    width: answer.visible ? 64 : 32
    height: 32
    radius: 16
    color: Theme.raised
    border.width: 1
    border.color: Theme.line

    Connections {
        target: strip.view
        function onContentYChanged() {
            strip.leave();
        }
        function onCountChanged() {
            strip.leave();
        }
    }
    IconButton {
        id: answer
        objectName: "hoverReply"
        size: 32
        glyphSize: 18
        glyph: "reply"
        label: qsTr("Reply")
        focusPolicy: Qt.NoFocus
        onClicked: strip.actions.startReply(strip.row.key)
    }
    IconButton {
        objectName: "hoverMore"
        x: parent.width - width
        size: 32
        glyphSize: 18
        glyph: "more"
        label: qsTr("More")
        focusPolicy: Qt.NoFocus
        onClicked: strip.menuWanted(strip.row, strip.x, strip.y + strip.height + 4)
    }
}
