import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme

// A tool tip in our colours. Bind `shown` to what hovers.
ToolTip {
    id: tip
    property bool shown: false

    visible: shown && text.length > 0
    delay: 600
    padding: 0
    leftPadding: 10
    rightPadding: 10
    topPadding: 6
    bottomPadding: 6
    enter: null
    exit: null
    contentItem: TextLabel {
        text: tip.text
        font.pixelSize: Theme.fontSmall
        color: Theme.inverseText
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: 8
        color: Theme.inverse
    }
}
