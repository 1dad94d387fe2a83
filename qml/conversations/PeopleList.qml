pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The people themselves: one to write to, or each with a box to check. The next page comes as one gets near the end.
ListView {
    id: people

    required property ListFace list
    required property bool choosing
    required property string wanted

    signal clearWanted

    objectName: "peopleList"
    model: list.contacts
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    highlightMoveDuration: 0
    cacheBuffer: 0 // rows are made at once: see ConversationList
    keyNavigationEnabled: false
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("People")
    Keys.onUpPressed: currentIndex = Math.max(0, currentIndex - 1)
    Keys.onDownPressed: currentIndex = Math.min(count - 1, currentIndex + 1)
    Keys.onReturnPressed: take(currentIndex)
    Keys.onEnterPressed: take(currentIndex)
    Keys.onSpacePressed: take(currentIndex)
    onActiveFocusChanged: currentIndex = activeFocus && currentIndex < 0 ? 0 : currentIndex
    onContentYChanged: loadAhead()
    onCountChanged: loadAhead()

    ScrollBar.vertical: ThinScrollBar {}
    CalmWheel {
        view: people
    }

    function loadAhead() {
        if (list.contactsMore && !list.contactsLoading && list.contactsError.length === 0 && contentHeight - contentY < 2 * height)
            list.moreContacts();
    }

    // the row's person
    function take(row: int) {
        const one = itemAtIndex(row) as PersonRow;
        if (one)
            one.clicked();
    }

    delegate: PersonRow {
        id: row
        required property int index
        required property string personId
        required property string phone
        required chosen

        objectName: "personRow"
        width: people.width
        note: PhoneText.readable(phone)
        choosing: people.choosing
        ring: people.activeFocus && people.currentIndex === index
        onClicked: {
            people.currentIndex = row.index;
            if (row.choosing)
                people.list.choose(row.personId, !row.chosen);
            else
                people.list.startWith(row.personId);
        }
    }

    BusyDots {
        anchors.centerIn: parent
        running: people.count === 0 && people.list.contactsLoading || people.list.starting
    }
    Column {
        x: 32
        y: 32
        width: parent.width - 64
        spacing: 12
        visible: people.count === 0 && !people.list.contactsLoading

        TextLabel {
            objectName: "noPeople"
            width: parent.width
            text: people.wanted.length > 0 ? qsTr("Nobody is called “%1”").arg(people.wanted) : people.list.contactsError.length > 0 ? "" : qsTr("There is nobody to write to yet.")
            color: Theme.textSoft
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        ActionButton {
            objectName: "contactsClear"
            x: Math.round((parent.width - width) / 2)
            visible: people.wanted.length > 0
            compact: true
            kind: ActionButton.Tonal
            text: qsTr("Clear the search")
            onClicked: people.clearWanted()
        }
    }
    LinkButton {
        objectName: "contactsRetry"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        visible: people.list.contactsError.length > 0 && !people.list.contactsLoading
        text: qsTr("Try again")
        onClicked: people.list.moreContacts()
    }
}
