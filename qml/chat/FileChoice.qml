import QtQuick
import QtQuick.Dialogs
import Suhbat.App

// The system's dialog for choosing files; where it has none, Qt's own.
FileDialog {
    required property AttachmentsFace attachments

    signal closed

    title: qsTr("Attach files")
    currentFolder: attachments.folder
    fileMode: FileDialog.OpenFiles
    onVisibleChanged: {
        if (!visible)
            closed();
    }
    onAccepted: attachments.add(selectedFiles)
}
