pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme

// A person or a group: initials in one of eight colours, or the picture once it is loaded.
Rectangle {
    id: avatar

    property string initials
    property int colorIndex: 0
    property string source
    property int size: 48
    // what lies behind it: the picture's corners are painted over with it (no masks in the software renderer)
    property bool pictured: false
    property color backdrop: Theme.pane

    objectName: "avatar"
    width: size
    height: size
    radius: size / 2
    color: Theme.person(colorIndex)
    Accessible.ignored: true

    TextLabel {
        anchors.centerIn: parent
        text: avatar.initials
        color: "#ffffff"
        font.pixelSize: Math.round(avatar.size * 0.38)
        font.weight: Font.DemiBold
        visible: !avatar.pictured
    }
    OnDemand {
        active: avatar.source.length > 0
        Item {
            anchors.fill: parent
            clip: true
            visible: avatar.pictured
            Image {
                id: image
                anchors.fill: parent
                source: avatar.source.length > 0 ? "image://files/person/" + encodeURIComponent(avatar.source) : ""
                sourceSize.width: avatar.size
                sourceSize.height: avatar.size
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                // a picture of one pixel: there is none
                onStatusChanged: avatar.pictured = status === Image.Ready && implicitWidth > 1
            }
            Rectangle {
                anchors.centerIn: parent
                width: avatar.size * 1.5
                height: width
                radius: width / 2
                color: "transparent"
                border.width: avatar.size / 4
                border.color: avatar.backdrop
            }
        }
    }
}
