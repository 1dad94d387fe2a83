import QtQuick
import Suhbat.Theme

// Words on a surface. Plain text always: what a server sends is never markup. Screen readers meet
// the text through the control around it, so the label itself is silent unless told otherwise.
Text {
    color: Theme.text
    textFormat: Text.PlainText
    font.pixelSize: Theme.fontBody
    Accessible.ignored: true
}
