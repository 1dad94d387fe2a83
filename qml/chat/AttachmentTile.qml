pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// One file before it is sent.
Rectangle {
    id: tile

    required property int index
    required property string name
    required property string sizeText
    required property url picture
    readonly property bool shown: image.status === Image.Ready

    signal removed(row: int)

    objectName: "attachmentTile"
    // the room for all of them
    property int room: Theme.fit(320)

    width: String(picture).length > 0 ? height : Math.max(Theme.fit(140), Math.min(room, Theme.fit(360), Math.ceil(98 + Math.max(title.implicitWidth, line.implicitWidth))))
    radius: Theme.radius
    color: Theme.field
    border.width: 1
    border.color: Theme.fieldBorder
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("File %1, %2").arg(name).arg(sizeText)

    Image {
        id: image
        anchors.fill: parent
        anchors.margins: 5
        source: tile.picture
        // only as large as it is shown; the file may be of any size
        sourceSize.width: width * 2
        sourceSize.height: height * 2
        fillMode: Image.PreserveAspectCrop
        autoTransform: true
        asynchronous: true
        cache: false
        Accessible.ignored: true
    }
    Rectangle {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        width: 36
        height: 36
        radius: 10
        visible: !tile.shown
        color: Theme.accent
        Icon {
            anchors.centerIn: parent
            glyph: "file"
            color: Theme.accentInk
        }
    }
    Column {
        x: 58
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - 38
        visible: tile.width > tile.height
        spacing: 2
        TextLabel {
            id: title
            width: parent.width
            text: tile.name
            font.pixelSize: Theme.fontNote
            font.weight: Font.Medium
            elide: Text.ElideMiddle
        }
        TextLabel {
            id: line
            width: parent.width
            text: tile.sizeText
            color: Theme.textSoft
            font.pixelSize: Theme.fontSmall
            elide: Text.ElideRight
        }
    }
    HoverHandler {
        id: hover
    }
    Tip {
        text: tile.name + "\n" + tile.sizeText
        shown: hover.hovered && !away.hovered
    }
    IconButton {
        id: away
        objectName: "attachmentRemove"
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 3
        size: 26
        glyph: "close"
        glyphSize: 16
        label: qsTr("Remove %1").arg(tile.name)
        ink: "#ffffff"
        fill: down || hovered ? "#d9000000" : "#99000000"
        onClicked: tile.removed(tile.index)
    }
}
