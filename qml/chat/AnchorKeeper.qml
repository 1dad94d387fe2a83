import QtQuick

// Keeps what one reads where it is when rows come, go or grow around it: it remembers one visible row and
// how far its lower edge is from the top of the view, and after a change moves the view by the difference.
// At the newest message it does nothing: there the view follows by itself.
QtObject {
    id: keeper

    required property ListView view
    property bool atNewest: true
    property MessageRow row: null
    property string key
    property real offset: 0
    property bool settling: false

    readonly property Connections moves: Connections {
        target: keeper.view
        function onContentYChanged() {
            if (!keeper.settling)
                keeper.remember();
        }
    }
    readonly property Connections changes: Connections {
        target: keeper.view.model
        ignoreUnknownSignals: true
        function onRowsAboutToBeInserted() {
            keeper.remember();
        }
        function onRowsInserted() {
            keeper.restore();
        }
        function onRowsAboutToBeRemoved() {
            keeper.remember();
        }
        function onRowsRemoved() {
            keeper.restore();
        }
        function onRowsMoved() {
            keeper.restore();
        }
        function onDataChanged() {
            keeper.restore();
        }
        function onModelReset() {
            keeper.row = null;
            keeper.atNewest = true;
        }
    }

    function remember() {
        atNewest = view.contentY + view.height >= view.originY + view.contentHeight + view.bottomMargin - 4;
        row = null;
        if (atNewest)
            return;
        for (let up = view.height - 8; up > 0 && !row; up -= 24)
            row = view.itemAt(view.width / 2, view.contentY + up) as MessageRow;
        if (!row)
            return;
        key = row.key;
        offset = row.y + row.height - view.contentY;
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
