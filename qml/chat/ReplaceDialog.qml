import Suhbat.Controls

// The name is taken already.
ConfirmDialog {
    sheetName: "replaceDialog"
    glyph: "file"
    title: qsTr("Replace the file?")
    text: qsTr("There is a file of this name already. What is in it will be lost.")
    confirmText: qsTr("Replace")
    confirmButton.objectName: "replaceConfirm"
    cancelButton.objectName: "replaceCancel"
}
