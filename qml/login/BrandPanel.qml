import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// The tiled wall beside the form: what this is, in one look.
Rectangle {
    id: panel

    color: Theme.brand
    clip: true

    TilePattern {
        anchors.fill: parent
        brand: true
        opacity: Theme.dark ? 0.55 : 0.75
    }
    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 48
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16

        Image {
            x: -10 // the drawing's own margin
            source: Qt.resolvedUrl("../Controls/icons/mark-white.svg")
            sourceSize.width: 88
            sourceSize.height: 88
            Accessible.ignored: true
        }
        TextLabel {
            text: "Suhbat"
            color: "#ffffff"
            font.pixelSize: Theme.fit(44)
            font.weight: Font.Bold
            font.letterSpacing: -0.5
        }
        TextLabel {
            width: parent.width
            text: qsTr("Good conversation, every day.")
            color: "#e3f4f1"
            font.pixelSize: Theme.fontHeading
            wrapMode: Text.Wrap
            lineHeight: 1.15
        }
        Rectangle {
            width: 48
            height: 4
            radius: 2
            color: "#f6b14c"
        }
    }
}
