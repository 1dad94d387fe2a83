import QtQuick
import Suhbat.App
import Suhbat.Controls

// How the line is, unless it is well. "Connecting" is only said when it takes a moment.
Banner {
    id: banner

    required property ChatFace chat
    readonly property bool connecting: chat.connection === ChatFace.Connecting
    readonly property bool well: chat.connection === ChatFace.Connected
    readonly property bool trouble: !well && !connecting
    property bool late: false

    objectName: "connectionBanner"
    danger: chat.connection === ChatFace.Refused
    busy: connecting
    glyph: danger ? "alert" : "offline"
    text: {
        switch (chat.connection) {
        case ChatFace.Connecting:
            return chat.everConnected ? qsTr("Connecting again…") : qsTr("Connecting…");
        case ChatFace.Refused:
            return chat.connectionProblem.length > 0 ? chat.connectionProblem : qsTr("The server refuses the connection.");
        case ChatFace.Unheard:
            return qsTr("New messages arrive with a delay: live updates do not work.");
        case ChatFace.Waiting:
            if (chat.retryInSeconds > 0)
                return qsTr("No connection. Next attempt in %n s", "", chat.retryInSeconds);
            return qsTr("No connection.");
        default:
            return qsTr("No connection.");
        }
    }
    actionText: connecting ? "" : qsTr("Try now")
    action.objectName: "tryNow"
    onActed: chat.tryNow()

    shown: trouble || connecting && late
    onTroubleChanged: late = late || trouble
    onWellChanged: late = late && !well

    Timer {
        interval: 500
        running: banner.connecting && !banner.late
        onTriggered: banner.late = true
    }
}
