pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// Technical lines, the newest at the end and in sight.
Rectangle {
    id: box

    required property string label
    property alias lines: list.model
    property string emptyText

    radius: Theme.radius
    color: Theme.field

    ListView {
        id: list
        anchors.fill: parent
        anchors.margins: Theme.gapWide
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        spacing: 2
        currentIndex: count - 1
        Accessible.role: Accessible.List
        Accessible.name: box.label
        ScrollBar.vertical: ThinScrollBar {}
        CalmWheel {
            view: list
        }
        onCountChanged: positionViewAtEnd()

        delegate: TextLabel {
            required property string modelData
            objectName: "diagnosticsLine"
            width: ListView.view ? ListView.view.width - 8 : 0
            text: modelData
            font.family: "monospace"
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    TextLabel {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapHuge
        visible: list.count === 0
        text: box.emptyText
        color: Theme.textSoft
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    FocusRing {
        shown: list.activeFocus
    }
}
