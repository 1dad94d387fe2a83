import QtQuick

// A shortcut of the table: KeyShortcut { binding: Keymap.next; onActivated: … }
Shortcut {
    required property KeyBinding binding

    function keys() {
        return binding.sequences;
    }

    sequences: keys()
}
