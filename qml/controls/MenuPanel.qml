import QtQuick
import Suhbat.Theme

// The sheet of every menu. Esc or a press beside it closes it.
NamedPopup {
    id: panel

    property alias body: rows.data

    // the first thing in it that takes the keyboard
    function focusFirst(reason: int) {
        const first = rows.nextItemInFocusChain(true);
        if (first)
            first.forceActiveFocus(reason);
    }

    role: Accessible.PopupMenu
    padding: 8
    focus: true
    contentHeight: rows.implicitHeight
    enter: null
    exit: null

    background: Rectangle {
        radius: 16
        color: Theme.raised
        border.width: 1
        border.color: Theme.line

        Rectangle {
            z: -1
            y: 3
            width: parent.width
            height: parent.height
            radius: 16
            color: Theme.shade
        }
    }

    Column {
        id: rows
        width: panel.availableWidth
        Keys.onDownPressed: rows.step(true)
        Keys.onUpPressed: rows.step(false)

        function step(forward: bool) {
            const from = rows.Window.activeFocusItem;
            const next = from ? from.nextItemInFocusChain(forward) : null;
            if (next)
                next.forceActiveFocus(Qt.TabFocusReason);
        }
    }
}
