import QtQuick
import QtQuick.Controls.impl
import Suhbat.Theme

// A vector icon in one colour, coloured on the CPU: the software renderer has no shaders.
IconImage {
    property string glyph
    property int size: 20

    source: glyph.length > 0 ? Qt.resolvedUrl("icons/" + glyph + ".svg") : ""
    sourceSize.width: size
    sourceSize.height: size
    width: size
    height: size
    color: Theme.text
    Accessible.ignored: true
}
