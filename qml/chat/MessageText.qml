pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Theme
import Suhbat.Controls

// The words of a message: they can be selected, and addresses in them lead somewhere. Copying and what a
// screen reader says are the words alone.
TextEdit {
    id: words

    required property string body
    // the same with links, from LinkText; empty without any
    required property string html
    // what is looked for in the conversation; marked where it stands
    property string wanted
    property bool inverse: false
    // it takes the mouse in no more than that of its width
    property real reach: width
    // so far to the right goes the last line
    property real lastLineEnd: 0

    signal linkWanted(url: string)
    signal selectionMade

    // Format before text: what was markup must never be shown as such, nor the other way round. And a row that
    // once had a link stays with markup: plain text would take over the colour of the link (Qt 6.4).
    function show() {
        const links = html.length > 0;
        if (links)
            textFormat = TextEdit.RichText;
        if (textFormat === TextEdit.PlainText)
            text = body;
        else
            text = links ? styled(linkInk) : escaped(body);
        measure();
    }

    // Without a type on purpose: what Qt 6.4 compiles the addition of a colour to ends the program now and then.
    function styled(ink): string {
        return "<style>a { color: " + ink + " }</style>" + html;
    }

    function escaped(plain: string): string {
        const safe = plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
        return "<p style=\"white-space:pre-wrap\">" + safe + "</p>";
    }

    function measure() {
        const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(body);
        lastLineEnd = rightToLeft ? contentWidth : positionToRectangle(length).x;
    }

    readonly property color linkInk: inverse ? Theme.bubbleOwnRead : Theme.accentText

    objectName: "messageText"
    textFormat: TextEdit.PlainText
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

    OnDemand {
        active: words.wanted.length > 0
        Item {
            FoundWords {
                target: words.textDocument
                text: words.wanted
                ink: Theme.foundInk
                behind: Theme.found
            }
        }
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
