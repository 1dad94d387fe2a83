pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// How large everything is, one step at a time.
Row {
    id: stepper

    required property Settings settings

    spacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Text size")

    IconButton {
        objectName: "textSmaller"
        anchors.verticalCenter: parent.verticalCenter
        enabled: stepper.settings.textScale > 0.8
        glyph: "minus"
        label: qsTr("Smaller")
        fill: down ? Theme.pressed : hovered ? Theme.hover : Theme.field
        ink: Theme.text
        onClicked: stepper.settings.zoom(-1)
    }
    TextLabel {
        objectName: "textSize"
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.fit(64)
        text: qsTr("%1 %").arg(Math.round(stepper.settings.textScale * 100))
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    IconButton {
        objectName: "textLarger"
        anchors.verticalCenter: parent.verticalCenter
        enabled: stepper.settings.textScale < 2
        glyph: "plus"
        label: qsTr("Larger")
        fill: down ? Theme.pressed : hovered ? Theme.hover : Theme.field
        ink: Theme.text
        onClicked: stepper.settings.zoom(1)
    }
}
