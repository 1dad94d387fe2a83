pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// A picture of a message in the room that is reserved for it; what stands there while it is not here, and why.
AbstractButton {
    id: tile

    required property FilesFace files
    required property string messageKey
    required property int number
    required property string name
    required property string size
    property real uploadProgress: -1

    readonly property bool here: file.state === AttachedFile.Here
    readonly property bool shown: here && image.status === Image.Ready && image.implicitWidth > 1
    readonly property bool broken: here && !shown && image.status !== Image.Loading && image.status !== Image.Null
    readonly property string words: {
        switch (file.state) {
        case AttachedFile.Asks:
            return qsTr("Picture on %1. Click to load it.").arg(file.host);
        case AttachedFile.Away:
            return size.length > 0 ? qsTr("Load the picture (%1)").arg(size) : qsTr("Load the picture");
        case AttachedFile.Failed:
            return file.problem;
        default:
            return broken ? qsTr("This picture cannot be shown.") : "";
        }
    }

    // none of the files of the message is to go out
    signal stopped

    objectName: "pictureTile"
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Picture %1").arg(name)
    Accessible.description: tile.words.length > 0 ? tile.words : file.note
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.clicked()
    Keys.onEnterPressed: tile.clicked()
    onClicked: {
        if (broken)
            file.save();
        else if (here)
            files.gallery.show(messageKey, number);
        else if (file.state === AttachedFile.Coming)
            file.cancel();
        else
            file.fetch();
    }

    AttachedFile {
        id: file
        preview: true
        rounding: Math.round(12000 / Math.max(1, tile.width))
        files: tile.files
        messageKey: tile.messageKey
        number: tile.number
    }

    Item {
        anchors.fill: parent

        Image {
            id: image
            anchors.fill: parent
            visible: tile.shown
            source: file.source
            sourceSize.width: tile.width
            sourceSize.height: tile.height
            asynchronous: true
        }
        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: tile.words.length > 0 ? -words.height / 2 - 2 : 0
            visible: !tile.shown && !dots.visible
            glyph: file.state === AttachedFile.Failed || tile.broken ? "alert" : file.state === AttachedFile.Away ? "fetch" : "picture"
            size: 24
            color: Theme.textSoft
        }
        TextLabel {
            id: words
            y: Math.round(parent.height / 2) + 8 - (height > 30 ? 6 : 0)
            width: parent.width - 16
            x: 8
            visible: text.length > 0
            text: tile.words
            color: file.state === AttachedFile.Failed ? Theme.dangerText : Theme.textSoft
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: Math.max(1, Math.floor((tile.height / 2 - 10) / (Theme.fontSmall * 1.4)))
        }
        BusyDots {
            id: dots
            anchors.centerIn: parent
            running: file.state === AttachedFile.Coming || tile.here && image.status === Image.Loading
        }
        ProgressLine {
            objectName: "pictureProgress"
            x: 10
            y: parent.height - 13
            width: parent.width - 20
            visible: file.state === AttachedFile.Coming && file.progress >= 0 || tile.uploadProgress >= 0
            framed: tile.shown
            value: file.state === AttachedFile.Coming ? file.progress : tile.uploadProgress
        }
        IconButton {
            objectName: "stopSending"
            anchors.centerIn: parent
            visible: tile.uploadProgress >= 0
            size: 44
            glyph: "close"
            ink: "#ffffff"
            fill: down || hovered ? "#d9000000" : "#99000000"
            label: qsTr("Stop sending")
            onClicked: tile.stopped()
        }
        Rectangle {
            visible: file.note.length > 0
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height - height - 8
            width: Math.min(parent.width - 16, note.implicitWidth + 20)
            height: note.implicitHeight + 8
            radius: height / 2
            color: "#b3000000"
            TextLabel {
                id: note
                objectName: "pictureNote"
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 16)
                text: file.note
                color: "#ffffff"
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideRight
            }
        }
        IconButton {
            objectName: "pictureSave"
            anchors.right: parent.right
            anchors.margins: 8
            y: 8
            visible: tile.here && (tile.hovered || tile.visualFocus || hovered || activeFocus)
            size: 32
            glyphSize: 18
            glyph: "download"
            ink: "#ffffff"
            fill: down || hovered ? "#d9000000" : "#99000000"
            label: qsTr("Save")
            onClicked: file.save()
        }
    }
    background: Rectangle {
        radius: 12
        color: tile.shown ? "transparent" : Theme.field
        FocusRing {
            shown: tile.visualFocus
            inset: -2
            radius: 14
        }
    }
    Tip {
        text: tile.words.length > 0 && words.truncated ? tile.words : file.problem
        shown: tile.hovered || tile.visualFocus
    }
}
