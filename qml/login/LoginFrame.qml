pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// What the pages before the chat share: the wall on wide windows, the two switches, a form that scrolls when it must.
FocusScope {
    id: frame

    required property Settings settings
    property bool showSwitches: true
    default property alias form: column.data
    readonly property bool wide: width >= 860
    // too low for the whole form unless it draws closer together
    readonly property bool low: height < 600
    readonly property int headingSize: low ? Theme.fit(22) : Theme.fontDisplay

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    BrandPanel {
        id: wall
        width: frame.wide ? Math.round(frame.width * 0.44) : 0
        height: parent.height
        visible: frame.wide
    }
    Item {
        anchors.left: wall.right
        anchors.right: parent.right
        height: parent.height

        Flickable {
            id: scroll
            anchors.fill: parent
            contentHeight: Math.max(height, column.height + 144)
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Column {
                id: column
                x: Math.round((parent.width - width) / 2)
                y: Math.max(frame.low ? bar.height : bar.height + 8, Math.round((parent.height - height) / 2))
                width: Math.min(Theme.fit(360), scroll.width - 48)
                spacing: frame.low ? 12 : 20
            }
        }
        Rectangle {
            id: bar
            width: parent.width
            height: themes.height + 28
            color: Theme.pane
            visible: frame.showSwitches

            LanguageChoice {
                x: 24
                width: Math.min(implicitWidth, themes.x - x - Theme.gap)
                y: 16
                settings: frame.settings
            }
            ThemeChoice {
                id: themes
                anchors.right: parent.right
                anchors.rightMargin: 24
                y: 16
                settings: frame.settings
            }
        }
    }
}
