pragma Singleton
import QtQuick

// Every colour, size and duration of the window. Looks.qml binds what can be chosen
// to the settings; nothing else in QML decides how something looks.
QtObject {
    id: theme

    property bool dark: false
    property bool reduceMotion: false
    property real textScale: 1
    property bool compact: false
    property int accentIndex: 0
    readonly property Accents accents: Accents {
        dark: theme.dark
        index: theme.accentIndex
    }

    // Surfaces
    readonly property color pane: dark ? "#151d1d" : "#fffdf9"
    readonly property color canvas: dark ? "#0d1414" : "#f3eee5"
    readonly property color raised: dark ? "#232f2e" : "#ffffff"
    readonly property color field: dark ? "#1c2727" : "#f4efe7"
    readonly property color fieldBorder: dark ? "#667d7a" : "#8a7f6e"
    readonly property color line: dark ? "#2f3d3c" : "#e8e0d4"
    readonly property color hover: dark ? "#1d2827" : "#f6f1e9"
    readonly property color pressed: dark ? "#243130" : "#ece5d9"
    readonly property color selected: accents.selection
    readonly property color scrim: dark ? "#b3000000" : "#80122020"
    readonly property color inverse: dark ? "#e9efec" : "#20302f"
    readonly property color inverseText: dark ? "#172120" : "#f7f4ee"
    readonly property color inverseAccent: accents.inverseWords
    // what lifts a sheet: an edge below it, as the software renderer draws no shadows
    readonly property color shade: dark ? "#0a1010" : "#e2d9ca"
    readonly property int lift: 3

    // Words
    readonly property color text: dark ? "#e8efed" : "#1c2a29"
    readonly property color textSoft: dark ? "#9fb2ae" : "#52615f"
    // of a button that cannot be pressed now, on `disabled`
    readonly property color textDisabled: dark ? "#80958f" : "#6b7876"
    readonly property color accentText: accents.words
    readonly property color warmText: dark ? "#f4b767" : "#a34c08"
    readonly property color dangerText: dark ? "#ff9d92" : "#b3261e"

    // Fills: the chosen colour, saffron beside it
    readonly property color accent: accents.fill
    readonly property color accentHover: accents.hover
    readonly property color accentPressed: accents.press
    readonly property color accentInk: accents.ink
    readonly property color disabled: pill
    readonly property color warm: dark ? "#f0a848" : "#e58a2a"
    readonly property color ring: dark ? "#f0a848" : "#b05f08"
    readonly property color found: dark ? "#f0c040" : "#ffdf6b"
    readonly property color foundInk: "#241a00"
    readonly property color danger: dark ? "#e5675b" : "#b3261e"
    readonly property color dangerInk: dark ? "#2b0603" : "#ffffff"
    readonly property color dangerSoft: dark ? "#3a201d" : "#fdeae6"
    readonly property color warmSoft: dark ? "#352916" : "#fdf0dc"
    readonly property color brand: dark ? "#0b4b4a" : "#0b6f6d"

    // Bubbles
    readonly property color bubbleOwn: accents.bubble
    readonly property color bubbleOwnText: dark ? "#f1faf8" : "#ffffff"
    readonly property color bubbleOwnMeta: accents.bubbleMeta
    readonly property color bubbleOwnRead: dark ? "#ffcf7d" : "#ffdfa3"
    // a file in it, and that under the mouse: darker than it, so that small words can be read
    readonly property color bubbleOwnFile: Qt.tint(bubbleOwn, "#22000000")
    readonly property color bubbleOwnFileHover: Qt.tint(bubbleOwn, "#3a000000")
    readonly property color bubbleOwnTile: Qt.tint(bubbleOwnFile, "#2effffff")
    readonly property color bubbleOther: dark ? "#1e2a29" : "#ffffff"
    readonly property color pill: dark ? "#223030" : "#e3dacb"

    // Eight people; the second row is for names written on a surface
    readonly property list<color> people: ["#14807d", "#b5405e", "#a86212", "#3a6cb4", "#467f3a", "#87509c", "#c2532c", "#55708b"]
    readonly property list<color> peopleOnDark: ["#4fcdbf", "#f08aa4", "#eab260", "#8ab4f0", "#93cf85", "#cb9be0", "#f59a78", "#a3bfda"]

    // All on a grid of 4
    readonly property int gapTiny: 4
    readonly property int gap: 8
    readonly property int gapWide: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    // between two runs of messages, and between two messages of one run
    readonly property int runGap: compact ? 4 : 10
    readonly property int messageGap: compact ? 1 : 2
    readonly property int radius: 12
    readonly property int bubbleRadius: 16
    readonly property int bubbleMaximum: 560
    readonly property int narrow: 600

    // The scale of type; every size grows with textScale
    readonly property int fontTiny: fit(11)
    readonly property int fontSmall: fit(12)
    readonly property int fontNote: fit(13)
    readonly property int fontRow: fit(14)
    readonly property int fontBody: fit(15)
    readonly property int fontTitle: fit(16)
    readonly property int fontHeading: fit(20)
    readonly property int fontDisplay: fit(28)

    readonly property int shortTime: reduceMotion ? 0 : 120
    readonly property int longTime: reduceMotion ? 0 : 200

    // The height (or width) of what holds a line of text, as large as the text.
    function fit(size: real): int {
        return Math.round(size * textScale);
    }

    function person(index: int): color {
        return people[Math.abs(index) % people.length];
    }

    function personName(index: int): color {
        return dark ? peopleOnDark[Math.abs(index) % peopleOnDark.length] : people[Math.abs(index) % people.length];
    }
}
