import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Suhbat.Theme

// Gives Qt 6.4's own file dialog our shapes: it knows no style but its own, and in a narrow window
// its choice of kinds, of which there is one, leaves no room for anything else. What a later Qt
// builds otherwise is left as it is.
QtObject {
    id: look

    // where the dialog lies
    required property Item overlay
    property Item accept: null
    property Item name: null
    property ListView rows: null
    property Item path: null
    property ListView crumbs: null
    // Qt gives the keyboard to the row of that name, if there is one, as soon as the folder has been read.
    readonly property Connections reading: Connections {
        target: look.rows
        function onCurrentItemChanged() {
            if (look.rows.currentItem?.["fileName"] === look.name["text"])
                Qt.callLater(look.takeKeys);
        }
    }

    // a tint alone would hardly be seen
    readonly property Component bar: Item {
        z: 2
        Rectangle {
            x: 4
            y: 6
            width: 3
            height: parent.height - 12
            radius: 1.5
            color: Theme.accent
        }
    }

    function dress() {
        name = find(overlay, item => item.objectName === "fileNameTextField");
        rows = find(overlay, item => item.objectName === "fileDialogListView") as ListView;
        path = find(overlay, item => item["upButton"] !== undefined);
        const title = find(overlay, item => item.objectName === "dialogTitleBarLabel");
        if (!name || !rows || !path || !title)
            return;
        reading.enabled = true;
        rows.highlight = bar;
        rows.highlightMoveDuration = 0;
        sheet(rows.parent);
        head(title, path);
        foot(name);
        Qt.callLater(look.takeKeys);
    }

    function find(item: Item, wanted): Item {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            const found = wanted(child) ? child : find(child, wanted);
            if (found)
                return found;
        }
        return null;
    }

    function sheet(page) {
        round(page["background"], 20, Theme.raised);
        page["background"].border.color = Theme.dark ? Theme.line : Theme.raised;
    }

    function head(title, path) {
        title.horizontalAlignment = Text.AlignLeft;
        title.font.pixelSize = Theme.fontHeading;
        title.font.weight = Font.DemiBold;
        title.parent.parent["background"].color = "transparent";
        // white, whatever the palette says
        round(path["background"], Theme.radius, Theme.field);
        path["background"].border.width = 0;
        crumbs = find(path, item => item as ListView) as ListView;
    }

    // name over the whole width, below it the two buttons, as in our own dialogs
    function foot(field) {
        const grid = field.parent;
        grid.parent["color"] = "transparent";
        const box = find(grid, item => item["standardButtons"] !== undefined);
        const kinds = find(grid, item => item["editText"] !== undefined);
        const label = find(grid, item => item.Layout.row === 1 && item.Layout.column === 0 && item["elide"] !== undefined);
        if (!box || !kinds || !label)
            return;
        label.visible = false;
        kinds.visible = false;
        kinds.width = 4000; // puts the date of a file, which is always in English, out of sight
        field.Layout.columnSpan = 2;
        field.Layout.rightMargin = 20;
        field.implicitHeight = Theme.fit(44);
        field.leftPadding = 12;
        field.font.pixelSize = Theme.fontBody;
        field["selectedTextColor"] = Theme.accentInk;
        field["background"].radius = Theme.radius;
        box.Layout.column = 0;
        box.Layout.columnSpan = 3;
        box.Layout.topMargin = Theme.gap;
        box.Layout.bottomMargin = Theme.gapWide;
        box.Layout.alignment = Qt.AlignRight;
        box["background"].color = "transparent";
        box["buttonLayout"] = DialogButtonBox.GnomeLayout;
        buttons(box);
        field.KeyNavigation.tab = box.itemAt(0);
        kinds.KeyNavigation.tab = field;
    }

    function buttons(box) {
        for (let i = 0; i < box["count"]; ++i) {
            const button = box.itemAt(i) as Button;
            const leads = button.DialogButtonBox.buttonRole === DialogButtonBox.AcceptRole;
            if (leads)
                accept = button;
            button.background.radius = Theme.radius;
            button.font.pixelSize = Theme.fontBody;
            button.font.weight = Font.DemiBold;
            button.implicitHeight = Theme.fit(44);
            button.horizontalPadding = 20;
            button.highlighted = leads;
            button.palette.dark = Theme.accent;
            button.palette.brightText = Theme.accentInk;
            button.palette.button = Theme.raised;
            button.palette.buttonText = Theme.accentText;
            button.palette.highlight = Theme.ring;
        }
    }

    function begin(field) {
        field.select(0, Math.max(0, field.text.lastIndexOf(".")));
        field.accepted.disconnect(look.press);
        field.accepted.connect(look.press);
    }

    // Once it is all there. Qt has Enter do nothing in the name.
    function takeKeys() {
        showPath();
        if (!name.visible || name.activeFocus)
            return;
        reading.enabled = reading.enabled && !rows.currentItem;
        name.forceActiveFocus(Qt.PopupFocusReason);
        begin(name);
    }

    // The end of the path, beginning with a whole folder; marks between the folders that can be seen.
    function showPath() {
        if (!crumbs)
            return;
        crumbs.positionViewAtEnd();
        let first = crumbs.contentX;
        for (let i = crumbs.count - 1; i >= 0; --i) {
            const part = crumbs.model["get"](i);
            if (part["sourceSize"] !== undefined)
                part.color = Theme.textSoft;
            else if (part.x >= crumbs.contentX)
                first = part.x;
        }
        crumbs.contentX = first;
    }

    function press() {
        if (accept?.enabled)
            accept.clicked();
    }

    function round(shape, radius: int, colour: color) {
        shape.radius = radius;
        shape.color = colour;
    }
}
