import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Keys

// Opens the settings, by keyboard or because something else asks the face for them.
Item {
    id: host

    required property App app
    required property bool usable
    readonly property SettingsFace face: app.settingsFace
    readonly property bool opened: holder.opened

    onUsableChanged: {
        if (!usable)
            face.hide();
    }

    Connections {
        target: host.face
        function onShownChanged() {
            if (host.face.shown)
                holder.open({"app": host.app});
            else
                holder.popup?.close();
        }
    }
    KeyShortcut {
        binding: Keymap.settings
        enabled: host.usable
        onActivated: host.face.show(host.face.section)
    }
    OnDemandPopup {
        id: holder
        source: Qt.resolvedUrl("Preferences/SettingsPage.qml")
    }
}
