pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The search within the conversation. Enter goes to the next older hit, Shift+Enter to the newer one, Escape ends it.
FocusScope {
    id: bar

    required property SearchFace face
    // as wide as the column of the messages
    readonly property int side: Math.max(width < 560 ? 10 : 20, Math.round((width - 880) / 2))
    // The field has no room for both: how many there are stands below it.
    readonly property bool narrow: width < Theme.fit(480)
    readonly property bool below: narrow && field.text.length > 0
    readonly property int middle: 28

    signal closed

    function focusField() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    objectName: "chatSearch"
    height: below ? field.y + field.height + result.height + 12 : 2 * middle
    Keys.onEscapePressed: bar.closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }
    TextField {
        id: field
        objectName: "chatSearchField"
        x: bar.side
        y: bar.middle - height / 2
        width: goOlder.x - x - 4
        height: 40
        focus: true
        leftPadding: 40
        rightPadding: result.text.length > 0 && !bar.narrow ? result.width + 28 : 16
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        placeholderText: qsTr("Search in this conversation")
        placeholderTextColor: Theme.textSoft
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        selectByMouse: true
        maximumLength: 200
        font.pixelSize: Theme.fontBody
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Search in this conversation")
        onTextEdited: bar.face.text = text
        Keys.onUpPressed: bar.face.next()
        Keys.onDownPressed: bar.face.previous()
        Keys.onPressed: event => {
            if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
                return;
            if (event.modifiers & Qt.ShiftModifier)
                bar.face.previous();
            else
                bar.face.next();
            event.accepted = true;
        }
        background: Rectangle {
            radius: 20
            color: Theme.field
            border.width: field.activeFocus ? 2 : 1
            border.color: field.activeFocus ? Theme.accent : Theme.fieldBorder

            Icon {
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                glyph: "search"
                size: 18
                color: Theme.textSoft
            }
        }
    }
    TextLabel {
        id: result
        objectName: "chatSearchResult"
        x: bar.narrow ? field.x + field.leftPadding : field.x + field.width - 16 - width
        y: bar.narrow ? field.y + field.height + 4 : bar.middle - height / 2
        width: bar.narrow ? bar.width - x - bar.side : Math.min(implicitWidth, field.width * 0.55)
        text: bar.face.resultText
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
        wrapMode: bar.narrow ? Text.Wrap : Text.NoWrap
        elide: bar.narrow ? Text.ElideNone : Text.ElideRight
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    IconButton {
        id: goOlder
        objectName: "chatSearchNext"
        x: goNewer.x - width
        y: bar.middle - height / 2
        enabled: bar.face.count > 0
        label: qsTr("Older")
        glyph: "up"
        onClicked: bar.face.next()
    }
    IconButton {
        id: goNewer
        objectName: "chatSearchPrevious"
        x: end.x - width
        y: bar.middle - height / 2
        enabled: bar.face.count > 0
        label: qsTr("Newer")
        glyph: "down"
        onClicked: bar.face.previous()
    }
    IconButton {
        id: end
        objectName: "chatSearchClose"
        x: bar.width - bar.side - width + 8
        y: bar.middle - height / 2
        label: qsTr("End the search")
        glyph: "close"
        onClicked: bar.closed()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
