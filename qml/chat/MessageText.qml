pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.Controls

// The words of a message: they can be selected, and addresses in them lead somewhere. Copying and what a
// screen reader says are the words alone.
TextEdit {
    id: words

    required property string body
    // the same with links, from LinkText; empty without any
    required property string html
    property bool inverse: false
    // it takes the mouse in no more than that of its width
    property real reach: width
    // so far to the right goes the last line
    property real lastLineEnd: 0

    signal linkWanted(url: string)
    signal selectionMade

    // In this order: what was markup must never be shown as such, nor the other way round.
    function show() {
        const markup = html.length > 0;
        textFormat = markup ? TextEdit.RichText : TextEdit.PlainText;
        text = markup ? "<style>a { color: " + linkInk + " }</style>" + html : body;
        measure();
    }

    function measure() {
        const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(body);
        lastLineEnd = rightToLeft ? contentWidth : positionToRectangle(length).x;
    }

    readonly property color linkInk: inverse ? Theme.bubbleOwnRead : Theme.accentText

    objectName: "messageText"
    readOnly: true
    selectByMouse: true
    persistentSelection: true
    activeFocusOnPress: true
    horizontalAlignment: TextEdit.AlignLeft
    wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
    selectionColor: inverse ? Theme.bubbleOwnText : Theme.accent
    selectedTextColor: inverse ? Theme.bubbleOwn : Theme.accentInk
    Accessible.ignored: true
    Component.onCompleted: show()
    onBodyChanged: show()
    onHtmlChanged: show()
    onLinkInkChanged: {
        if (html.length > 0)
            show();
    }
    onWidthChanged: measure()
    onContentWidthChanged: measure()
    onContentHeightChanged: measure()
    onLinkActivated: url => linkWanted(url)
    onSelectionEndChanged: {
        if (selectionEnd > selectionStart)
            selectionMade();
    }
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && selectionEnd > selectionStart
    Keys.onEscapePressed: deselect()

    containmentMask: Item {
        width: words.reach
        height: words.height
    }

    HoverHandler {
        id: pointer
        cursorShape: words.hoveredLink.length > 0 ? Qt.PointingHandCursor : Qt.IBeamCursor
    }
    OnDemand {
        active: words.hoveredLink.length > 0
        Item {
            x: pointer.point.position.x
            y: pointer.point.position.y - 4
            Tip {
                text: words.hoveredLink
                shown: words.hoveredLink.length > 0
            }
        }
    }
}
