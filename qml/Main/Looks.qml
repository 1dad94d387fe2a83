import QtQuick
import Suhbat.App
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
    // "=" is "+" without Shift, and what most keyboards have.
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+=", "Ctrl+Shift+="]
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(1)
    }
    Shortcut {
        sequences: ["Ctrl+-", "Ctrl+_"]
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(-1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        context: Qt.ApplicationShortcut
        onActivated: looks.settings.zoom(0)
    }
}
