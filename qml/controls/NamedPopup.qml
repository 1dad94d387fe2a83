import QtQuick
import QtQuick.Controls.Basic

// A pop-up with a name for those who hear it. A screen reader comes into an item of Qt's around the
// content, which has no property for that.
Popup {
    id: popup

    required property string name
    property int role: Accessible.Dialog

    function introduce() {
        const around = popup.contentItem.parent;
        around.Accessible.role = popup.role;
        around.Accessible.name = popup.name;
    }

    onNameChanged: introduce()
    onRoleChanged: introduce()
    onContentItemChanged: introduce()
    Component.onCompleted: introduce()
}
