pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// How the connection has been and what the program has noted: what support asks for.
FocusScope {
    id: section

    required property App app
    readonly property DiagnosticsFace face: app.diagnostics
    readonly property LogFace log: app.log
    property string view: "connection"
    property bool copied: false
    readonly property int inset: width < 480 ? Theme.gap + Theme.gapWide : Theme.gapHuge

    function refresh() {
        face.refresh();
        log.refresh();
    }

    // "" stands for all of them
    function filters(): list<string> {
        const all = [""];
        for (const category of log.categories)
            all.push(category);
        return all;
    }

    Component.onCompleted: {
        face.watched = true;
        refresh();
    }
    Component.onDestruction: face.watched = false

    Choice {
        id: views
        x: section.inset
        y: Theme.gapWide
        width: Math.min(section.width - 2 * x, Theme.fit(420))
        label: qsTr("What to show")
        values: ["connection", "events", "log"]
        titles: [qsTr("Connection"), qsTr("Events"), qsTr("Log")]
        names: ["diagnosticsConnection", "diagnosticsEvents", "diagnosticsLog"]
        current: section.view
        onPicked: value => {
            section.view = value;
            section.refresh();
        }
    }
    Flow {
        id: buttons
        x: section.inset
        y: views.y + views.height + Theme.gapWide
        width: section.width - 2 * x
        spacing: Theme.gap

        ActionButton {
            objectName: "diagnosticsCopy"
            compact: true
            text: section.copied ? qsTr("Copied") : qsTr("Copy for support")
            onClicked: {
                section.refresh();
                section.log.copyReport(section.face.report());
                section.copied = true;
            }
        }
        ActionButton {
            objectName: "diagnosticsRefresh"
            compact: true
            kind: ActionButton.Tonal
            text: qsTr("Refresh")
            onClicked: section.refresh()
        }
    }
    TextLabel {
        id: note
        x: section.inset
        y: buttons.y + buttons.height + Theme.gapWide
        width: section.width - 2 * x
        text: {
            switch (section.view) {
            case "connection":
                if (section.face.latency < 0)
                    return qsTr("Reconnections: %1. The response is not measured yet.").arg(section.face.reconnects);
                return qsTr("Reconnections: %1. Response: %2 ms, on average %3 ms.").arg(section.face.reconnects).arg(Math.round(section.face.latency)).arg(Math.round(section.face.averageLatency));
            case "events":
                return qsTr("The last 100 events: when, on which channel, which, how large. What they said is not kept.");
            default:
                return qsTr("The last lines of the log. No passwords, no message texts.");
            }
        }
        color: Theme.textSoft
        font.pixelSize: Theme.fontNote
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Flow {
        id: filter
        x: section.inset
        y: note.y + note.height + Theme.gap
        width: section.width - 2 * x
        height: section.view === "log" ? implicitHeight : 0
        visible: section.view === "log"
        spacing: Theme.gapTiny

        Repeater {
            model: section.view === "log" ? section.filters() : []

            ActionButton {
                required property string modelData
                objectName: "logCategory"
                compact: true
                kind: section.log.category === modelData ? ActionButton.Primary : ActionButton.Quiet
                text: modelData.length > 0 ? modelData : qsTr("All")
                Accessible.checked: section.log.category === modelData
                onClicked: section.log.category = modelData
            }
        }
    }
    LineList {
        objectName: "diagnosticsLines"
        x: section.inset
        y: filter.y + filter.height + Theme.gap
        width: section.width - 2 * x
        height: section.height - y - Theme.gap
        label: note.text
        lines: section.view === "connection" ? section.face.timeline : section.view === "events" ? section.face.events : section.log.lines
        emptyText: section.view === "connection" ? qsTr("There was no connection yet.") : section.view === "events" ? qsTr("No event has come yet.") : qsTr("Nothing is noted.")
    }
}
