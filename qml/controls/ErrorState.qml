import QtQuick
import Suhbat.Theme

// In place of a list that could not be loaded: what happened, and the way to try again.
Column {
    id: column

    property string text
    property alias retry: button

    signal retried

    width: Math.min(320, parent.width - 48)
    spacing: 12
    visible: text.length > 0

    Icon {
        x: Math.round((parent.width - width) / 2)
        glyph: "alert"
        size: 32
        color: Theme.dangerText
    }
    TextLabel {
        width: parent.width
        text: column.text
        color: Theme.textSoft
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    ActionButton {
        id: button
        x: Math.round((parent.width - width) / 2)
        text: qsTr("Try again")
        onClicked: column.retried()
    }
}
