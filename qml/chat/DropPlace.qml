pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Files may be dropped anywhere on the conversation; while they hang over it, it says so.
DropArea {
    id: place

    required property AttachmentsFace attachments
    property string title

    objectName: "dropPlace"
    keys: ["text/uri-list"]
    onDropped: drop => {
        drop.accept(Qt.CopyAction);
        attachments.add(drop.urls);
    }

    Rectangle {
        objectName: "dropHint"
        anchors.fill: parent
        anchors.margins: 12
        visible: place.containsDrag
        radius: 20
        color: Theme.raised
        border.width: 2
        border.color: Theme.accent

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
                text: qsTr("Drop files here to send them to %1").arg(place.title)
            }
            TextLabel {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: Theme.textSoft
                font.pixelSize: Theme.fontNote
                text: qsTr("You can still add a few words before they go out.")
            }
        }
    }
}
