import QtQuick
import Suhbat.Theme

// Where one is in the history. Counted in rows: the height of what is not loaded is a guess and would make it tremble.
Rectangle {
    id: thumb

    required property ListView view
    readonly property int oldest: view.count > 0 ? Math.max(0, view.indexAt(view.width / 2, view.contentY + 8)) : 0
    readonly property int newest: view.count > 0 ? Math.max(0, view.indexAt(view.width / 2, view.contentY + view.height - 24)) : 0
    readonly property real share: view.count > 0 ? Math.min(1, (oldest - newest + 1) / view.count) : 1
    readonly property real place: view.count > 1 ? newest / Math.max(1, view.count - (oldest - newest + 1)) : 0

    width: 5
    height: Math.max(36, (view.height - 8) * share)
    y: view.y + 4 + (view.height - 8 - height) * (1 - Math.min(1, place))
    radius: 3
    color: Theme.textSoft
    opacity: view.moving && share < 1 ? 0.5 : 0
    visible: opacity > 0
    Accessible.ignored: true

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.reduceMotion ? 0 : 300
        }
    }
}
