import QtQuick.Dialogs
import Suhbat.App

// For files to send.
ChoiceDialog {
    required property AttachmentsFace attachments

    signal closed

    title: qsTr("Attach files")
    acceptLabel: qsTr("Attach")
    currentFolder: attachments.folder
    fileMode: FileDialog.OpenFiles
    onVisibleChanged: {
        if (!visible)
            closed();
    }
    onAccepted: attachments.add(selectedFiles)
}
