import QtQuick
import Suhbat.App

// The languages by their own short names; the window changes at once.
Choice {
    id: choice

    required property Settings settings

    objectName: "languageSwitch"
    cell: 52
    label: qsTr("Language")
    values: ["en", "ru", "uz"]
    titles: ["Eng", "Рус", "Oʻzb"]
    names: ["language_en", "language_ru", "language_uz"]
    current: settings.language
    onPicked: value => settings.language = value
}
