import QtQuick
import Suhbat.Theme

// A sentence in a soft box: why one is here again, what the demo is, what went wrong with the form.
Rectangle {
    id: notice

    property string text
    property string glyph: "alert"
    property bool danger: false
    readonly property color ink: danger ? Theme.dangerText : Theme.warmText

    visible: text.length > 0
    implicitHeight: visible ? words.implicitHeight + 24 : 0
    radius: Theme.radius
    color: danger ? Theme.dangerSoft : Theme.warmSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: 12
        y: 12
        glyph: notice.glyph
        size: 18
        color: notice.ink
    }
    TextLabel {
        id: words
        x: 40
        y: 12
        width: parent.width - 52
        text: notice.text
        color: notice.danger ? Theme.dangerText : Theme.text
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
    }
}
