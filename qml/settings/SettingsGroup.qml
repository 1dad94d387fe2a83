import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Some settings that belong together, under one heading.
Column {
    id: group

    property string title
    property string note
    default property alias rows: body.data

    width: parent.width
    spacing: Theme.gap

    TextLabel {
        x: Theme.gapWide
        width: parent.width - x * 2
        visible: text.length > 0
        text: group.title
        color: Theme.accentText
        font.pixelSize: Theme.fontNote
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Column {
        id: body
        width: parent.width
    }
    TextLabel {
        x: Theme.gapWide
        width: Math.min(parent.width - x * 2, Theme.fit(560))
        visible: text.length > 0
        text: group.note
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
        lineHeight: 1.1
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
