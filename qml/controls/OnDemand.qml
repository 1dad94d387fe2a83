import QtQuick

// Makes its child while `active` holds. A Loader would do, but the one of Qt 6.4 refuses components
// of files with "pragma ComponentBehavior: Bound"; a Repeater of one does not.
Repeater {
    property bool active: false

    model: active ? 1 : 0
}
