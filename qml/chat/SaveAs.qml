pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Suhbat.App
import Suhbat.Controls

// Asks where a file of a message is to be saved. The dialogs are made when they are wanted first.
Item {
    id: asker

    required property FilesFace files
    property string key
    property int number
    property url target
    property PlaceChoice dialog: null
    // Qt's own dialog replaces without a word; those of the systems ask
    property bool unasked: false

    function ask() {
        if (dialog === null) {
            const component = Qt.createComponent(Qt.resolvedUrl("PlaceChoice.qml"));
            dialog = component.createObject(asker, {"overlay": T.Overlay.overlay}) as PlaceChoice;
            if (dialog === null) {
                console.warn(component.errorString());
                return;
            }
        }
        dialog.selectedFile = files.suggestion(key, number);
        const before = T.Overlay.overlay.children.length;
        dialog.open();
        unasked = T.Overlay.overlay.children.length > before;
    }

    function chosen(place: url) {
        target = place;
        const question = unasked && files.exists(place) ? replace.make({}) as ReplaceDialog : null;
        if (question === null) {
            files.saveAs(key, number, place);
            return;
        }
        question.fileName = decodeURIComponent(place.toString().split("/").pop());
        question.open();
    }

    Connections {
        target: asker.files
        function onPlaceWanted(key: string, number: int) {
            asker.key = key;
            asker.number = number;
            asker.ask();
        }
    }
    Connections {
        target: asker.dialog
        ignoreUnknownSignals: true
        function onAccepted() {
            asker.chosen(asker.dialog.selectedFile);
        }
    }
    OnDemandPopup {
        id: replace
        source: Qt.resolvedUrl("ReplaceDialog.qml")
    }
    Connections {
        target: replace.popup
        ignoreUnknownSignals: true
        function onConfirmed() {
            asker.files.saveAs(asker.key, asker.number, asker.target);
        }
    }
}
