pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// Who has read a message of mine, and when, as far as the server tells.
DialogFrame {
    id: dialog

    required property ReadersFace readers

    function showFor(key: string) {
        readers.ask(key);
        open();
        close_.forceActiveFocus(Qt.TabFocusReason);
    }

    sheetName: "readersDialog"
    danger: false
    glyph: "read"
    title: qsTr("Read by")
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    onClosed: readers.clear()

    body: [
        ListView {
            id: list
            objectName: "readersList"
            width: parent.width
            height: Math.min(contentHeight, Theme.fit(280))
            visible: count > 0
            clip: true
            activeFocusOnTab: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            model: dialog.readers.people
            ScrollBar.vertical: ThinScrollBar {}
            CalmWheel {
                view: list
            }
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            delegate: Item {
                id: person
                required property string name
                required property string initials
                required property int colorIndex
                required property string timeText

                objectName: "reader"
                width: ListView.view.width
                height: Math.max(Theme.fit(52), lines.height + 12)
                Accessible.role: Accessible.ListItem
                Accessible.name: name + (timeText.length > 0 ? ", " + timeText : "")

                Avatar {
                    anchors.verticalCenter: parent.verticalCenter
                    size: 36
                    initials: person.initials
                    colorIndex: person.colorIndex
                }
                Column {
                    id: lines
                    x: 48
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - 8

                    TextLabel {
                        width: parent.width
                        text: person.name
                        wrapMode: Text.Wrap
                        elide: Text.ElideRight
                        maximumLineCount: 3
                    }
                    TextLabel {
                        width: parent.width
                        visible: text.length > 0
                        text: person.timeText
                        color: Theme.textSoft
                        font.pixelSize: Theme.fontSmall
                        elide: Text.ElideRight
                    }
                }
            }
        },
        BusyDots {
            x: (parent.width - width) / 2
            visible: running
            running: dialog.readers.loading && list.count === 0
        },
        TextLabel {
            objectName: "readersNote"
            width: parent.width
            visible: text.length > 0
            text: dialog.readers.errorText.length > 0 ? dialog.readers.errorText : list.count === 0 && !dialog.readers.loading ? qsTr("Nobody has read it yet.") : ""
            color: dialog.readers.errorText.length > 0 ? Theme.dangerText : Theme.textSoft
            wrapMode: Text.Wrap
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    ]
    actions: ActionButton {
        id: close_
        objectName: "readersClose"
        kind: ActionButton.Quiet
        text: qsTr("Close")
        onClicked: dialog.close()
    }
}
