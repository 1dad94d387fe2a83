import QtQuick
import Suhbat.App

// As the system, light, dark.
Choice {
    id: choice

    required property Settings settings
    // in words, where they have room
    property bool worded: false

    cell: 44
    label: qsTr("Theme")
    values: ["system", "light", "dark"]
    titles: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
    glyphs: worded ? [] : ["auto", "sun", "moon"]
    names: ["themeSystem", "themeLight", "themeDark"]
    current: values[settings.themeMode]
    onPicked: value => {
        settings.themeMode = value === "dark" ? Settings.Dark : value === "light" ? Settings.Light : Settings.System;
    }
}
