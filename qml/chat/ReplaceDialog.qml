import Suhbat.Controls

// The name is taken already.
ConfirmDialog {
    property string fileName

    sheetName: "replaceDialog"
    glyph: "file"
    title: qsTr("Replace the file?")
    text: qsTr("“%1” already exists. Replacing it deletes what is in it now.").arg(fileName)
    confirmText: qsTr("Replace")
    confirmButton.objectName: "replaceConfirm"
    cancelButton.objectName: "replaceCancel"
}
