import QtQuick
import QtQuick.Controls.Basic
import Suhbat.Theme
import Suhbat.Controls

// What one section shows; scrolls to whatever the keyboard reaches.
Flickable {
    id: section

    default property alias groups: column.data
    readonly property int inset: width < 480 ? Theme.gap : Theme.gapWide

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentHeight: column.height + 2 * Theme.gapHuge
    ScrollBar.vertical: ThinScrollBar {}
    CalmWheel {
        view: section
    }

    function reveal(item: Item) {
        let inside = item;
        while (inside && inside !== contentItem)
            inside = inside.parent;
        if (!inside)
            return;
        const top = item.mapToItem(contentItem, 0, 0).y - Theme.gapLarge;
        const bottom = top + item.height + 2 * Theme.gapLarge;
        const lowest = Math.max(0, contentHeight - height);
        if (top < contentY)
            contentY = Math.max(0, top);
        else if (bottom > contentY + height)
            contentY = Math.min(lowest, bottom - height);
    }

    Connections {
        target: section.Window.window
        function onActiveFocusItemChanged() {
            if (section.Window.activeFocusItem)
                section.reveal(section.Window.activeFocusItem);
        }
    }
    Column {
        id: column
        x: section.inset
        y: Theme.gapHuge
        width: Math.min(Theme.fit(640), section.width - section.inset * 2)
        spacing: Theme.gapHuge
    }
}
