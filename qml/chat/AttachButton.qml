pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Controls

// Opens the dialog for choosing files, which is made when it is wanted for the first time.
IconButton {
    id: button

    required property AttachmentsFace attachments
    property QtObject dialog: null

    signal closed

    objectName: "attachButton"
    size: 44
    glyph: "attach"
    glyphSize: 22
    label: qsTr("Attach files")
    onClicked: {
        if (dialog === null) {
            const component = Qt.createComponent(Qt.resolvedUrl("FileChoice.qml"));
            dialog = component.createObject(button, {"attachments": attachments, "overlay": T.Overlay.overlay});
            if (dialog === null) {
                console.warn(component.errorString());
                return;
            }
        }
        dialog.open();
    }

    Connections {
        target: button.dialog
        ignoreUnknownSignals: true
        function onClosed() {
            later.start();
        }
    }
    // after the dialog has given the keyboard back to this button
    Timer {
        id: later
        interval: 0
        onTriggered: button.closed()
    }
}
