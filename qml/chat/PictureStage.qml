import QtQuick

// A picture as large as fits, or larger and moved about: wheel, double click, drag, keys.
FocusScope {
    id: stage

    required property string preview
    required property string picture
    // 1: as large as fits, but never larger than it is
    property real zoom: 1
    readonly property bool shown: sharp.ready || rough.ready
    readonly property bool broken: sharp.status === Image.Ready && !sharp.ready
    readonly property real fit: Math.min(1, (width - 24) / Math.max(1, natural.width), (height - 24) / Math.max(1, natural.height))
    readonly property size natural: sharp.ready ? Qt.size(sharp.implicitWidth, sharp.implicitHeight) : Qt.size(rough.implicitWidth, rough.implicitHeight)
    // at least to twice its own size
    readonly property real most: Math.max(4, 2 / Math.max(0.01, fit))

    signal moved(step: int)
    signal saved
    signal savedAs

    // keeps what is at that place of the stage where it is
    function zoomTo(factor: real, x: real, y: real) {
        const wanted = Math.max(1, Math.min(most, factor));
        const atX = (space.contentX + x) / space.contentWidth;
        const atY = (space.contentY + y) / space.contentHeight;
        zoom = wanted;
        space.contentX = Math.max(0, Math.min(space.contentWidth - width, atX * space.contentWidth - x));
        space.contentY = Math.max(0, Math.min(space.contentHeight - height, atY * space.contentHeight - y));
    }

    function zoomBy(factor: real) {
        zoomTo(zoom * factor, width / 2, height / 2);
    }

    function pan(x: real, y: real) {
        space.contentX = Math.max(0, Math.min(space.contentWidth - width, space.contentX + x));
        space.contentY = Math.max(0, Math.min(space.contentHeight - height, space.contentY + y));
    }

    activeFocusOnTab: true
    onPictureChanged: zoom = 1
    Keys.onPressed: event => {
        const wide = zoom > 1;
        switch (event.key) {
        case Qt.Key_Left:
            wide ? pan(-60, 0) : moved(-1);
            break;
        case Qt.Key_Right:
            wide ? pan(60, 0) : moved(1);
            break;
        case Qt.Key_Up:
            pan(0, -60);
            break;
        case Qt.Key_Down:
            pan(0, 60);
            break;
        case Qt.Key_PageUp:
            moved(-1);
            break;
        case Qt.Key_PageDown:
            moved(1);
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            zoomBy(1.25);
            break;
        case Qt.Key_Minus:
            zoomBy(1 / 1.25);
            break;
        case Qt.Key_0:
            zoom = 1;
            break;
        default:
            if (event.matches(StandardKey.SaveAs))
                savedAs();
            else if (event.matches(StandardKey.Save))
                saved();
            else
                return;
        }
        event.accepted = true;
    }

    Flickable {
        id: space
        anchors.fill: parent
        contentWidth: Math.max(width, frame.width)
        contentHeight: Math.max(height, frame.height)
        boundsBehavior: Flickable.StopAtBounds
        interactive: stage.zoom > 1
        clip: true

        Item {
            id: frame
            x: Math.round((space.contentWidth - width) / 2)
            y: Math.round((space.contentHeight - height) / 2)
            width: Math.round(stage.natural.width * stage.fit * stage.zoom)
            height: Math.round(stage.natural.height * stage.fit * stage.zoom)

            Image {
                id: rough
                readonly property bool ready: status === Image.Ready && implicitWidth > 1
                anchors.fill: parent
                visible: ready && !sharp.ready
                source: stage.preview
                asynchronous: true
            }
            Image {
                id: sharp
                readonly property bool ready: status === Image.Ready && implicitWidth > 1
                objectName: "wholePicture"
                anchors.fill: parent
                visible: ready
                source: stage.picture
                asynchronous: true
                mipmap: true
            }
        }
        TapHandler {
            onDoubleTapped: point => stage.zoomTo(stage.zoom > 1 ? 1 : Math.max(2, 1 / stage.fit), point.position.x - space.contentX, point.position.y - space.contentY)
        }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => stage.zoomTo(stage.zoom * Math.pow(1.0015, event.angleDelta.y), event.x, event.y)
    }
}
