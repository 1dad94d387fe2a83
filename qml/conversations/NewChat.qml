pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Somebody to write to, or several for a group where the server knows groups.
NamedPopup {
    id: sheet

    required property ListFace list
    property bool group: false
    readonly property bool ready: list.chosenNames.length > 0 && title.text.trim().length > 0

    name: group ? qsTr("New group") : qsTr("New conversation")
    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)
    width: Math.min(Theme.fit(440), parent.width - 24)
    height: Math.min(Theme.fit(600), parent.height - 24)
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    onAboutToShow: {
        group = false;
        field.clear();
        title.text = "";
        list.chooseNobody();
        list.clearStartError();
        list.searchContacts("");
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    function joined(names) {
        return names.join(", ");
    }

    Connections {
        target: sheet.list
        function onStarted() {
            sheet.close();
        }
    }
    // one request for a word, not for each letter
    Timer {
        id: pause
        interval: 300
        onTriggered: sheet.list.searchContacts(field.text)
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: 20
        color: Theme.raised
        border.width: Theme.dark ? 1 : 0
        border.color: Theme.line
    }

    NewChatHead {
        id: head
        width: sheet.availableWidth
        group: sheet.group
        onClosed: sheet.close()
        onBack: {
            sheet.group = false;
            sheet.list.chooseNobody();
        }
    }
    InputField {
        id: title
        anchors.top: head.bottom
        x: 20
        width: parent.width - 40
        height: visible ? implicitHeight : 0
        visible: sheet.group
        label: qsTr("Group name")
        field.objectName: "groupTitle"
        field.maximumLength: 100
    }
    SearchField {
        id: field
        objectName: "contactSearch"
        anchors.top: title.bottom
        anchors.topMargin: sheet.group ? 12 : 0
        x: 20
        width: parent.width - 40
        label: qsTr("Search people")
        placeholderText: qsTr("Search people")
        onTextChanged: pause.restart()
        onAccepted: people.take(Math.max(0, people.currentIndex))
        Keys.onDownPressed: people.forceActiveFocus(Qt.TabFocusReason)
    }
    MenuRow {
        id: toGroup
        objectName: "newGroup"
        anchors.top: field.bottom
        anchors.topMargin: visible ? 8 : 0
        x: 12
        width: parent.width - 24
        height: visible ? implicitHeight : 0
        visible: !sheet.group && sheet.list.canCreateGroups
        disc: 40
        glyph: "group"
        text: qsTr("New group")
        onClicked: {
            sheet.group = true;
            title.field.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Item {
        id: chosen
        anchors.top: toGroup.bottom
        x: 20
        width: parent.width - 40
        height: visible ? Math.max(Theme.fit(32), names.height + 8) : 0
        visible: sheet.group

        TextLabel {
            id: names
            objectName: "chosenPeople"
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            readonly property int count: sheet.list.chosenNames.length
            text: count > 0 ? qsTr("%n chosen: %1", "people for a new group", count).arg(sheet.joined(sheet.list.chosenNames)) : qsTr("Choose who will be in it.")
            color: count > 0 ? Theme.accentText : Theme.textSoft
            font.pixelSize: Theme.fontNote
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 2
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Notice {
        id: trouble
        objectName: "newChatError"
        anchors.top: chosen.bottom
        anchors.topMargin: visible ? 8 : 0
        x: 20
        width: parent.width - 40
        height: visible ? implicitHeight : 0
        danger: true
        visible: text.length > 0
        text: sheet.list.startError.length > 0 ? sheet.list.startError : sheet.list.contactsError
    }
    PeopleList {
        id: people
        anchors.top: trouble.bottom
        anchors.topMargin: 8
        anchors.bottom: create.visible ? create.top : parent.bottom
        anchors.bottomMargin: 12 // above the round corners
        width: parent.width
        list: sheet.list
        choosing: sheet.group
        wanted: field.text.trim()
        onClearWanted: {
            field.clear();
            field.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
    Repeater {
        model: create.visible ? [people.y, people.y + people.height] : []
        Rectangle {
            required property int modelData
            y: modelData
            width: sheet.availableWidth
            height: 1
            color: Theme.line
        }
    }
    ActionButton {
        id: create
        objectName: "createGroup"
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        visible: sheet.group
        enabled: sheet.ready && !sheet.list.starting
        busy: sheet.list.starting
        text: qsTr("Create group")
        onClicked: sheet.list.startGroup(title.text)
    }
}
