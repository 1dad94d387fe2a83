import QtQuick
import Suhbat.App

// The section in force, made when it is wanted. By URL: see Main.qml.
Loader {
    id: loader

    required property App app
    required property int section

    signal logoutWanted

    function show() {
        const files = ["Appearance", "Notifications", "Language", "Account", "Storage", "Shortcuts", "Diagnostics", "About"];
        setSource(Qt.resolvedUrl(files[section] + "Section.qml"), {"app": app});
    }

    onSectionChanged: show()
    Component.onCompleted: show()

    Connections {
        target: loader.item
        ignoreUnknownSignals: true
        function onLogoutWanted() {
            loader.logoutWanted();
        }
    }
}
