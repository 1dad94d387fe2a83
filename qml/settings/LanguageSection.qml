import QtQuick
import Suhbat.App

// The language of the window; each in its own words.
SettingsSection {
    id: section

    required property App app
    readonly property Settings settings: app.settings

    SettingsGroup {
        note: qsTr("Dates, times and numbers follow the language. Messages stay as they were written.")

        RadioRow {
            objectName: "settingsLanguage_en"
            text: "English"
            chosen: section.settings.language === "en"
            onClicked: section.settings.language = "en"
        }
        RadioRow {
            objectName: "settingsLanguage_ru"
            text: "Русский"
            chosen: section.settings.language === "ru"
            onClicked: section.settings.language = "ru"
        }
        RadioRow {
            objectName: "settingsLanguage_uz"
            text: "Oʻzbekcha"
            chosen: section.settings.language === "uz"
            onClicked: section.settings.language = "uz"
        }
    }
}
