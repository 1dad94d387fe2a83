pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Models
import Suhbat.Theme
import Suhbat.Controls

// What was said: name in groups, files, words, and in the last line's corner when and how far it has come.
Item {
    id: bubble

    required property FilesFace files
    property string messageKey
    property bool own: false
    property bool tail: false
    property string senderName
    property color senderColor
    property string body
    property string bodyHtml
    property string wanted
    property string stateText
    property string timeText
    property string fullTimeText
    property int messageState: -1
    property list<string> fileNames
    property list<string> fileSizes
    property list<int> pictureWidths
    property list<int> pictureHeights
    property real uploadProgress: -1
    property string editedText
    property bool quoted: false
    property string quoteSender
    property string quoteText
    property int maximumWidth: Theme.bubbleMaximum

    readonly property int inset: 12
    readonly property int pad: Theme.compact ? 5 : 8
    // a few emoji alone are drawn large, without a bubble
    readonly property bool emoji: body.length > 0 && body.length < 24 && fileNames.length === 0 && !quoted && looksEmoji(body)
    readonly property color ink: own && !emoji ? Theme.bubbleOwnText : Theme.text
    readonly property color metaInk: own && !emoji ? Theme.bubbleOwnMeta : Theme.textSoft
    readonly property int nameHeight: senderName.length > 0 ? Theme.fit(22) : 0
    readonly property int quoteHeight: quoted ? Theme.fit(38) + 8 : 0
    readonly property int filesHeight: fileNames.length > 0 ? attached.implicitHeight + 4 : 0
    // words under a picture are no wider than it
    readonly property int wordsRoom: attached.pictureWidth > 0 ? Math.max(160, attached.implicitWidth - 8) : maximumWidth - inset * 2
    readonly property real nameWidth: nameHeight > 0 ? name.implicitWidth : 0
    readonly property real filesWidth: filesHeight > 0 ? attached.implicitWidth - 8 : 0
    readonly property real quoteWidth: quoted ? Math.max(120, answered.wish) : 0
    // the time goes into the last line's end where there is room, else below it
    readonly property real lastLine: words.lastLineEnd + 10 + meta.width
    readonly property bool metaFits: body.length > 0 && !emoji && lastLine <= words.width
    readonly property real wordsWidth: body.length > 0 ? Math.max(words.contentWidth, metaFits ? lastLine : 0) : 0
    readonly property int below: Theme.fit(body.length === 0 ? 14 : emoji ? 20 : metaFits ? 0 : 16)
    readonly property string selectedText: words.selectedText
    readonly property string tip: fullTimeText + (stateText.length > 0 ? "\n" + stateText : "") + (editedText.length > 0 ? "\n" + qsTr("Edited: %1").arg(editedText) : "")

    function fileMeant(): int {
        return attached.fileMeant();
    }

    // its files are not to go out
    signal stopped
    signal linkWanted(url: string)
    signal selectionMade(words: MessageText)
    signal quoteClicked

    function deselect() {
        words.deselect();
    }

    function linkAt(point: point): string {
        return words.linkAt(point.x - words.x, point.y - words.y);
    }

    // pictographs live in a few surrogate ranges and the symbol blocks; no \p{} in this engine
    function looksEmoji(words: string): bool {
        return /^(?:[\ud83c-\ud83e][\udc00-\udfff]|[\u2190-\u21ff\u231a-\u23ff\u25aa-\u27bf\u2b05-\u2b55]|[\u200d\ufe0f\u20e3\s])+$/.test(words);
    }

    implicitWidth: Math.ceil(Math.max(wordsWidth, meta.width, filesWidth, Math.min(words.width, Math.max(nameWidth, quoteWidth)))) + inset * 2
    implicitHeight: pad + nameHeight + quoteHeight + filesHeight + (body.length > 0 ? Math.ceil(words.contentHeight) : 0) + below + pad

    BubbleShape {
        anchors.fill: parent
        visible: !bubble.emoji
        own: bubble.own
        tail: bubble.tail
    }
    TextLabel {
        id: name
        x: bubble.inset
        y: 7
        width: bubble.width - bubble.inset * 2
        visible: bubble.nameHeight > 0
        text: bubble.senderName
        color: bubble.senderColor
        font.pixelSize: Theme.fontNote
        font.weight: Font.DemiBold
        elide: Text.ElideRight
    }
    OnDemand {
        id: answered
        readonly property real wish: count > 0 ? itemAt(0).implicitWidth : 0

        active: bubble.quoted
        QuoteLine {
            x: bubble.inset
            y: bubble.pad + bubble.nameHeight
            width: bubble.width - bubble.inset * 2
            objectName: "messageQuote"
            leads: bubble.quoteSender.length > 0
            onClicked: bubble.quoteClicked()
            sender: bubble.quoteSender.length > 0 ? bubble.quoteSender : qsTr("Deleted message")
            text: bubble.quoteText
            strokeInk: bubble.own ? Theme.bubbleOwnRead : Theme.accent
            senderInk: bubble.own ? Theme.bubbleOwnRead : Theme.accentText
            textInk: bubble.own ? Theme.bubbleOwnMeta : Theme.textSoft
        }
    }
    BubbleFiles {
        id: attached
        x: 8
        y: bubble.pad + bubble.nameHeight + bubble.quoteHeight
        width: bubble.width - 16
        files: bubble.files
        messageKey: bubble.messageKey
        names: bubble.fileNames
        sizes: bubble.fileSizes
        pictureWidths: bubble.pictureWidths
        pictureHeights: bubble.pictureHeights
        own: bubble.own
        sent: !bubble.own || bubble.messageState === MessageListModel.Sent || bubble.messageState === MessageListModel.Read
        uploadProgress: bubble.uploadProgress
        onStopped: bubble.stopped()
        maximumWidth: bubble.maximumWidth - 16
    }
    MessageText {
        id: words
        x: bubble.inset
        y: bubble.pad + bubble.nameHeight + bubble.quoteHeight + bubble.filesHeight
        width: bubble.wordsRoom
        reach: bubble.width - bubble.inset * 2
        visible: bubble.body.length > 0
        body: bubble.body
        html: bubble.bodyHtml
        wanted: bubble.wanted
        inverse: bubble.own && !bubble.emoji
        color: bubble.ink
        font.pixelSize: bubble.emoji ? Theme.fit(40) : Theme.fontBody
        onLinkWanted: url => bubble.linkWanted(url)
        onSelectionMade: bubble.selectionMade(words)
    }
    Row {
        id: meta
        objectName: "messageMeta"
        x: bubble.width - width - 10
        y: bubble.height - height - 6
        spacing: 3

        TextLabel {
            objectName: "editedMark"
            anchors.verticalCenter: parent.verticalCenter
            visible: bubble.editedText.length > 0
            text: qsTr("edited")
            color: bubble.metaInk
            font.pixelSize: Theme.fontTiny
        }
        TextLabel {
            anchors.verticalCenter: parent.verticalCenter
            text: bubble.timeText
            color: bubble.metaInk
            font.pixelSize: Theme.fontTiny
        }
        StateMark {
            anchors.verticalCenter: parent.verticalCenter
            messageState: bubble.messageState
            quiet: bubble.metaInk
            readInk: bubble.emoji ? Theme.warmText : Theme.bubbleOwnRead
        }
        HoverHandler {
            id: hover
        }
    }
    OnDemand {
        active: hover.hovered
        Item {
            x: meta.x
            y: meta.y
            width: meta.width
            Tip {
                text: bubble.tip
                shown: hover.hovered
            }
        }
    }
}
