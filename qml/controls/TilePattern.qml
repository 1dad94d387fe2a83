import QtQuick
import Suhbat.Theme

// The star-and-cross lattice of the tiles, one quiet picture repeated.
Image {
    property bool brand: false

    source: Qt.resolvedUrl(brand ? "icons/pattern-brand.svg" : Theme.dark ? "icons/pattern-dark.svg" : "icons/pattern-light.svg")
    sourceSize.width: 80
    sourceSize.height: 80
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    verticalAlignment: Image.AlignTop
    Accessible.ignored: true
}
