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
        color: Theme.textSoft
        opacity: bar.size >= 1 ? 0 : bar.pressed ? 0.8 : bar.active || bar.hovered ? 0.5 : bar.size < 0.2 ? 0.25 : 0
    }
}
