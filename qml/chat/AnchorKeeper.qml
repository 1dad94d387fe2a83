import QtQuick

// Keeps what one reads where it is when rows come, go or grow around it: it remembers one visible row and
// how far its lower edge is from the top of the view, and after a change moves the view by the difference.
// At the newest message it does nothing: there the view follows by itself.
QtObject {
    id: keeper

    required property ListView view
    property bool live: true // below the newest row there is nothing
    property bool atNewest: true
    // the newest message is in sight as a whole, even if not all of the room below it is
    property bool newestSeen: true
    // the room below the newest message
    property int below: 0
    property MessageRow row: null
    property string key
    property real offset: 0
    property bool settling: false
    // nobody has moved it since readFrom()
    property bool placed: false

    readonly property Connections moves: Connections {
        target: keeper.view
        function onContentYChanged() {
            if (keeper.settling)
                return;
            keeper.placed = false;
            keeper.remember();
        }
    }

    readonly property Connections changes: Connections {
        target: keeper.view.model
        function onRowsAboutToBeInserted() {
            keeper.remember();
        }
        function onRowsAboutToBeRemoved() {
            keeper.remember();
        }
    }

    // A handler of Connections would run before the view's own slot, and find nothing changed yet:
    // functions connected like this come after it, in order.
    function attach() {
        view.model.rowsInserted.connect(restore);
        view.model.rowsRemoved.connect(restore);
        view.model.rowsMoved.connect(restore);
        view.model.dataChanged.connect(restore);
    }

    function detach() {
        view.model.rowsInserted.disconnect(restore);
        view.model.rowsRemoved.disconnect(restore);
        view.model.rowsMoved.disconnect(restore);
        view.model.dataChanged.disconnect(restore);
    }

    function forget() {
        row = null;
        placed = false;
        atNewest = true;
        newestSeen = true;
    }

    function remember() {
        atNewest = live && view.contentY + view.height >= view.originY + view.contentHeight - 4;
        newestSeen = atNewest || live && view.contentY + view.height >= view.originY + view.contentHeight - below;
        row = null;
        if (atNewest)
            return;
        const bottom = view.contentY + view.height;
        for (let y = bottom - 1; y > view.contentY; y -= 16) {
            const found = view.itemAt(view.width / 2, y) as MessageRow;
            if (found && !row)
                row = found;
            // better the lowest one that is wholly visible: then what grows below it grows out of sight
            if (found && found.y >= view.contentY && found.y + found.height <= bottom) {
                row = found;
                break;
            }
        }
        if (!row)
            return;
        key = row.key;
        offset = row.y + row.height - view.contentY;
    }

    // That row at the top, and what comes after it below. By the property `row`: of a variable that is
    // looked at for null the compiler of Qt 6.4 reads properties wrongly.
    function readFrom(index: int) {
        view.forceLayout();
        view.positionViewAtIndex(index, ListView.Center);
        row = view.itemAtIndex(index) as MessageRow;
        if (!row)
            return;
        const lowest = view.originY + view.contentHeight + view.bottomMargin - view.height;
        // without the room above it where that leaves room below the newest
        const top = row.y - 12;
        view.contentY = Math.min(lowest, lowest - top < below ? top + 12 : top);
        remember();
        placed = true;
    }

    function restore() {
        if (atNewest || !row || row.key !== key)
            return;
        settling = true;
        view.forceLayout();
        const moved = row.y + row.height - view.contentY - offset;
        if (Math.abs(moved) > 0.01 && row.key === key) {
            view.contentY += moved;
            view.forceLayout();
        }
        settling = false;
    }
}
