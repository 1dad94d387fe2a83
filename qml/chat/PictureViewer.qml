pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// One picture of the conversation over the whole window: larger and smaller, about, to the next one, onto the disk.
NamedPopup {
    id: viewer

    required property FilesFace files
    readonly property Gallery gallery: files.gallery
    readonly property color ink: "#ffffff"
    readonly property color quiet: "#c8d2d0"
    readonly property string words: {
        switch (whole.state) {
        case AttachedFile.Asks:
            return qsTr("This picture lies on %1.").arg(whole.host);
        case AttachedFile.Failed:
            return whole.problem;
        case AttachedFile.Here:
            return stage.broken ? qsTr("This picture cannot be shown.") : "";
        default:
            return "";
        }
    }

    objectName: "pictureViewer"
    name: qsTr("Picture viewer")
    parent: T.Overlay.overlay
    width: parent.width
    height: parent.height
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    enter: null
    exit: null
    onClosed: gallery.close()
    onOpened: stage.forceActiveFocus(Qt.PopupFocusReason)

    T.Overlay.modal: Rectangle {
        color: "transparent"
    }
    background: Rectangle {
        color: "#fc0c1010"
    }

    AttachedFile {
        id: preview
        preview: true
        files: viewer.files
        messageKey: viewer.gallery.messageKey
        number: viewer.gallery.number
    }
    AttachedFile {
        id: whole
        files: viewer.files
        messageKey: viewer.gallery.messageKey
        number: viewer.gallery.number
    }
    Connections {
        target: viewer.gallery
        function onChanged() {
            if (!viewer.gallery.opened)
                viewer.close();
        }
    }

    PictureStage {
        id: stage
        objectName: "pictureStage"
        y: bar.height
        width: viewer.width
        height: viewer.height - bar.height
        focus: true
        preview: preview.whole
        picture: whole.whole
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Picture %1, %2 of %3").arg(viewer.gallery.name).arg(viewer.gallery.position + 1).arg(viewer.gallery.count)
        onMoved: step => viewer.gallery.move(step)
        onSaved: whole.save()
        onSavedAs: whole.saveAs()
    }
    Column {
        anchors.centerIn: stage
        width: Math.min(360, stage.width - 120)
        spacing: 12
        visible: viewer.words.length > 0
        TextLabel {
            objectName: "pictureProblem"
            width: parent.width
            text: viewer.words
            color: viewer.ink
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ActionButton {
            objectName: "pictureFetch"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: whole.state !== AttachedFile.Here
            kind: ActionButton.Tonal
            text: whole.state === AttachedFile.Asks ? qsTr("Load the picture") : qsTr("Try again")
            onClicked: whole.fetch()
        }
    }
    BusyDots {
        anchors.centerIn: stage
        color: viewer.ink
        running: whole.state === AttachedFile.Coming && !stage.shown
    }
    Item {
        id: bar
        width: viewer.width
        height: Theme.fit(56)

        Column {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            width: (zooms.below ? buttons.x : zooms.x) - x - 8
            TextLabel {
                objectName: "pictureTitle"
                width: parent.width
                text: viewer.gallery.sender
                color: viewer.ink
                font.weight: Font.DemiBold
                elide: Text.ElideRight
            }
            TextLabel {
                objectName: "pictureLine"
                width: parent.width
                text: {
                    if (whole.problem.length > 0 && viewer.words.length === 0)
                        return whole.problem;
                    if (whole.note.length > 0)
                        return whole.note;
                    const place = viewer.gallery.count > 1 ? " · " + (viewer.gallery.position + 1) + "/" + viewer.gallery.count : "";
                    return viewer.gallery.time + place + (zooms.below ? "" : " · " + viewer.gallery.name);
                }
                color: viewer.quiet
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideMiddle
            }
        }
        Row {
            id: zooms
            // a narrow window has no room for them beside who sent it
            readonly property bool below: viewer.width < 520
            readonly property color back: below ? "#cc2c3635" : "transparent"
            x: below ? Math.round((viewer.width - width) / 2) : buttons.x - width
            y: below ? viewer.height - height - 12 : buttons.y
            spacing: below ? 8 : 0

            ViewerButton {
                objectName: "zoomOut"
                rest: zooms.back
                glyph: "zoom-out"
                label: qsTr("Smaller")
                enabled: stage.zoom > 1
                onClicked: stage.zoomBy(1 / 1.25)
            }
            ViewerButton {
                objectName: "zoomIn"
                rest: zooms.back
                glyph: "zoom-in"
                label: qsTr("Larger")
                enabled: stage.shown && stage.zoom < stage.most
                onClicked: stage.zoomBy(1.25)
            }
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter

            ViewerButton {
                objectName: "viewerSave"
                glyph: "download"
                label: qsTr("Save")
                enabled: whole.obtainable
                onClicked: whole.save()
            }
            ViewerButton {
                objectName: "viewerSaveAs"
                glyph: "save-as"
                label: qsTr("Save as…")
                enabled: whole.obtainable
                onClicked: whole.saveAs()
            }
            ViewerButton {
                objectName: "viewerClose"
                glyph: "close"
                label: qsTr("Close")
                onClicked: viewer.close()
            }
        }
    }
    ViewerButton {
        objectName: "viewerPrevious"
        x: 12
        anchors.verticalCenter: stage.verticalCenter
        visible: viewer.gallery.position > 0
        rest: "#cc2c3635"
        glyph: "previous"
        label: qsTr("Previous picture")
        onClicked: viewer.gallery.move(-1)
        onVisibleChanged: stage.forceActiveFocus()
    }
    ViewerButton {
        objectName: "viewerNext"
        x: viewer.width - width - 12
        anchors.verticalCenter: stage.verticalCenter
        visible: viewer.gallery.position < viewer.gallery.count - 1
        rest: "#cc2c3635"
        glyph: "next"
        label: qsTr("Next picture")
        onClicked: viewer.gallery.move(1)
        onVisibleChanged: stage.forceActiveFocus()
    }
}
