import QtQuick

// The six colours of what can be pressed and of one's own words, for light and for dark. One row a
// role, one column a colour: turquoise, lapis, violet, pomegranate, saffron, pistachio. What stands
// on what is measured in tst_theme.
QtObject {
    property bool dark: false
    property int index: 0

    readonly property list<color> fills: dark ? ["#35b8aa", "#6fa3ec", "#b58ae0", "#ee7fa0", "#eaa943", "#86c46a"] : ["#0b7573", "#2a5fae", "#7448a8", "#ad2f5b", "#945704", "#3f7420"]
    readonly property list<color> hovers: dark ? ["#4bcabc", "#85b2f1", "#c39de9", "#f394b0", "#f0b85f", "#98d07e"] : ["#096664", "#24549b", "#663e96", "#9a2850", "#824b04", "#37661c"]
    readonly property list<color> presses: dark ? ["#2aa194", "#5a90de", "#a377d3", "#e06a8e", "#d7973a", "#74b358"] : ["#075654", "#1e4986", "#593684", "#872245", "#6f4003", "#2f5818"]
    readonly property list<color> inks: dark ? ["#03211e", "#071a33", "#22093c", "#36071a", "#2b1a02", "#0d2404"] : ["#ffffff", "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#ffffff"]
    readonly property list<color> wordsOnDark: ["#4fcdbf", "#8ab4f0", "#c9a4ee", "#f28fae", "#eab260", "#93cf85"]
    readonly property list<color> wordsOnLight: ["#0a6765", "#24549b", "#663e96", "#9a2850", "#824b04", "#37661c"]
    readonly property list<color> selections: dark ? ["#123f3d", "#1b3557", "#392a50", "#4d2233", "#46331a", "#29421f"] : ["#d9efeb", "#dde8f7", "#ebe2f6", "#f9e0e8", "#f8ead3", "#e2f0d8"]
    readonly property list<color> bubbles: dark ? ["#125c59", "#27508a", "#5b3f82", "#7f2f4e", "#6d4a14", "#3a6329"] : ["#0b6f6d", "#2a5ca6", "#6d439f", "#a22d56", "#8a5106", "#3c6f20"]
    readonly property list<color> bubbleMetas: dark ? ["#b4dcd6", "#c4d8f5", "#dccbf0", "#f3c8d6", "#efd9b4", "#cfe6c4"] : ["#d2ece8", "#d6e3f6", "#e6daf4", "#f6d9e3", "#f5e6cd", "#dfeed4"]

    readonly property color fill: fills[index]
    readonly property color hover: hovers[index]
    readonly property color press: presses[index]
    readonly property color ink: inks[index]
    readonly property color words: (dark ? wordsOnDark : wordsOnLight)[index]
    // on the inverse surface, which is dark where the window is light
    readonly property color inverseWords: (dark ? wordsOnLight : wordsOnDark)[index]
    readonly property color selection: selections[index]
    readonly property color bubble: bubbles[index]
    readonly property color bubbleMeta: bubbleMetas[index]
}
