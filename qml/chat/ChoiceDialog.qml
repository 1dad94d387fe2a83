import QtQuick
import QtQuick.Dialogs

// The system's dialog for files; where it has none, Qt's own, in our words, colours and shapes.
FileDialog {
    id: dialog

    // where Qt's own would lie
    required property Item overlay
    readonly property ChoiceLook look: ChoiceLook {
        overlay: dialog.overlay
    }

    rejectLabel: qsTr("Cancel")
    nameFilters: [qsTr("All files (*)")]
    onVisibleChanged: {
        if (visible)
            look.dress();
    }
}
