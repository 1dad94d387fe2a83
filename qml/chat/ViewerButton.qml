import QtQuick
import Suhbat.Controls

// A button on the dark of the picture viewer, in either theme.
IconButton {
    property color rest: "transparent"

    // a click leaves the keyboard with the picture
    focusPolicy: Qt.TabFocus
    size: 44
    glyphSize: 22
    ink: "#ffffff"
    fill: rest.a > 0 ? (down || hovered ? "#99000000" : rest) : down ? "#4dffffff" : hovered ? "#26ffffff" : rest
}
