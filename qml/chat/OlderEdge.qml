import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Above the oldest row: more is on its way, did not come, or there is nothing more. As high in each state, so that nothing moves.
Item {
    id: edge

    required property TimelineFace face

    objectName: "olderEdge"
    height: 64

    BusyDots {
        objectName: "olderLoading"
        anchors.centerIn: parent
        visible: edge.face.older === TimelineFace.Loading
        running: visible
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Loading older messages")
    }
    TextLabel {
        objectName: "olderEnd"
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 40)
        visible: edge.face.older === TimelineFace.End
        text: qsTr("This is where the conversation begins")
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
        elide: Text.ElideRight
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Column {
        id: trouble
        objectName: "olderFailed"
        anchors.centerIn: parent
        width: Math.min(440, parent.width - 40)
        visible: edge.face.older === TimelineFace.Failed

        TextLabel {
            width: parent.width
            text: edge.face.olderError
            color: Theme.dangerText
            font.pixelSize: Theme.fontNote
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        LinkButton {
            objectName: "olderRetry"
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Try again")
            onClicked: edge.face.loadOlder()
        }
    }
}
