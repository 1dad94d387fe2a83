pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme

// The files of a message: its pictures, one alone or two in a row, then a line for every other file. All heights
// follow from what the message says, so that nothing moves when a picture comes.
Item {
    id: block

    required property FilesFace files
    required property string messageKey
    required property list<string> names
    required property list<string> sizes
    // the room for each; 0: it is no picture
    required property list<int> pictureWidths
    required property list<int> pictureHeights
    property bool own: false
    property bool sent: true
    property real uploadProgress: -1
    property int maximumWidth: Theme.bubbleMaximum

    // the one below the pointer
    property int pointed: -1

    signal stopped

    function point(index: int, at: bool) {
        if (at)
            pointed = index;
        else if (pointed === index)
            pointed = -1;
    }

    // negative: there is none, or one of several
    function fileMeant(): int {
        return names.length === 1 ? 0 : pointed;
    }

    readonly property int gap: 4
    readonly property int chipHeight: Theme.fit(52)
    readonly property int pictures: howMany()
    readonly property int chips: names.length - pictures
    readonly property int tile: Math.floor((Math.min(320, maximumWidth) - gap) / 2)
    readonly property int pictureWidth: pictures === 0 ? 0 : pictures === 1 ? widthOf(firstPicture()) : tile * 2 + gap
    readonly property int picturesHeight: pictures === 0 ? 0 : pictures === 1 ? heightOf(firstPicture()) : Math.ceil(pictures / 2) * (tile + gap) - gap

    function howMany(): int {
        let found = 0;
        for (let index = 0; index < pictureWidths.length; ++index)
            found += pictureWidths[index] > 0 ? 1 : 0;
        return found;
    }

    function firstPicture(): int {
        for (let index = 0; index < pictureWidths.length; ++index)
            if (pictureWidths[index] > 0)
                return index;
        return 0;
    }

    // how many files of its kind come before it
    function rank(index: int): int {
        const picture = pictureWidths[index] > 0;
        let before = 0;
        for (let i = 0; i < index; ++i)
            before += (pictureWidths[i] > 0) === picture ? 1 : 0;
        return before;
    }

    // of a picture that stands alone
    function widthOf(index: int): int {
        return Math.min(pictureWidths[index], maximumWidth);
    }

    function heightOf(index: int): int {
        return Math.round(pictureHeights[index] * widthOf(index) / Math.max(1, pictureWidths[index]));
    }

    implicitWidth: Math.max(pictureWidth, chips > 0 ? Math.min(Theme.fit(280), maximumWidth) : 0)
    implicitHeight: picturesHeight + (pictures > 0 && chips > 0 ? gap : 0) + (chips > 0 ? chips * (chipHeight + gap) - gap : 0)

    Repeater {
        model: block.names
        Item {
            id: place

            required property int index
            required property string modelData
            readonly property bool isPicture: block.pictureWidths[index] > 0
            readonly property int rank: block.rank(index)
            readonly property bool last: rank === block.pictures - 1
            readonly property bool wholeRow: block.pictures === 1 || last && rank % 2 === 0

            x: isPicture && rank % 2 === 1 ? block.tile + block.gap : 0
            y: {
                if (isPicture)
                    return block.pictures === 1 ? 0 : Math.floor(rank / 2) * (block.tile + block.gap);
                return block.picturesHeight + (block.pictures > 0 ? block.gap : 0) + rank * (block.chipHeight + block.gap);
            }
            width: isPicture ? (wholeRow ? block.pictureWidth : block.tile) : block.width
            height: isPicture ? (block.pictures === 1 ? block.picturesHeight : block.tile) : block.chipHeight

            Repeater {
                model: place.isPicture ? 1 : 0
                PictureTile {
                    width: place.width
                    height: place.height
                    files: block.files
                    messageKey: block.messageKey
                    number: place.index
                    name: place.modelData
                    size: block.sizes[place.index] ?? ""
                    uploadProgress: block.uploadProgress
                    onStopped: block.stopped()
                    onHoveredChanged: block.point(place.index, hovered)
                }
            }
            Repeater {
                model: place.isPicture ? 0 : 1
                AttachmentChip {
                    width: place.width
                    height: place.height
                    files: block.files
                    messageKey: block.messageKey
                    number: place.index
                    name: place.modelData
                    size: block.sizes[place.index] ?? ""
                    own: block.own
                    sent: block.sent
                    uploadProgress: block.uploadProgress
                    onStopped: block.stopped()
                    onHoveredChanged: block.point(place.index, hovered)
                }
            }
        }
    }
}
