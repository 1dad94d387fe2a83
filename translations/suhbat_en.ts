<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutSection</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation type="unfinished">Good conversation, every day.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT: free to use, change and pass on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Turquoise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pomegranate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saffron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pistachio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out</source>
        <translation type="unfinished">Log out</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise you log in again at every start. Messages stay on this computer until you log out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also by keyboard: Ctrl and plus, Ctrl and minus, Ctrl and 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less room between the messages, more of them in sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished">Reduce motion</translation>
    </message>
    <message>
        <source>Things change at once, without sliding or fading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout and motion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>File %1, %2</source>
        <translation>File %1, %2</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentTile</name>
    <message>
        <source>File %1, %2</source>
        <translation type="unfinished">File %1, %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished">Dismiss</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation>Good conversation, every day.</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message>
        <source>Some messages may be missing.</source>
        <translation>Some messages may be missing.</translation>
    </message>
    <message>
        <source>Looking for newer messages…</source>
        <translation>Looking for newer messages…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeBoxes</name>
    <message>
        <source>Code of six digits</source>
        <translation>Code of six digits</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>We have sent a code to %1</source>
        <translation>We have sent a code to %1</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>We have sent you a code</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message numerus="yes">
        <source>Send a new code in %n second(s)</source>
        <translation>
            <numerusform>Send a new code in %n second</numerusform>
            <numerusform>Send a new code in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Send a new code</translation>
    </message>
    <message>
        <source>Confirm it’s you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished">Message</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Saving the change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerField</name>
    <message>
        <source>Message</source>
        <translation type="unfinished">Message</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Connecting again…</source>
        <translation>Connecting again…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>The server refuses the connection.</translation>
    </message>
    <message numerus="yes">
        <source>No connection. Next attempt in %n s</source>
        <translation>
            <numerusform>No connection. Next attempt in %n second.</numerusform>
            <numerusform>No connection. Next attempt in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>No connection.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>New messages come up to a minute late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread message</numerusform>
            <numerusform>%1, %n unread messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>What to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 100 events: when, on which channel, which, how large. What they said is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last lines of the log. No passwords, no message texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no connection yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnections: %1. The response is not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnections: %1. Response: %2 ms, on average %3 ms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Drop files here to send them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1. You can add a caption before sending.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiCompletion</name>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiGroups</name>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiHelp</name>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>Choose a conversation on the left.</source>
        <translation>Choose a conversation on the left.</translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find someone and say hello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous or next conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Everything is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in no group yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations with one person yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations yet. When someone writes to you, the conversation appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyTimeline</name>
    <message>
        <source>Nothing has been said here yet. Say hello!</source>
        <translation>Nothing has been said here yet. Say hello!</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Hide details</source>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Continue offline</source>
        <translation>Continue offline</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Could not log in</source>
        <translation>Could not log in</translation>
    </message>
    <message>
        <source>The code was not sent</source>
        <translation>The code was not sent</translation>
    </message>
    <message>
        <source>Could not log out</source>
        <translation>Could not log out</translation>
    </message>
    <message>
        <source>Conversations not loaded</source>
        <translation>Conversations not loaded</translation>
    </message>
    <message>
        <source>Messages not loaded</source>
        <translation>Messages not loaded</translation>
    </message>
    <message>
        <source>Message may not have been sent</source>
        <translation>Message may not have been sent</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Message not sent</translation>
    </message>
    <message>
        <source>Messages not marked as read</source>
        <translation>Messages not marked as read</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>No connection to the server</translation>
    </message>
    <message>
        <source>A message from the server could not be read</source>
        <translation>A message from the server could not be read</translation>
    </message>
    <message>
        <source>The demo server is not running</source>
        <translation>The demo server is not running</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Something did not work</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>The server cannot be reached.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>The server did not answer.</translation>
    </message>
    <message>
        <source>The connection to the server is not secure.</source>
        <translation>The connection to the server is not secure.</translation>
    </message>
    <message>
        <source>Your session has expired.</source>
        <translation>Your session has expired.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>You are not allowed to do this.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>This is not there any more.</translation>
    </message>
    <message>
        <source>Somebody else changed this at the same time.</source>
        <translation>Somebody else changed this at the same time.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>This is too large for the server.</translation>
    </message>
    <message>
        <source>The server did not accept what was entered.</source>
        <translation>The server did not accept what was entered.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Too many attempts.</translation>
    </message>
    <message>
        <source>The server gave an answer that Suhbat does not understand.</source>
        <translation>The server gave an answer that Suhbat does not understand.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>This was cancelled.</translation>
    </message>
    <message>
        <source>Its program is missing or does not run.</source>
        <translation>Its program is missing or does not run.</translation>
    </message>
    <message>
        <source>A setting of Suhbat is missing or wrong.</source>
        <translation>A setting of Suhbat is missing or wrong.</translation>
    </message>
    <message>
        <source>The server accepts secure connections only.</source>
        <translation>The server accepts secure connections only.</translation>
    </message>
    <message>
        <source>The server does not know the application key of these settings.</source>
        <translation>The server does not know the application key of these settings.</translation>
    </message>
    <message>
        <source>This application is switched off on the server.</source>
        <translation>This application is switched off on the server.</translation>
    </message>
    <message>
        <source>The server is full.</source>
        <translation>The server is full.</translation>
    </message>
    <message>
        <source>The server does not let this computer or this account in.</source>
        <translation>The server does not let this computer or this account in.</translation>
    </message>
    <message>
        <source>The server refused the connection (code %1).</source>
        <translation>The server refused the connection (code %1).</translation>
    </message>
    <message>
        <source>Check your network. Suhbat keeps trying.</source>
        <translation>Check your network. Suhbat keeps trying.</translation>
    </message>
    <message>
        <source>Check your network, then try again.</source>
        <translation>Check your network, then try again.</translation>
    </message>
    <message>
        <source>Look whether it arrived before you send it again.</source>
        <translation>Look whether it arrived before you send it again.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Try again in a moment.</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Log in again.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Check the address of the server in the settings.</source>
        <translation>Check the address of the server in the settings.</translation>
    </message>
    <message>
        <source>Install Suhbat again.</source>
        <translation>Install Suhbat again.</translation>
    </message>
    <message>
        <source>suhbat --print-config shows what is set.</source>
        <translation>suhbat --print-config shows what is set.</translation>
    </message>
    <message>
        <source>The proxy asks for a valid user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server belongs to another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server vouches for itself: its certificate is signed by nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is signed by an authority that this computer does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to the server through the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>The disk of this computer is full.</translation>
    </message>
    <message>
        <source>Suhbat may not write to its folder on this computer.</source>
        <translation>Suhbat may not write to its folder on this computer.</translation>
    </message>
    <message>
        <source>A file of this message cannot be read.</source>
        <translation>A file of this message cannot be read.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted: attach it again.</source>
        <translation>It may have been moved or deleted: attach it again.</translation>
    </message>
    <message>
        <source>This account is already open in another window of Suhbat.</source>
        <translation>This account is already open in another window of Suhbat.</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of Suhbat.</source>
        <translation>What is kept on this computer was written by a newer version of Suhbat.</translation>
    </message>
    <message>
        <source>What is kept on this computer cannot be read or written.</source>
        <translation>What is kept on this computer cannot be read or written.</translation>
    </message>
    <message>
        <source>Free some space: until then nothing is kept when Suhbat is closed.</source>
        <translation>Free some space: until then nothing is kept when Suhbat is closed.</translation>
    </message>
    <message>
        <source>Go on there, or close it first.</source>
        <translation>Go on there, or close it first.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Install the newer version again.</translation>
    </message>
    <message>
        <source>Check the disk: until then nothing is kept when Suhbat is closed.</source>
        <translation>Check the disk: until then nothing is kept when Suhbat is closed.</translation>
    </message>
    <message>
        <source>Your login is not kept</source>
        <translation>Your login is not kept</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked. Unlock it and retry, or log in again next time.</source>
        <translation>The keyring of this computer is locked. Unlock it and retry, or log in again next time.</translation>
    </message>
    <message>
        <source>This message is too old to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change stays here; saving it needs a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting needs a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change stays here; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known who has read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is closed there, you can read here, but not send: messages could get lost. Close the other window, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Install the newer version again, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Free some space, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Check the disk, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your messages on this computer cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write to this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one with “Save as…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details say which one. Set it right, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the server cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong password, or there is no such account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong code. Check it and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chat server at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File not downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether this arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again may send it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to send this here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server’s administrator for the file of its authority, and name it in the setting ca-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer, or ask the server’s administrator about its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings, or ask your network’s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the settings, or ask the server’s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureRow</name>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished">Send</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoverActions</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentifierField</name>
    <message>
        <source>Phone number</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
</context>
<context>
    <name>JumpToNewest</name>
    <message numerus="yes">
        <source>Newest message, %n new</source>
        <translation>
            <numerusform>Newest message, %n new</numerusform>
            <numerusform>Newest message, %n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Newest message</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Go to a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished">Send</translation>
    </message>
    <message>
        <source>New line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished">Conversations</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished">Messages</translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything at its normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move between messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the last message (field empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyringPage</name>
    <message>
        <source>Waiting for your keyring</source>
        <translation>Waiting for your keyring</translation>
    </message>
    <message>
        <source>Your keyring is not running</source>
        <translation>Your keyring is not running</translation>
    </message>
    <message>
        <source>Your keyring is locked</source>
        <translation>Your keyring is locked</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Log in instead</source>
        <translation>Log in instead</translation>
    </message>
    <message>
        <source>Your login is stored in the keyring of this computer, which is asking for its password. Suhbat continues as soon as it is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is not running on this computer. Start it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is locked. Unlock it to continue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Dates, times and numbers follow the language. Messages stay as they were written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Welcome to Suhbat</source>
        <translation>Welcome to Suhbat</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Log in to %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Logging in…</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: your login is filled in. Just log in: the people there will reply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogoutDialog</name>
    <message>
        <source>Not everything is sent</source>
        <translation type="unfinished">Not everything is sent</translation>
    </message>
    <message>
        <source>Log out?</source>
        <translation type="unfinished">Log out?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of yours have not reached the server. Logging out discards them.</source>
        <translation>
            <numerusform>%n message of yours has not reached the server. Logging out discards it.</numerusform>
            <numerusform>%n messages of yours have not reached the server. Logging out discards them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts on this computer will be lost.</source>
        <translation type="unfinished">Drafts on this computer will be lost.</translation>
    </message>
    <message>
        <source>Discard and log out</source>
        <translation type="unfinished">Discard and log out</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation type="unfinished">Log out</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished">Stay</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Certificates are not checked (--insecure-tls): others may read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Your login is stored in a file that only you can read, because this computer has no keyring running. To store it in one, install GNOME Keyring or KWallet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Deleted message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished">Discard</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
</context>
<context>
    <name>MessagePopups</name>
    <message>
        <source>Delete this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be deleted for everyone in this conversation. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address may only look like one you know. Look where it really leads:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not encrypted (http): others could read or change what you see there. It leads to:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>not confirmed</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a deleted message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageTimeline</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: %1</source>
        <comment>people for a new group</comment>
        <translation>
            <numerusform>%n chosen: %1</numerusform>
            <numerusform>%n chosen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose who will be in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewChatHead</name>
    <message>
        <source>Back</source>
        <translation type="unfinished">Back</translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>New messages</source>
        <translation type="unfinished">New messages</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise a notification only says that there is a new message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notifications and no sound until you switch this off. Messages still arrive and are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notifications and no sound until %1. Messages still arrive and are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sender and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no system tray, so closing the window quits Suhbat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OlderEdge</name>
    <message>
        <source>Loading older messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where the conversation begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation type="unfinished">Nobody is called “%1”</translation>
    </message>
    <message>
        <source>There is nobody to write to yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished">Clear the search</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture on %1. Click to load it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the picture (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture lies on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadersDialog</name>
    <message>
        <source>Read by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has read it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” already exists. Replacing it deletes what is in it now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">Search</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished">Clear the search</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for live updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for live updates (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If empty: the same server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished">Appearance</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Language</translation>
    </message>
    <message>
        <source>Server and account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Suhbat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter begins a new line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeStepper</name>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Snackbar</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations, drafts and unsent messages are kept for you alone, so that Suhbat opens at once and without a connection. Logging out removes all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stays on this computer after this run: everything is removed when Suhbat is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded pictures and files stay until Suhbat is closed, 256 MB at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded pictures and files are kept on this computer, 256 MB at most, so that they need not be downloaded twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the downloaded files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay on the server, and are downloaded again when you look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove downloaded files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished">Conversations</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeChoice</name>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>%n wk ago</source>
        <translation>
            <numerusform>%n wk ago</numerusform>
            <numerusform>%n wk ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <translation>
            <numerusform>%n mo ago</numerusform>
            <numerusform>%n mo ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <translation>
            <numerusform>%n y ago</numerusform>
            <numerusform>%n y ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayQuestion</name>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suhbat keeps running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes, and new messages still reach you. To open it again, click the icon in the tray; to quit, choose Quit in its menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreadDivider</name>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
</context>
<context>
    <name>UserMenu</name>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished">Menu</translation>
    </message>
</context>
<context>
    <name>suhbat::AccountFace</name>
    <message>
        <source>replying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeing who has read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching</source>
        <translation>searching</translation>
    </message>
    <message>
        <source>loading long histories in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeing who is typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stored: you log in again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in a file that only you can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in the keyring of this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::Announcer</name>
    <message>
        <source>File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who says what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::AttachedFile</name>
    <message>
        <source>No program for such files is installed. It can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be a program: not opened, only saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::AttachmentsFace</name>
    <message numerus="yes">
        <source>A message takes %n files at most.</source>
        <translation>
            <numerusform>A message takes %n file at most.</numerusform>
            <numerusform>A message takes %n files at most.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server takes no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large: a file may have 25 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be kept: the disk may be full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not there any more: it was moved or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Compress it into one file (zip) and attach that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::ChatFace</name>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
</context>
<context>
    <name>suhbat::ConversationListModel</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 is typing…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 and %2 are typing…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
    <message>
        <source>You:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::MessageNotices</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished">Message</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n conversation(s)</source>
        <translation>
            <numerusform>In %n conversation</numerusform>
            <numerusform>In %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>suhbat::NoticeCenter</name>
    <message>
        <source>The messages kept on this computer were damaged and are loaded again from the server. Unsent messages and drafts were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsent messages and drafts kept on this computer were damaged. What could be read of them is back; look through them before you send anything again.</source>
        <translation>The unsent messages and drafts kept on this computer were damaged. What could be read of them is back; look through them before you send anything again.</translation>
    </message>
    <message>
        <source>That message is no longer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That message could not be loaded. Try again when you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::ReadersModel</name>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::SearchFace</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found here; the server did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::ServerFace</name>
    <message>
        <source>Leave out user name, ? and #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an address such as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server was given on the command line (%1). Start Suhbat without it to choose another one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server comes from the environment (%1). Start Suhbat without it to choose another one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server comes from the file %1. Start Suhbat without it to choose another one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has letters, digits and . _ ~ - only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the server cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with %1, for example %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key. The server’s administrator knows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suhbat::SessionFace</name>
    <message>
        <source>Your session has expired. Please log in again.</source>
        <translation>Your session has expired. Please log in again.</translation>
    </message>
    <message>
        <source>Enter your phone number.</source>
        <translation>Enter your phone number.</translation>
    </message>
    <message>
        <source>This phone number is too short.</source>
        <translation>This phone number is too short.</translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation>Enter your e-mail address.</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>Enter your user name.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>This is not an e-mail address.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Enter your password.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters.</source>
        <translation>
            <numerusform>A password has at least %n character.</numerusform>
            <numerusform>A password has at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your saved login was not found on this computer. Please log in again.</source>
        <translation>Your saved login was not found on this computer. Please log in again.</translation>
    </message>
</context>
<context>
    <name>suhbat::TrayKeeper</name>
    <message numerus="yes">
        <source>Suhbat: %n unread message(s)</source>
        <translation>
            <numerusform>Suhbat: %n unread message</numerusform>
            <numerusform>Suhbat: %n unread messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide Suhbat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Suhbat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
