pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Chat
import Suhbat.Conversations
import Suhbat.Keys

// The shortcuts of the chat page; which keys they are stands in Keymap.
Item {
    id: keys

    required property App app
    required property ConversationPane pane
    required property ChatView view
    required property bool narrow
    readonly property bool opened: app.chat.conversationId.length > 0

    signal sheetWanted
    signal switcherWanted

    // In a narrow window the list has to come up first.
    function toList() {
        if (narrow && opened)
            app.chat.close();
    }

    // filter, list, messages, composer; in a narrow window only those in sight
    function toPart(by: int) {
        const first = pane.visible ? 0 : 2;
        const last = opened && view.visible ? 3 : 1;
        const at = pane.activeFocus ? (pane.filtering ? 0 : 1) : view.activeFocus ? (view.reading ? 2 : 3) : first - by;
        const to = at + by;
        focusPart(to > last ? first : to < first ? last : to);
    }

    function focusPart(part: int) {
        switch (part) {
        case 0:
            return pane.focusFilter();
        case 1:
            return pane.focusList();
        case 2:
            return view.focusTimeline();
        default:
            return view.focusComposer();
        }
    }

    // one step back each time: the search, the answer or change begun, the reading back, the conversation
    function back() {
        if (app.chat.search.active && !pane.filtering) {
            app.chat.search.close();
            view.focusComposer();
        } else if (pane.wanted.length > 0 || pane.filtering && opened) {
            pane.clearFilter();
            if (opened)
                view.focusComposer();
        } else if (opened && app.actions.active) {
            app.actions.cancel();
        } else if (opened && view.readingBack) {
            view.toNewest();
        } else if (opened) {
            app.chat.close();
            pane.forceActiveFocus();
        }
    }

    KeyShortcut {
        binding: Keymap.find
        onActivated: keys.switcherWanted()
    }
    KeyShortcut {
        binding: Keymap.newChat
        onActivated: keys.pane.startChat()
    }
    KeyShortcut {
        binding: Keymap.searchChat
        enabled: keys.opened
        onActivated: keys.view.search()
    }
    KeyShortcut {
        binding: Keymap.filter
        onActivated: {
            keys.toList();
            keys.pane.focusFilter();
        }
    }
    KeyShortcut {
        binding: Keymap.next
        onActivated: keys.app.list.openNext(1)
    }
    KeyShortcut {
        binding: Keymap.previous
        onActivated: keys.app.list.openNext(-1)
    }
    KeyShortcut {
        binding: Keymap.nextUnread
        onActivated: keys.app.list.openNextUnread(1)
    }
    KeyShortcut {
        binding: Keymap.previousUnread
        onActivated: keys.app.list.openNextUnread(-1)
    }
    Instantiator {
        model: Keymap.nth.sequences

        Shortcut {
            required property int index
            required property string modelData
            sequence: modelData
            onActivated: keys.app.list.openNth(index)
        }
    }
    KeyShortcut {
        binding: Keymap.nextPane
        onActivated: keys.toPart(1)
    }
    KeyShortcut {
        binding: Keymap.previousPane
        onActivated: keys.toPart(-1)
    }
    KeyShortcut {
        binding: Keymap.sheet
        onActivated: keys.sheetWanted()
    }
    KeyShortcut {
        binding: Keymap.back
        enabled: !keys.app.notices.dialogVisible
        onActivated: keys.back()
    }
}
