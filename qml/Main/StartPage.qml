import QtQuick
import Suhbat.Theme

// What one sees for the moment before the session is known: the mark, standing still.
Rectangle {
    color: Theme.pane

    Image {
        anchors.centerIn: parent
        source: Qt.resolvedUrl("Controls/icons/mark.svg")
        sourceSize.width: 88
        sourceSize.height: 88
        Accessible.ignored: true
    }
}
