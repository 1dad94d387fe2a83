pragma Singleton
import QtQuick

// The one table of shortcuts: what the Shortcut items bind, the sheet shows and the settings list.
// A new shortcut is a binding here, its name in one of the two lists, and a KeyShortcut of it.
QtObject {
    id: keymap

    readonly property KeyBinding find: KeyBinding {
        does: qsTr("Go to a conversation")
        sequences: ["Ctrl+K"]
    }
    readonly property KeyBinding filter: KeyBinding {
        does: qsTr("Search the list")
        sequences: ["Ctrl+Shift+F"]
    }
    readonly property KeyBinding newChat: KeyBinding {
        does: qsTr("New conversation")
        sequences: ["Ctrl+N"]
    }
    readonly property KeyBinding next: KeyBinding {
        does: qsTr("Next conversation")
        sequences: ["Alt+Down", "Ctrl+Tab", "Ctrl+PgDown"]
    }
    readonly property KeyBinding previous: KeyBinding {
        does: qsTr("Previous conversation")
        sequences: ["Alt+Up", "Ctrl+Shift+Tab", "Ctrl+PgUp"]
    }
    readonly property KeyBinding nextUnread: KeyBinding {
        does: qsTr("Next unread conversation")
        sequences: ["Alt+Shift+Down"]
    }
    readonly property KeyBinding previousUnread: KeyBinding {
        does: qsTr("Previous unread conversation")
        sequences: ["Alt+Shift+Up"]
    }
    readonly property KeyBinding nth: KeyBinding {
        does: qsTr("Conversations 1 to 9")
        sequences: ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+8", "Ctrl+9"]
        shown: "Ctrl+1 … 9"
    }
    readonly property KeyBinding rowMenu: KeyBinding {
        does: qsTr("Conversation menu")
        shown: "Menu|Shift+F10"
    }
    readonly property KeyBinding back: KeyBinding {
        section: KeyBinding.General
        does: qsTr("One step back")
        sequences: ["Esc"]
    }
    readonly property KeyBinding nextPane: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Next part of the window")
        sequences: ["F6"]
    }
    readonly property KeyBinding previousPane: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Previous part of the window")
        sequences: ["Shift+F6"]
    }
    readonly property KeyBinding sheet: KeyBinding {
        section: KeyBinding.General
        // "." is on that key in the Russian layout
        does: qsTr("Show the shortcuts")
        sequences: ["Ctrl+/", "Ctrl+?", "Ctrl+."]
        shown: "Ctrl+/"
    }
    readonly property KeyBinding settings: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Settings")
        sequences: ["Ctrl+,"]
    }
    // "=" is "+" without Shift, and what most keyboards have.
    readonly property KeyBinding larger: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Everything larger")
        sequences: ["Ctrl++", "Ctrl+="] // of Ctrl+Shift+= Qt makes the first; as one of its own it would be ambiguous
        shown: "Ctrl+plus"
    }
    readonly property KeyBinding smaller: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Everything smaller")
        sequences: ["Ctrl+-", "Ctrl+_"]
        shown: "Ctrl+-"
    }
    readonly property KeyBinding normalSize: KeyBinding {
        section: KeyBinding.General
        does: qsTr("Everything at its normal size")
        sequences: ["Ctrl+0"]
    }
    readonly property KeyBinding send: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Send")
        shown: "Enter"
    }
    readonly property KeyBinding newLine: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("New line")
        shown: "Shift+Enter"
    }
    readonly property KeyBinding searchChat: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Search in the conversation")
        sequences: ["Ctrl+F"]
    }
    readonly property KeyBinding walk: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Move between messages")
        shown: "Up|Down"
    }

    readonly property KeyBinding editLast: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Edit the last message (field empty)")
        shown: "Up"
    }
    readonly property KeyBinding messageMenu: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Message menu")
        shown: "Menu|Shift+F10"
    }
    readonly property KeyBinding deleteMessage: KeyBinding {
        section: KeyBinding.Messages
        does: qsTr("Delete the message")
        shown: "Delete"
    }

    readonly property list<KeyBinding> ofTheWindow: [nextPane, previousPane, settings, larger, smaller, normalSize, sheet, back]
    readonly property list<KeyBinding> ofTheChat: [
        find, filter, newChat, next, previous, nextUnread, previousUnread, nth, rowMenu,
        send, newLine, editLast, searchChat, walk, messageMenu, deleteMessage
    ]

    function title(section: int): string {
        switch (section) {
        case KeyBinding.Conversations:
            return qsTr("Conversations");
        case KeyBinding.Messages:
            return qsTr("Messages");
        default:
            return qsTr("Window");
        }
    }

    function of(section: int): list<KeyBinding> {
        const some = [];
        for (const list of [ofTheChat, ofTheWindow]) {
            for (let i = 0; i < list.length; ++i) {
                if (list[i].section === section)
                    some.push(list[i]);
            }
        }
        return some;
    }

    // each way to press it, as one reads it; "|" divides them in `shown`
    function ways(binding: KeyBinding): list<string> {
        return binding.shown.length > 0 ? binding.shown.split("|") : binding.sequences;
    }

    function caps(way: string): list<string> {
        const parts = [];
        for (const part of way.split("+"))
            parts.push(name(part));
        return parts;
    }

    function name(key: string): string {
        switch (key) {
        case "Up":
            return "↑";
        case "Down":
            return "↓";
        case "PgUp":
            return "Page Up";
        case "PgDown":
            return "Page Down";
        case "plus":
            return "+";
        default:
            return key;
        }
    }
}
