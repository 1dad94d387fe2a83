import QtQuick

// A shortcut of the table: KeyShortcut { binding: Keymap.next; onActivated: … }
Shortcut {
    required property KeyBinding binding

    // Where no Latin layout is there, a key says its Cyrillic letter, and Qt finds no other one.
    function cyrillic(letter: string): string {
        const latin = "KFN,".indexOf(letter);
        return latin < 0 ? "" : "ЛАТБ".charAt(latin);
    }

    function keys() {
        const all = [];
        for (const one of binding.sequences) {
            all.push(one);
            const letter = cyrillic(one.slice(-1));
            if (letter.length > 0)
                all.push(one.slice(0, -1) + letter);
        }
        return all;
    }

    sequences: keys()
}
