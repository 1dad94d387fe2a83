import QtQuick

// Keys, and what they do. `shown` stands for them where there are too many to read.
QtObject {
    enum Section { Conversations, Messages, General }

    property int section: KeyBinding.Conversations
    property string does
    property list<string> sequences
    property string shown
}
