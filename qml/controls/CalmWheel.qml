import QtQuick
import Suhbat.Theme

// Where motion is to be reduced, the wheel moves what it turns over at once; Qt would let it glide to its place.
WheelHandler {
    id: wheel

    required property Flickable view
    readonly property int notch: 72 // as far as Qt goes with one

    enabled: Theme.reduceMotion
    target: null
    parent: view // not what is in it, which may be smaller
    onWheel: event => {
        const lowest = view.originY + view.contentHeight + view.bottomMargin - view.height;
        const wanted = view.contentY - event.angleDelta.y / 120 * notch;
        view.contentY = Math.max(view.originY - view.topMargin, Math.min(lowest, wanted));
    }
}
