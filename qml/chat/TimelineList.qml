import QtQuick
import Suhbat.App
import Suhbat.Controls

// A list that grows upwards, with a little room under its newest row, and above the oldest for what is
// said there. Without the pragma for bound components on purpose: the ListView of Qt 6.4 cannot make a bound header.
ListView {
    id: list

    readonly property int roomBelow: 30

    verticalLayoutDirection: ListView.BottomToTop
    header: Item {
        height: 30
    }
    footer: Item {
        height: 64
    }

    CalmWheel {
        view: list
    }
    ReadingOrder {
        view: list
        reversed: true
    }
}
