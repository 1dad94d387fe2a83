<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uz_UZ">
<context>
    <name>AboutSection</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation>Har kuni yaxshi suhbat.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versiya</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Tizim</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Litsenziya</translation>
    </message>
    <message>
        <source>MIT: free to use, change and pass on</source>
        <translation>MIT: erkin foydalanish, oʻzgartirish va tarqatish mumkin</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Turquoise</source>
        <translation>Feruza</translation>
    </message>
    <message>
        <source>Lapis</source>
        <translation>Lojuvard</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Binafsha</translation>
    </message>
    <message>
        <source>Pomegranate</source>
        <translation>Anor</translation>
    </message>
    <message>
        <source>Saffron</source>
        <translation>Zaʼfaron</translation>
    </message>
    <message>
        <source>Pistachio</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Rang</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Account</source>
        <translation>Hisob</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ism</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Manzil</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Jonli yangilanishlar</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Chiqish</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Tizimda qolish</translation>
    </message>
    <message>
        <source>Otherwise you log in again at every start. Messages stay on this computer until you log out.</source>
        <translation>Aks holda har safar qaytadan kirasiz. Xabarlar siz chiqmaguningizcha shu kompyuterda qoladi.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Kirish maʼlumotlari</translation>
    </message>
    <message>
        <source>Server supports</source>
        <translation>Server imkoniyatlari</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefon raqami</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Elektron pochta</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Foydalanuvchi nomi</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theme</source>
        <translation>Mavzu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Also by keyboard: Ctrl and plus, Ctrl and minus, Ctrl and 0.</source>
        <translation>Klaviaturadan ham mumkin: Ctrl&#xa0;va&#xa0;plyus, Ctrl&#xa0;va&#xa0;minus, Ctrl&#xa0;va&#xa0;0.</translation>
    </message>
    <message>
        <source>Compact conversations</source>
        <translation>Ixcham suhbatlar</translation>
    </message>
    <message>
        <source>Less room between the messages, more of them in sight.</source>
        <translation>Xabarlar orasida joy kamroq, ekranda esa ular koʻproq.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Harakatlarni kamaytirish</translation>
    </message>
    <message>
        <source>Things change at once, without sliding or fading.</source>
        <translation>Hammasi darhol oʻzgaradi: siljish va asta koʻrinishsiz.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Matn oʻlchami</translation>
    </message>
    <message>
        <source>Layout and motion</source>
        <translation>Joylashuv va harakat</translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <translation>Fayl biriktirish</translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>File %1, %2</source>
        <translation>Fayl: %1, %2</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 dan %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bekor qilish</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ochish</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saqlash</translation>
    </message>
    <message>
        <source>Sending, %1 %</source>
        <translation>Yuborilmoqda, %1 %</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Yuborishni toʻxtatish</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Yuklanmoqda…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Yuklash</translation>
    </message>
</context>
<context>
    <name>AttachmentTile</name>
    <message>
        <source>File %1, %2</source>
        <translation>Fayl: %1, %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 faylini olib tashlash</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>Dismiss</source>
        <translation>Yashirish</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Biriktirilgan fayllar</translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation>Har kuni yaxshi suhbat.</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message>
        <source>Some messages may be missing.</source>
        <translation>Hamma xabar yuklanmagandir.</translation>
    </message>
    <message>
        <source>Looking for newer messages…</source>
        <translation>Yangi xabarlar qidirilmoqda…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Roʻyxatga qaytish</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Suhbatdan qidirish</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Bekor qilish</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Barcha fayllar (*)</translation>
    </message>
</context>
<context>
    <name>CodeBoxes</name>
    <message>
        <source>Code of six digits</source>
        <translation>Olti xonali kod</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Back</source>
        <translation>Orqaga</translation>
    </message>
    <message>
        <source>We have sent a code to %1</source>
        <translation>%1 ga kod yubordik</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>Sizga kod yubordik</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Tasdiqlash</translation>
    </message>
    <message numerus="yes">
        <source>Send a new code in %n second(s)</source>
        <translation>
            <numerusform>Yangi kod %n soniyadan keyin</numerusform>
            <numerusform>Yangi kod %n soniyadan keyin</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Yangi kod yuborish</translation>
    </message>
    <message>
        <source>Confirm it’s you</source>
        <translation>Shaxsingizni tasdiqlang</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Send</source>
        <translation>Yuborish</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saqlash</translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Izoh qoʻshish</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Xabar</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Saving the change…</source>
        <translation>Oʻzgartirish saqlanmoqda…</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Xabarni tahrirlash</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Javob: %1</translation>
    </message>
    <message>
        <source>Do not change it</source>
        <translation>Oʻzgartirmaslik</translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation>Javob bermaslik</translation>
    </message>
</context>
<context>
    <name>ComposerField</name>
    <message>
        <source>Message</source>
        <translation>Xabar</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Bekor qilish</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Connecting again…</source>
        <translation>Qayta ulanmoqda…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Ulanmoqda…</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Server ulanishni rad etmoqda.</translation>
    </message>
    <message numerus="yes">
        <source>No connection. Next attempt in %n s</source>
        <translation>
            <numerusform>Aloqa yoʻq. Keyingi urinish %n soniyadan keyin.</numerusform>
            <numerusform>Aloqa yoʻq. Keyingi urinish %n soniyadan keyin.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Aloqa yoʻq.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Hozir urinish</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
    <message>
        <source>New messages come up to a minute late.</source>
        <translation>Yangi xabarlar bir daqiqagacha kechikib keladi.</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Menu</source>
        <translation>Menyu</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Suhbatlarni qidirish</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Yangi suhbat (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Suhbatlar</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Mark as read</source>
        <translation>Oʻqilgan deb belgilash</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Oʻqilmagan deb belgilash</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Qadashni bekor qilish</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Tepaga qadash</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ovozini yoqish</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Ovozsiz qilish</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>Suhbat menyusi</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n ta oʻqilmagan xabar</numerusform>
            <numerusform>%1, %n ta oʻqilmagan xabar</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Qoralama: %1</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>oʻqilmagan deb belgilangan</translation>
    </message>
    <message>
        <source>group</source>
        <translation>guruh</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>qadalgan</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>ovozsiz</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Qoralama:</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>What to show</source>
        <translation>Nimani koʻrsatish</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Aloqa</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Hodisalar</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Jurnal</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Nusxa olindi</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Yordam uchun nusxa olish</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Yangilash</translation>
    </message>
    <message>
        <source>The last 100 events: when, on which channel, which, how large. What they said is not kept.</source>
        <translation>Oxirgi 100 ta hodisa: qachon, qaysi kanalda, qaysi biri va hajmi. Mazmuni saqlanmaydi.</translation>
    </message>
    <message>
        <source>The last lines of the log. No passwords, no message texts.</source>
        <translation>Jurnalning oxirgi satrlari. Parollar va xabar matnlarisiz.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Hammasi</translation>
    </message>
    <message>
        <source>There was no connection yet.</source>
        <translation>Hali ulanish boʻlmagan.</translation>
    </message>
    <message>
        <source>No event has come yet.</source>
        <translation>Hali hodisa kelmagan.</translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation>Yozuvlar yoʻq.</translation>
    </message>
    <message>
        <source>Reconnections: %1. The response is not measured yet.</source>
        <translation>Qayta ulanishlar: %1. Javob vaqti hali oʻlchanmagan.</translation>
    </message>
    <message>
        <source>Reconnections: %1. Response: %2 ms, on average %3 ms.</source>
        <translation>Qayta ulanishlar: %1. Javob vaqti: %2 ms, oʻrtacha %3 ms.</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Drop files here to send them</source>
        <translation>Fayllarni shu yerga tashlang</translation>
    </message>
    <message>
        <source>To %1. You can add a caption before sending.</source>
        <translation>Kimga: %1. Yuborishdan oldin izoh qoʻshish mumkin.</translation>
    </message>
</context>
<context>
    <name>EmojiCompletion</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>EmojiGroups</name>
    <message>
        <source>Recently used</source>
        <translation>Yaqinda ishlatilgan</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Kulgichlar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Odamlar</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Hayvonlar va tabiat</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Taom va ichimliklar</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Sayohat va joylar</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Mashgʻulotlar</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Buyumlar</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Belgilar</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Bayroqlar</translation>
    </message>
</context>
<context>
    <name>EmojiHelp</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Emoji qidirish</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Bunday emoji yoʻq.</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>Choose a conversation on the left.</source>
        <translation>Chap tomondan suhbatni tanlang.</translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation>Kimga yozmoqchisiz?</translation>
    </message>
    <message>
        <source>Find someone and say hello.</source>
        <translation>Kimnidir toping va salom bering.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Yangi suhbat</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>Suhbatga oʻtish</translation>
    </message>
    <message>
        <source>Previous or next conversation</source>
        <translation>Oldingi yoki keyingi suhbat</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Everything is read.</source>
        <translation>Hammasi oʻqilgan.</translation>
    </message>
    <message>
        <source>You are in no group yet.</source>
        <translation>Siz hali hech bir guruhda emassiz.</translation>
    </message>
    <message>
        <source>No conversations with one person yet.</source>
        <translation>Hali shaxsiy suhbatlar yoʻq.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Barcha suhbatlarni koʻrsatish</translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation>Suhbatdosh topish</translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation>“%1” degan suhbat topilmadi</translation>
    </message>
    <message>
        <source>No conversations yet. When someone writes to you, the conversation appears here.</source>
        <translation>Hozircha suhbatlar yoʻq. Sizga yozishsa, suhbat shu yerda paydo boʻladi.</translation>
    </message>
</context>
<context>
    <name>EmptyTimeline</name>
    <message>
        <source>Nothing has been said here yet. Say hello!</source>
        <translation>Bu yerda hali hech kim yozmagan. Birinchi boʻlib salom bering!</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Hide details</source>
        <translation>Tafsilotlarni yashirish</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Tafsilotlarni koʻrsatish</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Tafsilotlardan nusxa olish</translation>
    </message>
    <message>
        <source>Continue offline</source>
        <translation>Aloqasiz davom etish</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Could not log in</source>
        <translation>Kirib boʻlmadi</translation>
    </message>
    <message>
        <source>The code was not sent</source>
        <translation>Kod yuborilmadi</translation>
    </message>
    <message>
        <source>Could not log out</source>
        <translation>Chiqib boʻlmadi</translation>
    </message>
    <message>
        <source>Conversations not loaded</source>
        <translation>Suhbatlar yuklanmadi</translation>
    </message>
    <message>
        <source>Messages not loaded</source>
        <translation>Xabarlar yuklanmadi</translation>
    </message>
    <message>
        <source>Message may not have been sent</source>
        <translation>Xabar yuborilmagan boʻlishi mumkin</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Xabar yuborilmadi</translation>
    </message>
    <message>
        <source>Messages not marked as read</source>
        <translation>Xabarlar oʻqilgan deb belgilanmadi</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Server bilan aloqa yoʻq</translation>
    </message>
    <message>
        <source>A message from the server could not be read</source>
        <translation>Serverdan kelgan xabarni oʻqib boʻlmadi</translation>
    </message>
    <message>
        <source>The demo server is not running</source>
        <translation>Namoyish serveri ishlamayapti</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Nimadir ishlamadi</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Serverga ulanib boʻlmayapti.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Server javob bermadi.</translation>
    </message>
    <message>
        <source>The connection to the server is not secure.</source>
        <translation>Server bilan aloqa himoyalanmagan.</translation>
    </message>
    <message>
        <source>Your session has expired.</source>
        <translation>Seansingiz muddati tugadi.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Bunga ruxsatingiz yoʻq.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Bu endi mavjud emas.</translation>
    </message>
    <message>
        <source>Somebody else changed this at the same time.</source>
        <translation>Kimdir buni siz bilan bir vaqtda oʻzgartirdi.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Bu server uchun juda katta.</translation>
    </message>
    <message>
        <source>The server did not accept what was entered.</source>
        <translation>Server kiritilgan maʼlumotni qabul qilmadi.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Urinishlar soni juda koʻp.</translation>
    </message>
    <message>
        <source>The server gave an answer that Suhbat does not understand.</source>
        <translation>Suhbat dasturi server javobini tushunmadi.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Amal bekor qilindi.</translation>
    </message>
    <message>
        <source>Its program is missing or does not run.</source>
        <translation>Uning dasturi yoʻq yoki ishlamayapti.</translation>
    </message>
    <message>
        <source>A setting of Suhbat is missing or wrong.</source>
        <translation>Suhbat dasturi sozlamalaridan biri yoʻq yoki notoʻgʻri.</translation>
    </message>
    <message>
        <source>The server accepts secure connections only.</source>
        <translation>Server faqat himoyalangan ulanishlarni qabul qiladi.</translation>
    </message>
    <message>
        <source>The server does not know the application key of these settings.</source>
        <translation>Server sozlamalardagi ilova kalitini tanimaydi.</translation>
    </message>
    <message>
        <source>This application is switched off on the server.</source>
        <translation>Bu ilova serverda faolsizlantirilgan.</translation>
    </message>
    <message>
        <source>The server is full.</source>
        <translation>Server toʻlgan.</translation>
    </message>
    <message>
        <source>The server does not let this computer or this account in.</source>
        <translation>Server bu kompyuterni yoki bu hisobni kiritmayapti.</translation>
    </message>
    <message>
        <source>The server refused the connection (code %1).</source>
        <translation>Server ulanishni rad etdi (kod %1).</translation>
    </message>
    <message>
        <source>Check your network. Suhbat keeps trying.</source>
        <translation>Tarmoqni tekshiring. Suhbat dasturi urinishda davom etadi.</translation>
    </message>
    <message>
        <source>Check your network, then try again.</source>
        <translation>Tarmoqni tekshirib, qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Look whether it arrived before you send it again.</source>
        <translation>Qayta yuborishdan oldin yetib borganini tekshiring.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Birozdan keyin qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Qaytadan kiring.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>%n soniyadan keyin qayta urinib koʻring.</numerusform>
            <numerusform>%n soniyadan keyin qayta urinib koʻring.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Biroz kutib, qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Check the address of the server in the settings.</source>
        <translation>Sozlamalarda server manzilini tekshiring.</translation>
    </message>
    <message>
        <source>Install Suhbat again.</source>
        <translation>Suhbat dasturini qayta oʻrnating.</translation>
    </message>
    <message>
        <source>suhbat --print-config shows what is set.</source>
        <translation>suhbat --print-config nimalar sozlanganini koʻrsatadi.</translation>
    </message>
    <message>
        <source>The proxy asks for a valid user name and password.</source>
        <translation>Proksi-server toʻgʻri foydalanuvchi nomi va parolni talab qilmoqda.</translation>
    </message>
    <message>
        <source>The certificate of the server belongs to another name.</source>
        <translation>Serverning sertifikati boshqa nomga berilgan.</translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation>Server sertifikatining amal qilish muddati tugagan.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation>Serverning sertifikati hali kuchga kirmagan.</translation>
    </message>
    <message>
        <source>The server vouches for itself: its certificate is signed by nobody else.</source>
        <translation>Server oʻziga oʻzi kafil: uning sertifikatini boshqa hech kim imzolamagan.</translation>
    </message>
    <message>
        <source>The certificate of the server is signed by an authority that this computer does not know.</source>
        <translation>Serverning sertifikatini bu kompyuterga nomaʼlum markaz imzolagan.</translation>
    </message>
    <message>
        <source>There is no way to the server through the proxy.</source>
        <translation>Proksi orqali serverga oʻtib boʻlmadi.</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>Bu kompyuterning diski toʻlgan.</translation>
    </message>
    <message>
        <source>Suhbat may not write to its folder on this computer.</source>
        <translation>Suhbat dasturi bu kompyuterdagi oʻz jildiga yoza olmaydi.</translation>
    </message>
    <message>
        <source>A file of this message cannot be read.</source>
        <translation>Bu xabardagi fayl oʻqilmayapti.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted: attach it again.</source>
        <translation>U koʻchirilgan yoki oʻchirilgan boʻlishi mumkin: uni qayta biriktiring.</translation>
    </message>
    <message>
        <source>This account is already open in another window of Suhbat.</source>
        <translation>Bu hisob Suhbat dasturining boshqa oynasida ochiq.</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of Suhbat.</source>
        <translation>Bu kompyuterdagi maʼlumotlarni Suhbat dasturining yangiroq versiyasi yozgan.</translation>
    </message>
    <message>
        <source>What is kept on this computer cannot be read or written.</source>
        <translation>Bu kompyuterdagi maʼlumotlarni oʻqib yoki yozib boʻlmayapti.</translation>
    </message>
    <message>
        <source>Free some space: until then nothing is kept when Suhbat is closed.</source>
        <translation>Joy boʻshating: ungacha Suhbat dasturi yopilganda hech narsa saqlanmaydi.</translation>
    </message>
    <message>
        <source>Go on there, or close it first.</source>
        <translation>Oʻsha yerda davom eting yoki avval uni yoping.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Yangiroq versiyani qayta oʻrnating.</translation>
    </message>
    <message>
        <source>Check the disk: until then nothing is kept when Suhbat is closed.</source>
        <translation>Diskni tekshiring: ungacha Suhbat dasturi yopilganda hech narsa saqlanmaydi.</translation>
    </message>
    <message>
        <source>Your login is not kept</source>
        <translation>Kirish maʼlumotlari saqlanmadi</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked. Unlock it and retry, or log in again next time.</source>
        <translation>Bu kompyuterning kalitlar dastasi qulflangan. Qulfini ochib, qayta urinib koʻring yoki keyingi safar qaytadan kiring.</translation>
    </message>
    <message>
        <source>This message is too old to be changed.</source>
        <translation>Bu xabarni endi oʻzgartirib boʻlmaydi: u juda eski.</translation>
    </message>
    <message>
        <source>Your change stays here; saving it needs a connection.</source>
        <translation>Oʻzgartirish shu yerda qoladi; saqlash uchun aloqa kerak.</translation>
    </message>
    <message>
        <source>Deleting needs a connection.</source>
        <translation>Oʻchirish uchun aloqa kerak.</translation>
    </message>
    <message>
        <source>Your change stays here; try again in a moment.</source>
        <translation>Oʻzgartirish shu yerda qoladi; birozdan keyin urinib koʻring.</translation>
    </message>
    <message>
        <source>Change not saved</source>
        <translation>Oʻzgartirish saqlanmadi</translation>
    </message>
    <message>
        <source>Message not deleted</source>
        <translation>Xabar oʻchirilmadi</translation>
    </message>
    <message>
        <source>Not known who has read it</source>
        <translation>Kim oʻqigani nomaʼlum</translation>
    </message>
    <message>
        <source>Until it is closed there, you can read here, but not send: messages could get lost. Close the other window, then retry.</source>
        <translation>U yerda yopilmaguncha bu yerda oʻqish mumkin, lekin yuborib boʻlmaydi: xabarlar yoʻqolib qolishi mumkin. Boshqa oynani yoping va qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Install the newer version again, then retry.</source>
        <translation>Ungacha oʻqish mumkin, lekin yuborib boʻlmaydi. Yangiroq versiyani oʻrnating va qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Free some space, then retry.</source>
        <translation>Ungacha oʻqish mumkin, lekin yuborib boʻlmaydi. Joy boʻshating va qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Check the disk, then retry.</source>
        <translation>Ungacha oʻqish mumkin, lekin yuborib boʻlmaydi. Diskni tekshiring va qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>Your messages on this computer cannot be opened</source>
        <translation>Bu kompyuterdagi xabarlarni ochib boʻlmadi</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Bu fayl juda katta.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Faylni yozib boʻlmadi.</translation>
    </message>
    <message>
        <source>Free some space or check the folder, then try again.</source>
        <translation>Joy boʻshating yoki jildni tekshirib, qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>File not saved</source>
        <translation>Fayl saqlanmadi</translation>
    </message>
    <message>
        <source>You may not write to this folder.</source>
        <translation>Bu jildga yozish mumkin emas.</translation>
    </message>
    <message>
        <source>Choose another one with “Save as…”.</source>
        <translation>“Boshqa joyga saqlash…” orqali boshqasini tanlang.</translation>
    </message>
    <message>
        <source>New messages are not kept</source>
        <translation>Yangi xabarlar saqlanmayapti</translation>
    </message>
    <message>
        <source>The details say which one. Set it right, then retry.</source>
        <translation>Qaysi biri ekani tafsilotlarda yozilgan. Uni toʻgʻrilab, qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>The settings of the server cannot be used</source>
        <translation>Server sozlamalari yaroqsiz</translation>
    </message>
    <message>
        <source>Wrong password, or there is no such account.</source>
        <translation>Parol notoʻgʻri yoki bunday hisob yoʻq.</translation>
    </message>
    <message>
        <source>Wrong code. Check it and type it again.</source>
        <translation>Kod notoʻgʻri. Tekshirib, qayta kiriting.</translation>
    </message>
    <message>
        <source>There is no chat server at this address.</source>
        <translation>Bu manzilda suhbat serveri yoʻq.</translation>
    </message>
    <message>
        <source>The server had an error.</source>
        <translation>Serverda xatolik yuz berdi.</translation>
    </message>
    <message>
        <source>File not downloaded</source>
        <translation>Fayl yuklanmadi</translation>
    </message>
    <message>
        <source>It is not known whether this arrived.</source>
        <translation>Bu xabar yetib borgani nomaʼlum.</translation>
    </message>
    <message>
        <source>Trying again may send it twice.</source>
        <translation>Qayta urinilsa, u ikki marta borishi mumkin.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Yuborilmadi.</translation>
    </message>
    <message>
        <source>You are not allowed to send this here.</source>
        <translation>Bu yerga yozishga ruxsatingiz yoʻq.</translation>
    </message>
    <message>
        <source>The server did not accept this message.</source>
        <translation>Server bu xabarni qabul qilmadi.</translation>
    </message>
    <message>
        <source>Ask the server’s administrator for the file of its authority, and name it in the setting ca-file.</source>
        <translation>Server maʼmuridan uning sertifikat markazi faylini soʻrang va uni ca-file sozlamasida koʻrsating.</translation>
    </message>
    <message>
        <source>Check the date of this computer, or ask the server’s administrator about its certificate.</source>
        <translation>Kompyuterdagi sanani tekshiring yoki server maʼmuridan sertifikat haqida soʻrang.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings, or ask your network’s administrator.</source>
        <translation>Sozlamalardagi proksi-serverni tekshiring yoki tarmoq maʼmuriga murojaat qiling.</translation>
    </message>
    <message>
        <source>Check the settings, or ask the server’s administrator.</source>
        <translation>Sozlamalarni tekshiring yoki server maʼmuriga murojaat qiling.</translation>
    </message>
</context>
<context>
    <name>FailureRow</name>
    <message>
        <source>Discard</source>
        <translation>Olib tashlash</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Yuborish</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Attach files</source>
        <translation>Fayl biriktirish</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Biriktirish</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>File name</source>
        <translation>Fayl nomi</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Turi</translation>
    </message>
</context>
<context>
    <name>HoverActions</name>
    <message>
        <source>Reply</source>
        <translation>Javob berish</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Yana</translation>
    </message>
</context>
<context>
    <name>IdentifierField</name>
    <message>
        <source>Phone number</source>
        <translation>Telefon raqami</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Elektron pochta</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Foydalanuvchi nomi</translation>
    </message>
</context>
<context>
    <name>JumpToNewest</name>
    <message numerus="yes">
        <source>Newest message, %n new</source>
        <translation>
            <numerusform>Oxirgi xabarga, %n ta yangi</numerusform>
            <numerusform>Oxirgi xabarga, %n ta yangi</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Oxirgi xabarga</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Suhbatga oʻtish</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Roʻyxatdan qidirish</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Keyingi suhbat</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Oldingi suhbat</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Bir qadam orqaga</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Oynaning keyingi qismi</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Oynaning oldingi qismi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Yuborish</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Yangi satr</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Suhbatlar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Xabarlar</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Oyna</translation>
    </message>
    <message>
        <source>Show the shortcuts</source>
        <translation>Tugmalarni koʻrsatish</translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation>Xabarni oʻchirish</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Sozlamalar</translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation>Hammasini kattalashtirish</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>Hammasini kichiklashtirish</translation>
    </message>
    <message>
        <source>Everything at its normal size</source>
        <translation>Odatdagi oʻlcham</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Suhbatdan qidirish</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Yangi suhbat</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Keyingi oʻqilmagan suhbat</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>Oldingi oʻqilmagan suhbat</translation>
    </message>
    <message>
        <source>Conversations 1 to 9</source>
        <translation>1–9-suhbatlar</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>Suhbat menyusi</translation>
    </message>
    <message>
        <source>Move between messages</source>
        <translation>Xabarlar orasida yurish</translation>
    </message>
    <message>
        <source>Edit the last message (field empty)</source>
        <translation>Oxirgi xabarni tahrirlash (maydon boʻsh)</translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation>Xabar menyusi</translation>
    </message>
</context>
<context>
    <name>KeyringPage</name>
    <message>
        <source>Waiting for your keyring</source>
        <translation>Kalitlar dastasi kutilmoqda</translation>
    </message>
    <message>
        <source>Your keyring is not running</source>
        <translation>Kalitlar dastasi ishlamayapti</translation>
    </message>
    <message>
        <source>Your keyring is locked</source>
        <translation>Kalitlar dastasi qulflangan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Qulfdan chiqarish</translation>
    </message>
    <message>
        <source>Log in instead</source>
        <translation>Qaytadan kirish</translation>
    </message>
    <message>
        <source>Your login is stored in the keyring of this computer, which is asking for its password. Suhbat continues as soon as it is unlocked.</source>
        <translation>Kirish maʼlumotlaringiz shu kompyuterning kalitlar dastasida saqlanadi, u esa parolini soʻrayapti. Qulf ochilishi bilan Suhbat dasturi davom etadi.</translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is not running on this computer. Start it, then try again.</source>
        <translation>Siz hisobingizdan chiqmagansiz, lekin kirish maʼlumotlari saqlanadigan kalitlar dastasi bu kompyuterda ishlamayapti. Uni ishga tushirib, qayta urinib koʻring.</translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is locked. Unlock it to continue.</source>
        <translation>Siz hisobingizdan chiqmagansiz, lekin kirish maʼlumotlari saqlanadigan kalitlar dastasi qulflangan. Davom etish uchun qulfini oching.</translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Unread</source>
        <translation>Oʻqilmagan</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Shaxsiy</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Guruhlar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Hammasi</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Qaysi suhbatlar</translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation>Avval oʻqilmaganlar</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>Til</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Dates, times and numbers follow the language. Messages stay as they were written.</source>
        <translation>Sana, vaqt va sonlar tilga mos boʻladi. Xabarlar qanday yozilgan boʻlsa, shundayligicha qoladi.</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Kirish</translation>
    </message>
    <message>
        <source>Welcome to Suhbat</source>
        <translation>Suhbatga xush kelibsiz</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>%1 ga kirish</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parol</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Parolni yashirish</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Parolni koʻrsatish</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Kirilmoqda…</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Tizimda qolish</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>Set up the server…</source>
        <translation>Serverni koʻrsatish…</translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation>Suhbat dasturi serveringizni hali bilmaydi. Manzil va kalitni server maʼmuridan soʻrang.</translation>
    </message>
    <message>
        <source>Demo: your login is filled in. Just log in: the people there will reply.</source>
        <translation>Namoyish: kirish maʼlumotlari kiritib qoʻyilgan. Kirsangiz bas, suhbatdoshlar javob beradi.</translation>
    </message>
</context>
<context>
    <name>LogoutDialog</name>
    <message>
        <source>Not everything is sent</source>
        <translation>Hamma xabar yuborilmagan</translation>
    </message>
    <message>
        <source>Log out?</source>
        <translation>Chiqmoqchimisiz?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of yours have not reached the server. Logging out discards them.</source>
        <translation>
            <numerusform>%n ta xabaringiz serverga yetib bormagan. Chiqsangiz, ular yoʻqoladi.</numerusform>
            <numerusform>%n ta xabaringiz serverga yetib bormagan. Chiqsangiz, ular yoʻqoladi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts on this computer will be lost.</source>
        <translation>Bu kompyuterdagi qoralamalar yoʻqoladi.</translation>
    </message>
    <message>
        <source>Discard and log out</source>
        <translation>Olib tashlash va chiqish</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Chiqish</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Qolish</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bekor qilish</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Certificates are not checked (--insecure-tls): others may read along.</source>
        <translation>Sertifikatlar tekshirilmayapti (--insecure-tls): xabarlarni begonalar oʻqishi mumkin.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Tushunarli</translation>
    </message>
    <message>
        <source>Your login is stored in a file that only you can read, because this computer has no keyring running. To store it in one, install GNOME Keyring or KWallet.</source>
        <translation>Kirish maʼlumotlaringiz faqat siz oʻqiy oladigan faylda saqlanadi, chunki bu kompyuterda kalitlar dastasi ishlamayapti. Ularni oʻsha yerda saqlash uchun GNOME Keyring yoki KWallet oʻrnating.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Deleted message</source>
        <translation>Oʻchirilgan xabar</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>tahrirlangan</translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Tahrirlangan: %1</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy text</source>
        <translation>Matndan nusxa olish</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Javob berish</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Tahrirlash</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Belgilangandan nusxa olish</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Havolani ochish</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Havoladan nusxa olish</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Olib tashlash</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Oʻchirish…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Boshqa joyga saqlash…</translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation>Xabar menyusi</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Kimlar oʻqidi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>MessagePopups</name>
    <message>
        <source>Delete this message?</source>
        <translation>Bu xabar oʻchirilsinmi?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Oʻchirish</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Bu havola ochilsinmi?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ochish</translation>
    </message>
    <message>
        <source>It will be deleted for everyone in this conversation. This cannot be undone.</source>
        <translation>U suhbatning barcha ishtirokchilarida oʻchiriladi. Buni ortga qaytarib boʻlmaydi.</translation>
    </message>
    <message>
        <source>This address may only look like one you know. Look where it really leads:</source>
        <translation>Bu manzil tanish manzilga faqat oʻxshashi mumkin. Qayerga olib borishini tekshiring:</translation>
    </message>
    <message>
        <source>This link is not encrypted (http): others could read or change what you see there. It leads to:</source>
        <translation>Havola shifrlanmagan (http): u yerda koʻrganingizni begonalar oʻqishi yoki oʻzgartirishi mumkin. U shu yerga olib boradi:</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>sending</source>
        <translation>yuborilmoqda</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>yuborildi</translation>
    </message>
    <message>
        <source>read</source>
        <translation>oʻqildi</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>yuborilmadi</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>tasdiqlanmagan</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n ta fayl</numerusform>
            <numerusform>%n ta fayl</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Siz</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>javob: %1</translation>
    </message>
    <message>
        <source>a deleted message</source>
        <translation>oʻchirilgan xabar</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>tahrirlangan</translation>
    </message>
</context>
<context>
    <name>MessageTimeline</name>
    <message>
        <source>Messages</source>
        <translation>Xabarlar</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>Search people</source>
        <translation>Odamlarni qidirish</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Yangi guruh</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: %1</source>
        <comment>people for a new group</comment>
        <translation>
            <numerusform>%n kishi tanlandi: %1</numerusform>
            <numerusform>%n kishi tanlandi: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose who will be in it.</source>
        <translation>Unda kimlar boʻlishini tanlang.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Yangi suhbat</translation>
    </message>
    <message>
        <source>Group name</source>
        <translation>Guruh nomi</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>Guruh yaratish</translation>
    </message>
</context>
<context>
    <name>NewChatHead</name>
    <message>
        <source>Back</source>
        <translation>Orqaga</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Yangi guruh</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Yangi suhbat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>New messages</source>
        <translation>Yangi xabarlar</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Bildirishnomalarni koʻrsatish</translation>
    </message>
    <message>
        <source>Otherwise a notification only says that there is a new message.</source>
        <translation>Aks holda bildirishnoma faqat yangi xabar kelganini aytadi.</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Tovush chiqarish</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Bezovta qilinmasin</translation>
    </message>
    <message>
        <source>No notifications and no sound until you switch this off. Messages still arrive and are counted.</source>
        <translation>Bu yoqilgan paytda bildirishnoma ham, tovush ham boʻlmaydi. Xabarlar kelaveradi va sanaladi.</translation>
    </message>
    <message>
        <source>System tray</source>
        <translation>Tizim paneli</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Oyna yopilganda ham ishlab tursin</translation>
    </message>
    <message>
        <source>Start without a window</source>
        <translation>Oynasiz ishga tushsin</translation>
    </message>
    <message>
        <source>No notifications and no sound until %1. Messages still arrive and are counted.</source>
        <translation>Soat %1 gacha bildirishnoma ham, tovush ham boʻlmaydi. Xabarlar kelaveradi va sanaladi.</translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation>Bir soat bezovta qilinmasin</translation>
    </message>
    <message>
        <source>Show sender and text</source>
        <translation>Yuboruvchi va matnni koʻrsatish</translation>
    </message>
    <message>
        <source>This desktop has no system tray, so closing the window quits Suhbat.</source>
        <translation>Bu ish stolida tizim paneli yoʻq: oyna yopilsa, Suhbat dasturi ham yopiladi.</translation>
    </message>
</context>
<context>
    <name>OlderEdge</name>
    <message>
        <source>Loading older messages</source>
        <translation>Oldingi xabarlar yuklanmoqda</translation>
    </message>
    <message>
        <source>This is where the conversation begins</source>
        <translation>Suhbat shu yerdan boshlanadi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Odamlar</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>“%1” ismli hech kim topilmadi</translation>
    </message>
    <message>
        <source>There is nobody to write to yet.</source>
        <translation>Hozircha yozadigan odam yoʻq.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Qidiruvni tozalash</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>group</source>
        <translation>guruh</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ta oʻqilmagan</numerusform>
            <numerusform>%n ta oʻqilmagan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture on %1. Click to load it.</source>
        <translation>Rasm %1 saytida. Yuklash uchun bosing.</translation>
    </message>
    <message>
        <source>Load the picture (%1)</source>
        <translation>Rasmni yuklash (%1)</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>Rasmni yuklash</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Bu rasmni koʻrsatib boʻlmaydi.</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Rasm: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saqlash</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Yuborishni toʻxtatish</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture lies on %1.</source>
        <translation>Bu rasm %1 saytida joylashgan.</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Bu rasmni koʻrsatib boʻlmaydi.</translation>
    </message>
    <message>
        <source>Picture %1, %2 of %3</source>
        <translation>Rasm: %1, %3 tadan %2-si</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>Rasmni yuklash</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kichikroq</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Kattaroq</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saqlash</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Oldingi rasm</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Keyingi rasm</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Boshqa joyga saqlash…</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>Rasmni koʻrish</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Save as…</source>
        <translation>Boshqa joyga saqlash…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saqlash</translation>
    </message>
</context>
<context>
    <name>ReadersDialog</name>
    <message>
        <source>Read by</source>
        <translation>Kimlar oʻqidi</translation>
    </message>
    <message>
        <source>Nobody has read it yet.</source>
        <translation>Hali hech kim oʻqimadi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace the file?</source>
        <translation>Fayl almashtirilsinmi?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Almashtirish</translation>
    </message>
    <message>
        <source>“%1” already exists. Replacing it deletes what is in it now.</source>
        <translation>“%1” allaqachon bor. Almashtirilsa, undagi maʼlumot oʻchadi.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Shu suhbatdan qidirish</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Oldingisi</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Keyingisi</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Qidiruvni yopish</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Qidirish</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Qidiruvni tozalash</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Key for live updates</source>
        <translation>Jonli yangilanishlar kaliti</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bekor qilish</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Qoʻllash</translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation>Suhbat dasturi serveringizni hali bilmaydi. Manzil va kalitni server maʼmuridan soʻrang.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Server manzili</translation>
    </message>
    <message>
        <source>Address for live updates (optional)</source>
        <translation>Jonli yangilanishlar manzili</translation>
    </message>
    <message>
        <source>If empty: the same server</source>
        <translation>Boʻsh boʻlsa — oʻsha server</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Koʻrinish</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Bildirishnomalar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Server and account</source>
        <translation>Server va hisob</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Xotira</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Klaviatura</translation>
    </message>
    <message>
        <source>About Suhbat</source>
        <translation>Dastur haqida</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Sozlamalar</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Sozlamalarga qaytish</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Boʻlimlar</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostika</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tugmalar birikmalari</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Yopish</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Sending</source>
        <translation>Yuborish</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter yuboradi</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation>Shift+Enter yangi qator boshlaydi.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Ctrl+Enter yuboradi</translation>
    </message>
    <message>
        <source>Enter begins a new line.</source>
        <translation>Enter yangi qator boshlaydi.</translation>
    </message>
</context>
<context>
    <name>SizeStepper</name>
    <message>
        <source>Smaller</source>
        <translation>Kichikroq</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Kattaroq</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Matn oʻlchami</translation>
    </message>
</context>
<context>
    <name>Snackbar</name>
    <message>
        <source>Dismiss</source>
        <translation>Yashirish</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Qayta urinish</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>On this computer</source>
        <translation>Shu kompyuterda</translation>
    </message>
    <message>
        <source>Conversations, drafts and unsent messages are kept for you alone, so that Suhbat opens at once and without a connection. Logging out removes all of it.</source>
        <translation>Suhbatlar, qoralamalar va yuborilmagan xabarlar faqat siz uchun saqlanadi, shunda Suhbat dasturi darhol va aloqasiz ham ochiladi. Chiqqaningizda bularning hammasi oʻchiriladi.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Hajmi</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Jild</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Sozlamalar</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>Rasmlar va fayllar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Oʻchirish</translation>
    </message>
    <message>
        <source>Nothing stays on this computer after this run: everything is removed when Suhbat is closed.</source>
        <translation>Bu safar kompyuterda hech narsa qolmaydi: Suhbat dasturi yopilganda hammasi oʻchiriladi.</translation>
    </message>
    <message>
        <source>Downloaded pictures and files stay until Suhbat is closed, 256 MB at most.</source>
        <translation>Yuklangan rasm va fayllar Suhbat dasturi yopilguncha saqlanadi, koʻpi bilan 256 MB.</translation>
    </message>
    <message>
        <source>Downloaded pictures and files are kept on this computer, 256 MB at most, so that they need not be downloaded twice.</source>
        <translation>Yuklangan rasm va fayllar shu kompyuterda saqlanadi, koʻpi bilan 256 MB: ularni ikki marta yuklab olish shart emas.</translation>
    </message>
    <message>
        <source>Remove the downloaded files?</source>
        <translation>Yuklangan fayllar oʻchirilsinmi?</translation>
    </message>
    <message>
        <source>They stay on the server, and are downloaded again when you look at them.</source>
        <translation>Ular serverda qoladi va kerak boʻlganda qayta yuklanadi.</translation>
    </message>
    <message>
        <source>Remove downloaded files…</source>
        <translation>Yuklangan fayllarni oʻchirish…</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Suhbatga oʻtish</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Suhbatlar</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation>Hali suhbatlar yoʻq.</translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation>Suhbatdosh topish</translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation>Kimga yozmoqchisiz?</translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation>“%1” degan suhbat topilmadi</translation>
    </message>
</context>
<context>
    <name>ThemeChoice</name>
    <message>
        <source>Theme</source>
        <translation>Mavzu</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Tizim</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Yorugʻ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Qorongʻi</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Yesterday</source>
        <translation>Kecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugun</translation>
    </message>
    <message numerus="yes">
        <source>%n wk ago</source>
        <translation>
            <numerusform>%n hafta oldin</numerusform>
            <numerusform>%n hafta oldin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <translation>
            <numerusform>%n oy oldin</numerusform>
            <numerusform>%n oy oldin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <translation>
            <numerusform>%n yil oldin</numerusform>
            <numerusform>%n yil oldin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayQuestion</name>
    <message>
        <source>Keep running</source>
        <translation>Ishlab tursin</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Dasturdan chiqish</translation>
    </message>
    <message>
        <source>Suhbat keeps running in the tray</source>
        <translation>Suhbat dasturi tizim panelida ishlab turadi</translation>
    </message>
    <message>
        <source>The window closes, and new messages still reach you. To open it again, click the icon in the tray; to quit, choose Quit in its menu.</source>
        <translation>Oyna yopiladi, lekin yangi xabarlar kelib turadi. Uni yana ochish uchun tizim panelidagi belgini bosing; dasturni butunlay yopish uchun belgi menyusidan “Dasturdan chiqish”ni tanlang.</translation>
    </message>
</context>
<context>
    <name>UnreadDivider</name>
    <message>
        <source>New messages</source>
        <translation>Yangi xabarlar</translation>
    </message>
</context>
<context>
    <name>UserMenu</name>
    <message>
        <source>Theme</source>
        <translation>Mavzu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Chiqish</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Bezovta qilinmasin</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Sozlamalar</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Soat %1 gacha</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menyu</translation>
    </message>
</context>
<context>
    <name>suhbat::AccountFace</name>
    <message>
        <source>replying</source>
        <translation>javob berish</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>tahrirlash</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>oʻchirish</translation>
    </message>
    <message>
        <source>sending files</source>
        <translation>fayl yuborish</translation>
    </message>
    <message>
        <source>seeing who has read</source>
        <translation>kim oʻqiganini koʻrsatish</translation>
    </message>
    <message>
        <source>creating groups</source>
        <translation>guruh yaratish</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>qidirish</translation>
    </message>
    <message>
        <source>loading long histories in parts</source>
        <translation>uzun tarixni boʻlib-boʻlib yuklash</translation>
    </message>
    <message>
        <source>seeing who is typing</source>
        <translation>kim yozayotganini koʻrsatish</translation>
    </message>
    <message>
        <source>messages only</source>
        <translation>faqat xabarlar</translation>
    </message>
    <message>
        <source>Not stored: you log in again at the next start</source>
        <translation>Saqlanmaydi: dastur yopilgach, qaytadan kirasiz</translation>
    </message>
    <message>
        <source>Stored in a file that only you can read</source>
        <translation>Faqat siz oʻqiy oladigan faylda saqlanadi</translation>
    </message>
    <message>
        <source>Stored in the keyring of this computer</source>
        <translation>Shu kompyuterning kalitlar dastasida saqlanadi</translation>
    </message>
</context>
<context>
    <name>suhbat::Announcer</name>
    <message>
        <source>File: %1</source>
        <translation>Fayl: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who says what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>suhbat::AttachedFile</name>
    <message>
        <source>No program for such files is installed. It can be saved.</source>
        <translation>Bunday fayllar uchun dastur oʻrnatilmagan. Faylni saqlash mumkin.</translation>
    </message>
    <message>
        <source>May be a program: not opened, only saved.</source>
        <translation>Dastur boʻlishi mumkin: faqat saqlash mumkin.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1 jildiga saqlandi</translation>
    </message>
</context>
<context>
    <name>suhbat::AttachmentsFace</name>
    <message numerus="yes">
        <source>A message takes %n files at most.</source>
        <translation>
            <numerusform>Xabarga koʻpi bilan %n ta fayl biriktiriladi.</numerusform>
            <numerusform>Xabarga koʻpi bilan %n ta fayl biriktiriladi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server takes no files.</source>
        <translation>Bu server fayl qabul qilmaydi.</translation>
    </message>
    <message>
        <source>“%1” is not on this computer.</source>
        <translation>“%1” bu kompyuterda yoʻq.</translation>
    </message>
    <message>
        <source>You may not read “%1”.</source>
        <translation>“%1” faylini oʻqishga ruxsatingiz yoʻq.</translation>
    </message>
    <message>
        <source>“%1” is too large: a file may have 25 MB.</source>
        <translation>“%1” juda katta: fayl 25 MB dan oshmasligi kerak.</translation>
    </message>
    <message>
        <source>The picture cannot be kept: the disk may be full.</source>
        <translation>Rasmni saqlab boʻlmadi: disk toʻlgan boʻlishi mumkin.</translation>
    </message>
    <message>
        <source>“%1” is not there any more: it was moved or deleted.</source>
        <translation>“%1” endi joyida yoʻq: koʻchirilgan yoki oʻchirilgan.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Compress it into one file (zip) and attach that.</source>
        <translation>“%1” — jild, uni yuborib boʻlmaydi. Uni bitta faylga (arxivga) jamlang.</translation>
    </message>
</context>
<context>
    <name>suhbat::ChatFace</name>
    <message>
        <source>Group</source>
        <translation>Guruh</translation>
    </message>
</context>
<context>
    <name>suhbat::ConversationListModel</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 yozmoqda…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 va %2 yozmoqda…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n kishi yozmoqda…</numerusform>
            <numerusform>%n kishi yozmoqda…</numerusform>
        </translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Siz:</translation>
    </message>
</context>
<context>
    <name>suhbat::MessageNotices</name>
    <message>
        <source>Open</source>
        <translation>Ochish</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Javob berish</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Xabar</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n ta yangi xabar</numerusform>
            <numerusform>%n ta yangi xabar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n conversation(s)</source>
        <translation>
            <numerusform>%n ta suhbatda</numerusform>
            <numerusform>%n ta suhbatda</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>suhbat::NoticeCenter</name>
    <message>
        <source>The messages kept on this computer were damaged and are loaded again from the server. Unsent messages and drafts were not touched.</source>
        <translation>Bu kompyuterda saqlangan xabarlar shikastlangan edi va serverdan qayta yuklanmoqda. Yuborilmagan xabarlar va qoralamalarga tegilmadi.</translation>
    </message>
    <message>
        <source>The unsent messages and drafts kept on this computer were damaged. What could be read of them is back; look through them before you send anything again.</source>
        <translation>Bu kompyuterdagi yuborilmagan xabarlar va qoralamalar shikastlangan edi. Oʻqib boʻlgani tiklandi; qayta yuborishdan oldin ularni koʻrib chiqing.</translation>
    </message>
    <message>
        <source>That message is no longer here.</source>
        <translation>Bu xabar endi bu yerda yoʻq.</translation>
    </message>
    <message>
        <source>That message could not be loaded. Try again when you are connected.</source>
        <translation>Bu xabarni yuklab boʻlmadi. Aloqa tiklanganda yana urinib koʻring.</translation>
    </message>
</context>
<context>
    <name>suhbat::ReadersModel</name>
    <message>
        <source>Somebody</source>
        <translation>Kimdir</translation>
    </message>
</context>
<context>
    <name>suhbat::SearchFace</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Qidirilmoqda…</translation>
    </message>
    <message>
        <source>Nothing found here; the server did not answer</source>
        <translation>Bu yerda topilmadi; server javob bermadi</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Hech narsa topilmadi</translation>
    </message>
</context>
<context>
    <name>suhbat::ServerFace</name>
    <message>
        <source>Leave out user name, ? and #</source>
        <translation>Foydalanuvchi nomi, ? va # belgilarini olib tashlang</translation>
    </message>
    <message>
        <source>Enter an address such as %1</source>
        <translation>%1 kabi manzil kiriting</translation>
    </message>
    <message>
        <source>This server was given on the command line (%1). Start Suhbat without it to choose another one here.</source>
        <translation>Bu server buyruq satrida berilgan (%1). Bu yerda boshqasini tanlash uchun dasturni usiz ishga tushiring.</translation>
    </message>
    <message>
        <source>This server comes from the environment (%1). Start Suhbat without it to choose another one here.</source>
        <translation>Bu server muhit oʻzgaruvchisidan olingan (%1). Bu yerda boshqasini tanlash uchun dasturni usiz ishga tushiring.</translation>
    </message>
    <message>
        <source>This server comes from the file %1. Start Suhbat without it to choose another one here.</source>
        <translation>Bu server %1 faylidan olingan. Bu yerda boshqasini tanlash uchun dasturni usiz ishga tushiring.</translation>
    </message>
    <message>
        <source>A key has letters, digits and . _ ~ - only</source>
        <translation>Kalitda faqat lotin harflari, raqamlar va . _ ~ - boʻladi</translation>
    </message>
    <message>
        <source>The server could not be kept: %1</source>
        <translation>Serverni saqlab boʻlmadi: %1</translation>
    </message>
    <message>
        <source>The settings of the server cannot be read: %1</source>
        <translation>Server sozlamalarini oʻqib boʻlmadi: %1</translation>
    </message>
    <message>
        <source>Start with %1, for example %2</source>
        <translation>%1 bilan boshlang, masalan: %2</translation>
    </message>
    <message>
        <source>Enter the key. The server’s administrator knows it.</source>
        <translation>Kalitni kiriting. Uni server maʼmuri biladi.</translation>
    </message>
</context>
<context>
    <name>suhbat::SessionFace</name>
    <message>
        <source>Your session has expired. Please log in again.</source>
        <translation>Seansingiz muddati tugadi. Iltimos, qaytadan kiring.</translation>
    </message>
    <message>
        <source>Enter your phone number.</source>
        <translation>Telefon raqamingizni kiriting.</translation>
    </message>
    <message>
        <source>This phone number is too short.</source>
        <translation>Bu telefon raqami juda qisqa.</translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation>Elektron pochta manzilingizni kiriting.</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>Foydalanuvchi nomingizni kiriting.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Bu elektron pochta manzili emas.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Parolingizni kiriting.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters.</source>
        <translation>
            <numerusform>Parolda kamida %n ta belgi boʻladi.</numerusform>
            <numerusform>Parolda kamida %n ta belgi boʻladi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your saved login was not found on this computer. Please log in again.</source>
        <translation>Bu kompyuterda saqlangan kirish maʼlumotlari topilmadi. Iltimos, qaytadan kiring.</translation>
    </message>
</context>
<context>
    <name>suhbat::TrayKeeper</name>
    <message numerus="yes">
        <source>Suhbat: %n unread message(s)</source>
        <translation>
            <numerusform>Suhbat: %n ta oʻqilmagan xabar</numerusform>
            <numerusform>Suhbat: %n ta oʻqilmagan xabar</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide Suhbat</source>
        <translation>Dasturni yashirish</translation>
    </message>
    <message>
        <source>Open Suhbat</source>
        <translation>Dasturni ochish</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Bezovta qilinmasin</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Dasturdan chiqish</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n bayt</numerusform>
            <numerusform>%n bayt</numerusform>
        </translation>
    </message>
</context>
</TS>
