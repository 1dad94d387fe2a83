pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// All shortcuts by section, for the sheet and for the settings. As high as it has to be.
Column {
    id: column

    // keys below the words instead of beside them
    readonly property bool narrow: width < 420

    spacing: 4

    Repeater {
        model: [KeyBinding.Conversations, KeyBinding.Messages, KeyBinding.General]

        Column {
            id: part
            required property int modelData

            width: column.width
            spacing: 0

            TextLabel {
                topPadding: 12
                bottomPadding: 4
                text: Keymap.title(part.modelData)
                color: Theme.accentText
                font.pixelSize: Theme.fontNote
                font.weight: Font.DemiBold
                Accessible.ignored: false
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Repeater {
                model: Keymap.of(part.modelData)

                Item {
                    id: line
                    required property KeyBinding modelData

                    objectName: "shortcutRow"
                    width: column.width
                    height: column.narrow ? words.height + keys.height + 12 : Math.max(words.height, keys.height) + 10
                    Accessible.role: Accessible.StaticText
                    Accessible.name: words.text + ": " + Keymap.ways(modelData).join(", ")

                    TextLabel {
                        id: words
                        y: column.narrow ? 4 : Math.round((line.height - height) / 2)
                        width: column.narrow ? line.width : line.width - keys.implicitWidth - 24
                        text: line.modelData.does
                        wrapMode: Text.Wrap
                    }
                    Flow {
                        id: keys
                        anchors.right: line.right
                        y: column.narrow ? words.y + words.height + 4 : Math.round((line.height - height) / 2)
                        width: Math.round(column.narrow ? line.width : line.width * 0.56)
                        spacing: 12
                        layoutDirection: column.narrow ? Qt.LeftToRight : Qt.RightToLeft

                        Repeater {
                            model: column.narrow ? Keymap.ways(line.modelData) : Keymap.ways(line.modelData).slice().reverse()

                            KeyCaps {
                                required property string modelData
                                way: modelData
                            }
                        }
                    }
                }
            }
        }
    }
}
