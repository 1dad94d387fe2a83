pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.Theme
import Suhbat.Controls

// What the keyboard can do, over everything else. Esc, Enter or a press beside it closes it.
NamedPopup {
    id: sheet

    name: qsTr("Keyboard shortcuts")
    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)
    width: Math.min(600, parent.width - 24)
    height: Math.min(implicitHeight, parent.height - 24)
    padding: 0
    modal: true
    focus: true
    contentHeight: head.height + list.implicitHeight + 32
    onOpened: flick.forceActiveFocus(Qt.PopupFocusReason)

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: 20
        color: Theme.raised
        border.width: Theme.dark ? 1 : 0
        border.color: Theme.line
    }

    Item {
        id: head
        width: sheet.availableWidth
        height: Theme.fit(64)

        TextLabel {
            x: 24
            anchors.verticalCenter: parent.verticalCenter
            width: close.x - x - 8
            text: qsTr("Keyboard shortcuts")
            font.pixelSize: Theme.fontHeading
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: close
            objectName: "shortcutSheetClose"
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            glyph: "close"
            label: qsTr("Close")
            onClicked: sheet.close()
        }
    }
    Flickable {
        id: flick
        objectName: "shortcutSheet"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: sheet.availableWidth
        contentHeight: list.height + Theme.gapHuge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Keyboard shortcuts")
        Keys.onUpPressed: scroll(-48)
        Keys.onDownPressed: scroll(48)
        Keys.onReturnPressed: sheet.close()
        Keys.onPressed: event => {
            const page = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
            event.accepted = page !== 0;
            if (page !== 0)
                scroll(page * height * 0.9);
        }
        ScrollBar.vertical: ThinScrollBar {}
        CalmWheel {
            view: flick
        }
        // not at once: nobody has pressed a key yet
        property bool ringed: false
        onActiveFocusChanged: ringed = ringed || !activeFocus

        function scroll(by: real) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + by));
        }

        ShortcutList {
            id: list
            x: 24
            width: parent.width - 48
        }
        FocusRing {
            parent: flick
            shown: flick.activeFocus && flick.ringed
            inset: 4
        }
    }
}
