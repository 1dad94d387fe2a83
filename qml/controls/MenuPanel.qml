import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// The sheet of every menu. Esc or a press beside it closes it.
Popup {
    id: panel

    property alias body: rows.data

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
    }
}
