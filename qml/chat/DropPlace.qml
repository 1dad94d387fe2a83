pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Files may be dropped anywhere on the conversation; while they hang over it, it says so. Words go where one writes.
DropArea {
    id: place

    required property AttachmentsFace attachments
    property string title

    property bool files: false

    signal wordsDropped(text: string)

    objectName: "dropPlace"
    onEntered: drag => {
        files = drag.urls.some(url => url.toString().startsWith("file:"));
        drag.accepted = files ? attachments.able : drag.hasText;
    }
    onDropped: drop => {
        drop.accept(Qt.CopyAction);
        if (files)
            attachments.add(drop.urls);
        else
            wordsDropped(drop.text);
    }

    Rectangle {
        objectName: "dropHint"
        anchors.fill: parent
        visible: place.containsDrag && place.files
        color: Theme.raised

        Rectangle {
            anchors.fill: parent
            anchors.margins: 12
            radius: 20
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        Column {
            anchors.centerIn: parent
            width: parent.width - 48
            spacing: 12
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: "attach"
                size: 40
                color: Theme.accentText
            }
            TextLabel {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                font.pixelSize: Theme.fontTitle
                font.weight: Font.DemiBold
                text: qsTr("Drop files here to send them")
            }
            TextLabel {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: Theme.textSoft
                font.pixelSize: Theme.fontNote
                text: qsTr("To %1. You can add a caption before sending.").arg(place.title)
            }
        }
    }
}
