pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// Something to know: what it is, and how it is. Nothing where there is no value.
Item {
    id: row

    required property string title
    required property string value
    readonly property bool narrow: width < Theme.fit(420)
    readonly property int half: Math.round(width * 0.36)
    // side by side the first lines stand on one line
    readonly property real tall: Math.max(name.height, words.height)

    width: parent.width
    visible: value.length > 0
    implicitHeight: narrow ? name.height + words.height + Theme.gapLarge : Math.max(Theme.fit(40), tall + Theme.gapLarge)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ": " + value

    TextLabel {
        id: name
        x: Theme.gapWide
        y: row.narrow ? Theme.gap : Math.round((row.height - row.tall) / 2)
        width: row.narrow ? row.width - x * 2 : row.half - x
        text: row.title
        color: Theme.textSoft
        font.pixelSize: row.narrow ? Theme.fontNote : Theme.fontBody
        wrapMode: Text.Wrap
    }
    TextLabel {
        id: words
        x: row.narrow ? Theme.gapWide : row.half + Theme.gapWide
        y: row.narrow ? name.y + name.height : Math.round((row.height - row.tall) / 2)
        width: row.width - x - Theme.gapWide
        text: row.value
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
