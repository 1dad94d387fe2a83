import QtQuick
import Suhbat.Theme

Rectangle {
    color: Theme.pane
}
