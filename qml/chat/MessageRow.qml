pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Models
import Suhbat.Theme
import Suhbat.Controls

// One row of the timeline. Its height follows at once from width and data, never from something that comes later.
Item {
    id: row

    required property int index
    required property string key
    required property bool isOwn
    required property string senderName
    required property string senderInitials
    required property int senderColorIndex
    required property bool showSender
    required property bool endsRun
    required property string body
    required property string timeText
    required property string fullTimeText
    required property int messageState
    required property string errorText
    required property bool retryHelps
    required property bool stoppedByUser
    required property string dateHeader
    required property bool firstUnread
    required property list<string> attachmentNames
    required property list<string> attachmentSizes
    required property list<int> pictureWidths
    required property list<int> pictureHeights
    required property real uploadProgress
    required property string editedText
    required property string bodyHtml
    required property string replyId
    required property string replySender
    required property string replyText
    required property FilesFace files
    property bool group: false
    property bool ring: false
    property bool lit: false
    // what is looked for in the conversation
    property string wanted

    readonly property alias bubbleItem: bubble
    // the button that stopped it goes, and the keyboard with it
    property bool answerWanted: false
    readonly property string selectedText: bubble.selectedText
    readonly property bool troubled: isOwn && messageState >= MessageListModel.Failed
    readonly property int side: width < 560 ? 10 : 20
    readonly property int column: Math.min(width - side * 2, 880)
    readonly property int leftEdge: Math.round((width - column) / 2)
    readonly property int indent: group && !isOwn ? face + 8 : 0
    readonly property int face: Theme.compact ? 28 : 36
    readonly property int above: (dateHeader.length > 0 ? Theme.fit(44) : 0) + (firstUnread ? Theme.fit(40) : 0)
    readonly property string stateText: {
        if (!isOwn)
            return "";
        switch (messageState) {
        case MessageListModel.Sending:
            return qsTr("sending");
        case MessageListModel.Sent:
            return qsTr("sent");
        case MessageListModel.Read:
            return qsTr("read");
        case MessageListModel.Failed:
            return qsTr("not sent");
        default:
            return qsTr("not confirmed");
        }
    }

    // the same as a sentence of its own
    readonly property string stateTip: stateText.length > 0 ? stateText.charAt(0).toLocaleUpperCase() + stateText.slice(1) : ""

    function fileMeant(): int {
        return bubble.fileMeant();
    }

    signal retried
    signal discarded
    signal stopped
    signal quoteClicked
    signal linkWanted(url: string)
    signal selectionMade(words: MessageText)
    signal menuWanted(x: real, y: real, link: string)

    objectName: "messageBubble"
    implicitHeight: above + bubble.implicitHeight + (troubled ? failure.height : 0) + (endsRun ? Theme.runGap : Theme.messageGap)
    Accessible.role: Accessible.ListItem
    Accessible.name: {
        const files = attachmentNames.length > 0 ? " " + qsTr("%n file(s)", "", attachmentNames.length) : "";
        const state = stateText.length > 0 ? ", " + stateText : "";
        const answer = replyId.length > 0 ? qsTr("in reply to %1").arg(replySender.length > 0 ? replySender : qsTr("a deleted message")) + ", " : "";
        const edited = editedText.length > 0 ? ", " + qsTr("edited") : "";
        return (isOwn ? qsTr("You") : senderName) + ": " + answer + body + files + ", " + fullTimeText + edited + state;
    }
    Accessible.description: troubled ? errorText : ""
    // A row that waits to be used again keeps its text: nobody must find it.
    ListView.onPooled: {
        visible = false;
        answerWanted = false;
        bubble.deselect();
    }
    ListView.onReused: visible = true
    onTroubledChanged: {
        if (troubled && answerWanted) {
            ListView.view.currentIndex = -1; // one ring, not two
            Qt.callLater(failure.takeKeys); // qmllint disable
        }
        answerWanted = false;
    }

    RowGlow {
        readonly property int gap: row.endsRun ? Theme.runGap : Theme.messageGap
        y: row.above - gap / 2
        width: row.width
        height: row.height - row.above
        shown: row.lit
    }
    OnDemand {
        active: row.dateHeader.length > 0
        DateHeader {
            width: row.width
            text: row.dateHeader
        }
    }
    OnDemand {
        active: row.firstUnread
        UnreadDivider {
            x: row.leftEdge
            y: row.above - height
            width: row.column
        }
    }
    OnDemand {
        active: row.indent > 0 && row.endsRun
        Avatar {
            x: row.leftEdge
            y: bubble.y + bubble.height - height
            size: row.face
            initials: row.senderInitials
            colorIndex: row.senderColorIndex
            backdrop: Theme.canvas
        }
    }
    MessageBubble {
        id: bubble
        x: row.isOwn ? row.leftEdge + row.column - width : row.leftEdge + row.indent
        y: row.above
        width: implicitWidth
        height: implicitHeight
        own: row.isOwn
        tail: row.endsRun
        senderName: row.showSender && !row.isOwn ? row.senderName : ""
        senderColor: Theme.personName(row.senderColorIndex)
        body: row.body
        timeText: row.timeText
        fullTimeText: row.fullTimeText
        messageState: row.isOwn ? row.messageState : -1
        fileNames: row.attachmentNames
        fileSizes: row.attachmentSizes
        pictureWidths: row.pictureWidths
        pictureHeights: row.pictureHeights
        files: row.files
        messageKey: row.key
        uploadProgress: row.uploadProgress
        onStopped: {
            row.answerWanted = true;
            row.stopped();
        }
        bodyHtml: row.bodyHtml
        wanted: row.wanted
        stateText: row.stateTip
        editedText: row.editedText
        quoted: row.replyId.length > 0
        quoteSender: row.replySender
        quoteText: row.replyText
        onQuoteClicked: row.quoteClicked()
        onLinkWanted: url => row.linkWanted(url)
        onSelectionMade: words => row.selectionMade(words)
        maximumWidth: Math.min(Theme.bubbleMaximum, row.column - row.indent - (row.width < 560 ? 40 : 72))

        FocusRing {
            shown: row.ring
            inset: -2
            radius: Theme.bubbleRadius + 2
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: eventPoint => row.menuWanted(bubble.x + eventPoint.position.x, bubble.y + eventPoint.position.y, bubble.linkAt(eventPoint.position))
        }
    }
    FailureRow {
        id: failure
        visible: row.troubled
        x: row.leftEdge
        y: bubble.y + bubble.height
        width: row.column
        height: implicitHeight
        text: row.troubled ? row.errorText : ""
        certain: row.messageState === MessageListModel.Failed
        retryHelps: row.retryHelps
        stopped: row.stoppedByUser
        onRetried: row.retried()
        onDiscarded: row.discarded()
    }
}
