pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// What a message answers: who said it and one line of it, behind an upright stroke.
Item {
    id: quote

    required property string sender
    required property string text
    property color strokeInk: Theme.accent
    property color senderInk: Theme.accentText
    property color textInk: Theme.textSoft
    property bool leads: false

    signal clicked

    implicitWidth: 13 + Math.ceil(Math.max(name.implicitWidth, line.implicitWidth))
    implicitHeight: Theme.fit(38)
    HoverHandler {
        enabled: quote.leads
        cursorShape: Qt.PointingHandCursor
    }
    TapHandler {
        enabled: quote.leads
        onTapped: quote.clicked()
    }

    Rectangle {
        width: 3
        height: parent.height
        radius: 1.5
        color: quote.strokeInk
    }
    TextLabel {
        id: name
        x: 11
        width: parent.width - x
        height: Theme.fit(19)
        text: quote.sender
        color: quote.senderInk
        font.pixelSize: Theme.fontNote
        font.weight: Font.DemiBold
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    TextLabel {
        id: line
        x: 11
        y: Theme.fit(19)
        width: parent.width - x
        height: Theme.fit(19)
        text: quote.text
        color: quote.textInk
        font.pixelSize: Theme.fontNote
        verticalAlignment: Text.AlignVCenter
        maximumLineCount: 1
        elide: Text.ElideRight
    }
}
