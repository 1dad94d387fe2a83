import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Suhbat.Theme

// The system's dialog for files; where it has none, Qt's own, in our words and colours.
FileDialog {
    // where Qt's own would lie
    required property Item overlay

    rejectLabel: qsTr("Cancel")
    nameFilters: [qsTr("All files (*)")]
    onVisibleChanged: {
        if (visible)
            dress(overlay);
    }

    // Qt 6.4: the row of folders is white whatever the palette says, and a narrow window leaves nothing for the name.
    function dress(item: Item) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (child["upButton"] !== undefined) {
                child["background"]["color"] = Theme.field;
            } else {
                if (child.objectName === "fileNameTextField") {
                    child.Layout.columnSpan = 2;
                    child.Layout.rightMargin = 20;
                    Qt.callLater(() => {
                        if (child.visible)
                            child.forceActiveFocus(Qt.PopupFocusReason);
                    });
                }
                dress(child);
            }
        }
    }
}
