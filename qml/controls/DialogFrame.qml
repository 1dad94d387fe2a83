pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.Theme

// The sheet of every dialog: centred, never wider than the window, dark behind it.
NamedPopup {
    id: frame

    property string title
    property string glyph: "alert"
    property bool danger: true
    property bool glyphShown: true
    property alias body: content.data
    property alias actions: buttons.data
    property alias sheetName: sheet.objectName

    name: title
    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    // by what it wants: its height is cut to the window where it stands, and would move it again
    y: Math.max(0, Math.round((parent.height - implicitHeight) / 2))
    width: Math.min(440, parent.width - 32)
    padding: 24
    modal: true
    focus: true
    closePolicy: Popup.NoAutoClose

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: 20
        color: Theme.raised
        border.width: Theme.dark ? 1 : 0
        border.color: Theme.line
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.shortTime
        }
    }
    contentHeight: sheet.implicitHeight

    Column {
        id: sheet
        width: parent.width
        spacing: 12

        Rectangle {
            width: 44
            height: 44
            radius: 22
            visible: frame.glyphShown
            color: frame.danger ? Theme.dangerSoft : Theme.warmSoft
            Icon {
                anchors.centerIn: parent
                glyph: frame.glyph
                size: 24
                color: frame.danger ? Theme.dangerText : Theme.warmText
            }
        }
        TextLabel {
            width: parent.width
            text: frame.title
            font.pixelSize: Theme.fontHeading
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Column {
            id: content
            width: parent.width
            spacing: 12
        }
        Flow {
            id: buttons
            width: parent.width
            topPadding: 8
            spacing: 12
            layoutDirection: Qt.RightToLeft
        }
    }
}
