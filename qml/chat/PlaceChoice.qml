import QtQuick.Dialogs

// For a place to save in.
ChoiceDialog {
    title: qsTr("Save as…")
    acceptLabel: qsTr("Save")
    fileMode: FileDialog.SaveFile
}
