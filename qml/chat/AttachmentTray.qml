pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// What goes along with the message one writes: small pictures, names of files, each with a way to
// take it out again; and why something was not taken.
Item {
    id: tray

    required property AttachmentsFace attachments
    readonly property int tile: Theme.fit(76)
    readonly property bool told: attachments.problem.length > 0
    readonly property int noteHeight: told ? note.height + 8 : 0

    // they wait while something else is written
    property bool away: false
    readonly property bool used: !away && (list.count > 0 || attachments.busy)

    signal removed

    implicitHeight: noteHeight + (used ? tile + 8 : 0)
    visible: implicitHeight > 0

    Rectangle {
        id: note
        objectName: "attachmentProblem"
        width: parent.width
        height: Math.max(44, words.implicitHeight + 16)
        visible: tray.told
        radius: Theme.radius
        color: Theme.dangerSoft
        Accessible.role: Accessible.AlertMessage
        Accessible.name: tray.attachments.problem

        Icon {
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            glyph: "alert"
            size: 18
            color: Theme.dangerText
        }
        TextLabel {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: 40
            width: parent.width - x - 48
            text: tray.attachments.problem
            color: Theme.dangerText
            font.pixelSize: Theme.fontNote
            wrapMode: Text.Wrap
        }
        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            size: 36
            glyphSize: 18
            glyph: "close"
            ink: Theme.dangerText
            label: qsTr("Dismiss")
            onClicked: {
                tray.attachments.dismissProblem();
                tray.removed();
            }
        }
    }
    ListView {
        id: list
        objectName: "attachmentTray"
        y: tray.noteHeight
        width: parent.width
        height: tray.tile
        orientation: ListView.Horizontal
        spacing: 8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: tray.attachments.files
        ScrollBar.horizontal: ThinScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Attached files")
        onCountChanged: positionViewAtEnd()
        delegate: AttachmentTile {
            height: tray.tile
            // beside another one of it something is seen
            room: list.count > 1 ? list.width - tray.tile - list.spacing : list.width
            onRemoved: row => {
                tray.attachments.remove(row);
                tray.removed();
            }
        }
    }
    // a pasted picture is on its way
    Item {
        y: tray.noteHeight
        x: Math.min(list.contentWidth + (list.count > 0 ? 8 : 0), tray.width - width)
        width: tray.tile
        height: tray.tile
        visible: tray.attachments.busy
        BusyDots {
            anchors.centerIn: parent
            running: tray.attachments.busy
            color: Theme.accentText
        }
    }
}
