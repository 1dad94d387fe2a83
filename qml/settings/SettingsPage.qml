pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// Everything that can be chosen, by section; what is chosen holds at once. A sheet over a wide
// window, all of a narrow one, where the list of sections comes first.
NamedPopup {
    id: page

    required property App app
    readonly property SettingsFace face: app.settingsFace
    readonly property bool floating: parent.width >= 960 && parent.height >= 600
    readonly property bool narrow: width < Theme.fit(620)
    // in a narrow window: a section is open, not the list of them
    property bool inside: false

    function title(section: int): string {
        switch (section) {
        case SettingsFace.Appearance:
            return qsTr("Appearance");
        case SettingsFace.Notifications:
            return qsTr("Notifications");
        case SettingsFace.Language:
            return qsTr("Language");
        case SettingsFace.Account:
            return qsTr("Server and account");
        case SettingsFace.Storage:
            return qsTr("Storage");
        case SettingsFace.Shortcuts:
            return qsTr("Keyboard");
        case SettingsFace.Diagnostics:
            return qsTr("Diagnostics");
        default:
            return qsTr("About Suhbat");
        }
    }

    function choose(section: int) {
        face.section = section;
        inside = true;
        if (narrow)
            back.forceActiveFocus(Qt.TabFocusReason);
    }

    function leaveSection() {
        inside = false;
        sections.itemAt(face.section).forceActiveFocus(Qt.TabFocusReason);
    }

    name: qsTr("Settings")
    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)
    width: floating ? Math.min(Theme.fit(900), parent.width - 64) : parent.width
    height: floating ? Math.min(Theme.fit(680), parent.height - 48) : parent.height
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.NoAutoClose
    enter: null
    exit: null
    onOpened: sections.itemAt(face.section).forceActiveFocus(Qt.PopupFocusReason)
    onClosed: {
        inside = false;
        face.hide();
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: page.floating ? 20 : 0
        color: Theme.pane
        border.width: page.floating && Theme.dark ? 1 : 0
        border.color: Theme.line
    }

    FocusScope {
        objectName: "settingsPage"
        anchors.fill: parent
        focus: true
        Keys.onEscapePressed: {
            if (page.narrow && page.inside)
                page.leaveSection();
            else
                page.close();
        }

        IconButton {
            id: back
            objectName: "settingsBack"
            x: Theme.gap
            y: 10
            size: 44
            visible: page.narrow && page.inside
            glyph: "back"
            label: qsTr("Back to the settings")
            onClicked: page.leaveSection()
        }
        TextLabel {
            id: heading
            objectName: "settingsTitle"
            x: back.visible ? 60 : Theme.gapHuge
            y: 0
            width: close.x - x - Theme.gap
            height: 64
            text: page.narrow && page.inside ? page.title(page.face.section) : qsTr("Settings")
            font.pixelSize: Theme.fontHeading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: close
            objectName: "settingsClose"
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapWide
            y: 12
            glyph: "close"
            label: qsTr("Close")
            onClicked: page.close()
        }
        Rectangle {
            y: 64
            width: parent.width
            height: 1
            color: Theme.line
        }
        Flickable {
            id: list
            y: 65
            width: page.narrow ? parent.width : Theme.fit(236)
            height: parent.height - y - (page.floating ? Theme.gapLarge : 0)
            visible: !page.narrow || !page.inside
            contentHeight: names.height + Theme.gapHuge
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: names
                x: Theme.gapWide
                y: Theme.gapWide
                width: list.width - 2 * x
                spacing: 2
                Accessible.role: Accessible.PageTabList
                Accessible.name: qsTr("Sections")

                Repeater {
                    id: sections
                    model: ["looks", "bell", "globe", "server", "disk", "keyboard", "pulse", "info"]

                    SectionRow {
                        required property int index
                        required property string modelData
                        objectName: "section" + index
                        width: names.width
                        glyph: modelData
                        text: page.title(index)
                        chosen: !page.narrow && page.face.section === index
                        onClicked: page.choose(index)
                    }
                }
            }
        }
        Rectangle {
            visible: !page.narrow
            x: list.width
            y: 65
            width: 1
            height: parent.height - y - (page.floating ? 1 : 0)
            color: Theme.line
        }
        SectionLoader {
            objectName: "settingsSection"
            x: page.narrow ? 0 : list.width + 1 + Theme.gap
            y: 65
            width: parent.width - x
            height: parent.height - y - (page.floating ? 1 : 0)
            visible: !page.narrow || page.inside
            app: page.app
            section: page.face.section
            onLogoutWanted: logout.open()
        }
        Snackbar {
            notices: page.app.notices
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gapHuge
        }
    }
    LogoutDialog {
        id: logout
        app: page.app
    }
}
