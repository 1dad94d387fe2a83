import QtQuick
import Suhbat.App

// As the system, light, dark.
Choice {
    id: choice

    required property Settings settings

    cell: 44
    label: qsTr("Appearance")
    values: ["system", "light", "dark"]
    titles: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
    glyphs: ["auto", "sun", "moon"]
    names: ["themeSystem", "themeLight", "themeDark"]
    current: values[settings.themeMode]
    onPicked: value => {
        settings.themeMode = value === "dark" ? Settings.Dark : value === "light" ? Settings.Light : Settings.System;
    }
}
