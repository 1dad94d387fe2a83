import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A narrow bar that shows itself while it is of use, and faintly where there is much more than one sees.
ScrollBar {
    id: bar

    padding: 2
    minimumSize: 0.08
    policy: ScrollBar.AsNeeded
    contentItem: Rectangle {
        implicitWidth: 5
        implicitHeight: 5
        radius: 3
        color: bar.pressed || bar.active || bar.hovered ? Theme.textSoft : Theme.fieldBorder
        opacity: bar.size >= 1 ? 0 : bar.pressed || bar.active || bar.hovered || bar.size < 0.2 ? 1 : 0
    }
}
