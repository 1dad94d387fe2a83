pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// The name of a section, in the list of them.
AbstractButton {
    id: row

    required property string glyph
    required property bool chosen

    implicitHeight: Math.max(Theme.fit(44), words.implicitHeight + Theme.gapLarge)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: chosen
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    TextLabel {
        id: words
        x: Theme.fit(44)
        width: parent.width - x - Theme.gapWide
        height: parent.height
        text: row.text
        color: row.chosen ? Theme.accentText : Theme.text
        font.weight: row.chosen ? Font.DemiBold : Font.Normal
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.chosen ? Theme.selected : row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"

        Icon {
            x: Theme.gapWide
            anchors.verticalCenter: parent.verticalCenter
            glyph: row.glyph
            color: row.chosen ? Theme.accentText : Theme.textSoft
        }
        FocusRing {
            shown: row.visualFocus
            inset: 0
        }
    }
}
