pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// A file that came along: its name and size; a click fetches it, then opens it; the button at its end saves it.
AbstractButton {
    id: chip

    required property FilesFace files
    required property string messageKey
    required property int number
    required property string name
    required property string size
    property bool own: false
    // it is with the server, not only here
    property bool sent: true
    // how much of it has gone out, 0 to 1; negative: it is not on its way
    property real uploadProgress: -1

    readonly property color ink: own ? Theme.bubbleOwnText : Theme.text
    readonly property color quiet: own ? Theme.bubbleOwnMeta : Theme.textSoft
    readonly property bool coming: file.state === AttachedFile.Coming
    readonly property real progress: coming ? file.progress : uploadProgress
    // room for the line of the progress under the words
    readonly property int lift: progress >= 0 ? 4 : 0
    readonly property string words: {
        if (file.problem.length > 0)
            return file.problem;
        if (coming)
            return file.progress < 0 ? qsTr("Downloading…") : qsTr("%1 % of %2").arg(Math.floor(file.progress * 100)).arg(size);
        if (uploadProgress >= 0)
            return qsTr("Sending, %1 %").arg(Math.floor(uploadProgress * 100));
        return file.note.length > 0 ? file.note : size;
    }
    readonly property string whatNext: coming ? qsTr("Cancel") : file.state === AttachedFile.Here ? qsTr("Open") : file.obtainable ? qsTr("Download") : ""

    // none of the files of the message is to go out
    signal stopped

    objectName: "fileChip"
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("File %1, %2").arg(name).arg(words)
    Accessible.description: whatNext
    Accessible.onPressAction: chip.clicked()
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    onClicked: {
        if (coming)
            file.cancel();
        else if (file.state === AttachedFile.Here)
            file.open();
        else
            file.fetch();
    }

    AttachedFile {
        id: file
        files: chip.files
        messageKey: chip.messageKey
        number: chip.number
    }

    Item {
        anchors.fill: parent

        Rectangle {
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            width: 36
            height: 36
            radius: 10
            color: chip.own ? Theme.bubbleOwnTile : Theme.accent

            Icon {
                anchors.centerIn: parent
                glyph: chip.coming ? "close" : file.state === AttachedFile.Failed ? "alert" : "file"
                color: chip.own ? Theme.bubbleOwnText : Theme.accentInk
            }
        }
        TextLabel {
            id: title
            x: 54
            y: {
                if (line.lineCount > 1)
                    return Math.round((parent.height - implicitHeight - line.implicitHeight) / 2);
                return chip.words.length > 0 ? Math.round(parent.height / 2 - implicitHeight) + 1 - chip.lift : Math.round((parent.height - implicitHeight) / 2);
            }
            width: parent.width - x - (save.visible || stop.visible ? 44 : 12)
            text: chip.name
            color: chip.ink
            font.pixelSize: Theme.fontRow
            font.weight: Font.Medium
            elide: Text.ElideMiddle
        }
        TextLabel {
            id: line
            objectName: "fileChipState"
            x: 54
            y: lineCount > 1 ? title.y + title.implicitHeight : Math.round(parent.height / 2) + 2 - chip.lift
            width: title.width
            text: chip.words
            wrapMode: Text.Wrap
            // what went wrong is a sentence
            maximumLineCount: file.problem.length > 0 ? 2 : 1
            color: file.problem.length > 0 && !chip.own ? Theme.dangerText : chip.quiet
            font.pixelSize: Theme.fontSmall
            elide: Text.ElideRight
        }
        ProgressLine {
            objectName: "uploadProgress"
            visible: chip.progress >= 0
            x: title.x
            y: line.y + line.height + 2
            width: title.width
            framed: chip.own
            value: chip.progress
        }
        IconButton {
            id: save
            objectName: "fileSave"
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            visible: file.obtainable && !chip.coming && chip.sent
            size: 32
            glyphSize: 18
            glyph: "download"
            ink: chip.quiet
            fill: chip.own ? (down || hovered ? Theme.bubbleOwnTile : "transparent") : (down ? Theme.pressed : hovered ? Theme.hover : "transparent")
            label: qsTr("Save")
            onClicked: file.save()
        }
        IconButton {
            id: stop
            objectName: "stopSending"
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            visible: chip.uploadProgress >= 0
            size: 32
            glyphSize: 18
            glyph: "close"
            ink: save.ink
            fill: chip.own ? (down || hovered ? Theme.bubbleOwnTile : "transparent") : (down ? Theme.pressed : hovered ? Theme.hover : "transparent")
            label: qsTr("Stop sending")
            onClicked: chip.stopped()
        }
    }
    background: Rectangle {
        radius: 12
        color: chip.own ? (chip.hovered ? Theme.bubbleOwnFileHover : Theme.bubbleOwnFile) : (chip.hovered ? Theme.hover : Theme.field)
        FocusRing {
            shown: chip.visualFocus
            inset: -2
            radius: 14
        }
    }
    Tip {
        text: line.truncated ? chip.words : title.truncated ? chip.name : ""
        shown: chip.hovered || chip.visualFocus
    }
}
