import QtQuick
import Suhbat.App
import Suhbat.Theme

FocusScope {
    required property App app
    objectName: "chatPage"
    Rectangle { anchors.fill: parent; color: Theme.canvas }
}
