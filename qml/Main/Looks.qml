import QtQuick
import Suhbat.App
import Suhbat.Keys
import Suhbat.Theme

// Hands the user's choices to the Theme, and makes everything larger or smaller by keyboard.
Item {
    id: looks

    required property Settings settings

    Binding {
        target: Theme
        property: "dark"
        value: looks.settings.dark
    }
    Binding {
        target: Theme
        property: "reduceMotion"
        value: looks.settings.reduceMotion
    }
    Binding {
        target: Theme
        property: "textScale"
        value: looks.settings.textScale
    }
    Binding {
        target: Theme
        property: "compact"
        value: looks.settings.compact
    }
    Binding {
        target: Theme
        property: "accentIndex"
        value: looks.settings.accent
    }
    KeyShortcut {
        binding: Keymap.larger
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(1)
    }
    KeyShortcut {
        binding: Keymap.smaller
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(-1)
    }
    KeyShortcut {
        binding: Keymap.normalSize
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(0)
    }
}
