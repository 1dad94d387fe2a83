import QtQuick
import QtQuick.Templates as T

// A popup in a file of its own, made when it is wanted for the first time.
Item {
    id: holder

    required property url source
    property T.Popup popup: null
    readonly property bool opened: popup !== null && popup.visible

    // `properties`: those that it requires; only the first time they count
    function make(properties): T.Popup {
        if (popup === null) {
            const component = Qt.createComponent(source);
            popup = component.createObject(holder, properties ?? {}) as T.Popup;
            if (popup === null)
                console.warn(component.errorString());
        }
        return popup;
    }

    function open(properties) {
        make(properties)?.open();
    }
}
