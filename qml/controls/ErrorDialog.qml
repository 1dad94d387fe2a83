pragma ComponentBehavior: Bound
import QtQuick
import Suhbat.Theme
import Suhbat.App

// What went wrong and what one can do now. It shows what the notice center holds; only the center opens or closes it.
DialogFrame {
    id: dialog

    required property NoticeCenter notices
    property bool detailsShown: false

    sheetName: "errorDialog"
    visible: notices.dialogVisible
    title: notices.dialogTitle
    glyph: notices.dialogKind === NoticeCenter.Connection ? "offline" : "alert"
    onOpened: (retryButton.visible ? retryButton : closeButton).forceActiveFocus(Qt.TabFocusReason)
    onVisibleChanged: detailsShown = false

    Shortcut {
        sequence: "Esc"
        enabled: dialog.visible
        onActivated: dialog.notices.dismissDialog()
    }
    body: [
    TextLabel {
        width: parent.width
        text: dialog.notices.dialogText
        color: Theme.textSoft
        wrapMode: Text.Wrap
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    },
    Column {
        width: parent.width
        visible: dialog.notices.dialogDetails.length > 0
        spacing: 8

        LinkButton {
            objectName: "errorDialogDetails"
            x: -8
            text: dialog.detailsShown ? qsTr("Hide details") : qsTr("Show details")
            onClicked: dialog.detailsShown = !dialog.detailsShown
        }
        Rectangle {
            width: parent.width
            height: Math.min(details.contentHeight + 24, 136)
            visible: dialog.detailsShown
            radius: Theme.radius
            color: Theme.field

            Flickable {
                anchors.fill: parent
                anchors.margins: 12
                anchors.rightMargin: 44
                contentHeight: details.contentHeight
                clip: true
                TextLabel {
                    id: details
                    width: parent.width
                    text: dialog.notices.dialogDetails
                    font.family: "monospace"
                    font.pixelSize: Theme.fontSmall
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: false
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 4
                size: 36
                label: qsTr("Copy details")
                glyph: "copy"
                onClicked: dialog.notices.copyDetails()
            }
        }
    }
    ]
    actions: [
        ActionButton {
            id: retryButton
            objectName: "errorDialogRetry"
            visible: dialog.notices.dialogCanRetry
            text: qsTr("Try again")
            onClicked: dialog.notices.retryDialog()
        },
        ActionButton {
            id: continueButton
            objectName: "errorDialogContinue"
            visible: dialog.notices.dialogCanContinue
            kind: ActionButton.Quiet
            text: qsTr("Continue offline")
            onClicked: dialog.notices.dismissDialog()
        },
        ActionButton {
            id: closeButton
            visible: !dialog.notices.dialogCanContinue
            kind: ActionButton.Quiet
            text: qsTr("Close")
            onClicked: dialog.notices.dismissDialog()
        }
    ]
}
