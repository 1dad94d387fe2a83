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
    // what was said last: it stays so while the banner goes
    property int told: ChatFace.Connecting
    readonly property int now: chat.connection

    objectName: "connectionBanner"
    danger: told === ChatFace.Refused
    busy: told === ChatFace.Connecting
    glyph: danger ? "alert" : "offline"
    text: {
        switch (told) {
        case ChatFace.Connecting:
            return chat.everConnected ? qsTr("Connecting again…") : qsTr("Connecting…");
        case ChatFace.Refused:
            return chat.connectionProblem.length > 0 ? chat.connectionProblem : qsTr("The server refuses the connection.");
        case ChatFace.Unheard:
            return qsTr("New messages come up to a minute late.");
        case ChatFace.Waiting:
            if (chat.retryInSeconds > 0)
                return qsTr("No connection. Next attempt in %n s", "", chat.retryInSeconds);
            return qsTr("No connection.");
        default:
            return qsTr("No connection.");
        }
    }
    actionText: busy ? "" : chat.retryInSeconds > 0 ? qsTr("Try now") : qsTr("Try again")
    action.objectName: "tryNow"
    onActed: chat.tryNow()

    shown: trouble || connecting && late
    onNowChanged: if (!well)
        told = now
    Component.onCompleted: if (!well)
        told = now
    onTroubleChanged: late = late || trouble
    onWellChanged: late = late && !well

    Timer {
        interval: 500
        running: banner.connecting && !banner.late
        onTriggered: banner.late = true
    }
}
