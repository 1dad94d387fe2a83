import QtQuick
import QtQuick.Dialogs

// The system's dialog for a place to save in; where it has none, Qt's own.
FileDialog {
    title: qsTr("Save as…")
    fileMode: FileDialog.SaveFile
}
