<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>AboutSection</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation>Хороший разговор — каждый день.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>MIT: free to use, change and pass on</source>
        <translation>MIT: можно свободно пользоваться, изменять и передавать</translation>
    </message>
</context>
<context>
    <name>AccentChoice</name>
    <message>
        <source>Turquoise</source>
        <translation>Бирюза</translation>
    </message>
    <message>
        <source>Lapis</source>
        <translation>Лазурит</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиалка</translation>
    </message>
    <message>
        <source>Pomegranate</source>
        <translation>Гранат</translation>
    </message>
    <message>
        <source>Saffron</source>
        <translation>Шафран</translation>
    </message>
    <message>
        <source>Pistachio</source>
        <translation>Фисташка</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Мгновенные обновления</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Оставаться в системе</translation>
    </message>
    <message>
        <source>Otherwise you log in again at every start. Messages stay on this computer until you log out.</source>
        <translation>Иначе вход нужен при каждом запуске. Сообщения остаются на этом компьютере, пока вы не выйдете.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Данные входа</translation>
    </message>
    <message>
        <source>Server supports</source>
        <translation>Возможности сервера</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Also by keyboard: Ctrl and plus, Ctrl and minus, Ctrl and 0.</source>
        <translation>Или с клавиатуры: Ctrl&#xa0;и&#xa0;плюс, Ctrl&#xa0;и&#xa0;минус, Ctrl&#xa0;и&#xa0;0.</translation>
    </message>
    <message>
        <source>Compact conversations</source>
        <translation>Компактные чаты</translation>
    </message>
    <message>
        <source>Less room between the messages, more of them in sight.</source>
        <translation>Меньше места между сообщениями — больше их на экране.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Меньше анимации</translation>
    </message>
    <message>
        <source>Things change at once, without sliding or fading.</source>
        <translation>Всё меняется сразу, без движения и плавных переходов.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Layout and motion</source>
        <translation>Расположение и анимация</translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>File %1, %2</source>
        <translation>Файл %1, %2</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % из %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Sending, %1 %</source>
        <translation>Отправка, %1 %</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Прекратить отправку</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Загрузить</translation>
    </message>
</context>
<context>
    <name>AttachmentTile</name>
    <message>
        <source>File %1, %2</source>
        <translation>Файл %1, %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать %1</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Прикреплённые файлы</translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>Good conversation, every day.</source>
        <translation>Хороший разговор — каждый день.</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message>
        <source>Some messages may be missing.</source>
        <translation>Возможно, загружено не всё.</translation>
    </message>
    <message>
        <source>Looking for newer messages…</source>
        <translation>Проверяем, нет ли новых сообщений…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Поиск в чате</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>CodeBoxes</name>
    <message>
        <source>Code of six digits</source>
        <translation>Код из шести цифр</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>We have sent a code to %1</source>
        <translation>Мы отправили код на %1</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>Мы отправили вам код</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message numerus="yes">
        <source>Send a new code in %n second(s)</source>
        <translation>
            <numerusform>Новый код через %n секунду</numerusform>
            <numerusform>Новый код через %n секунды</numerusform>
            <numerusform>Новый код через %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Отправить новый код</translation>
    </message>
    <message>
        <source>Confirm it’s you</source>
        <translation>Подтвердите, что это&#xa0;вы</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Добавить подпись</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Saving the change…</source>
        <translation>Сохраняем изменение…</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Изменение сообщения</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Do not change it</source>
        <translation>Не изменять</translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation>Не отвечать</translation>
    </message>
</context>
<context>
    <name>ComposerField</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Connecting again…</source>
        <translation>Восстанавливаем соединение…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединяемся…</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Сервер отклоняет соединение.</translation>
    </message>
    <message numerus="yes">
        <source>No connection. Next attempt in %n s</source>
        <translation>
            <numerusform>Нет соединения. Следующая попытка через %n секунду.</numerusform>
            <numerusform>Нет соединения. Следующая попытка через %n секунды.</numerusform>
            <numerusform>Нет соединения. Следующая попытка через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Нет соединения.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>New messages come up to a minute late.</source>
        <translation>Новые сообщения приходят с задержкой до минуты.</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Поиск чатов</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Новый чат (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Чаты</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Отметить непрочитанным</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Включить уведомления</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Отключить уведомления</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>Меню чата</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n непрочитанное сообщение</numerusform>
            <numerusform>%1, %n непрочитанных сообщения</numerusform>
            <numerusform>%1, %n непрочитанных сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Черновик: %1</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>отмечен непрочитанным</translation>
    </message>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплён</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>без звука</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Черновик:</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>What to show</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Скопировать для поддержки</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>The last 100 events: when, on which channel, which, how large. What they said is not kept.</source>
        <translation>Последние 100 событий: когда, в каком канале, какое, какого размера. Их содержание не хранится.</translation>
    </message>
    <message>
        <source>The last lines of the log. No passwords, no message texts.</source>
        <translation>Последние строки журнала. Без паролей и текстов сообщений.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>There was no connection yet.</source>
        <translation>Соединения ещё не было.</translation>
    </message>
    <message>
        <source>No event has come yet.</source>
        <translation>Событий ещё не было.</translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation>Записей нет.</translation>
    </message>
    <message>
        <source>Reconnections: %1. The response is not measured yet.</source>
        <translation>Переподключений: %1. Время отклика ещё не измерено.</translation>
    </message>
    <message>
        <source>Reconnections: %1. Response: %2 ms, on average %3 ms.</source>
        <translation>Переподключений: %1. Время отклика: %2 мс, в среднем %3 мс.</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Drop files here to send them</source>
        <translation>Отпустите файлы здесь</translation>
    </message>
    <message>
        <source>To %1. You can add a caption before sending.</source>
        <translation>Кому: %1. Перед отправкой можно добавить подпись.</translation>
    </message>
</context>
<context>
    <name>EmojiCompletion</name>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
</context>
<context>
    <name>EmojiGroups</name>
    <message>
        <source>Recently used</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Смайлики</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Животные и природа</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Еда и напитки</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Поездки и места</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Занятия</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Предметы</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
</context>
<context>
    <name>EmojiHelp</name>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Поиск эмодзи</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Такого эмодзи нет.</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>Choose a conversation on the left.</source>
        <translation>Выберите чат слева.</translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation>Кому хотите написать?</translation>
    </message>
    <message>
        <source>Find someone and say hello.</source>
        <translation>Найдите кого-нибудь и поздоровайтесь.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>Перейти к чату</translation>
    </message>
    <message>
        <source>Previous or next conversation</source>
        <translation>Предыдущий или следующий чат</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Everything is read.</source>
        <translation>Всё прочитано.</translation>
    </message>
    <message>
        <source>You are in no group yet.</source>
        <translation>Вы пока не состоите ни в одной группе.</translation>
    </message>
    <message>
        <source>No conversations with one person yet.</source>
        <translation>Личных чатов пока нет.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Показать все чаты</translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation>Найти собеседника</translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation>Чатов с названием «%1» нет</translation>
    </message>
    <message>
        <source>No conversations yet. When someone writes to you, the conversation appears here.</source>
        <translation>Чатов пока нет. Когда вам напишут, чат появится здесь.</translation>
    </message>
</context>
<context>
    <name>EmptyTimeline</name>
    <message>
        <source>Nothing has been said here yet. Say hello!</source>
        <translation>Здесь пока тихо. Поздоровайтесь первым!</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Hide details</source>
        <translation>Скрыть подробности</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Показать подробности</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Continue offline</source>
        <translation>Продолжить без сети</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Could not log in</source>
        <translation>Не удалось войти</translation>
    </message>
    <message>
        <source>The code was not sent</source>
        <translation>Код не отправлен</translation>
    </message>
    <message>
        <source>Could not log out</source>
        <translation>Не удалось выйти</translation>
    </message>
    <message>
        <source>Conversations not loaded</source>
        <translation>Чаты не загружены</translation>
    </message>
    <message>
        <source>Messages not loaded</source>
        <translation>Сообщения не загружены</translation>
    </message>
    <message>
        <source>Message may not have been sent</source>
        <translation>Сообщение, возможно, не отправлено</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Сообщение не отправлено</translation>
    </message>
    <message>
        <source>Messages not marked as read</source>
        <translation>Сообщения не отмечены прочитанными</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Нет соединения с&#xa0;сервером</translation>
    </message>
    <message>
        <source>A message from the server could not be read</source>
        <translation>Не удалось прочитать сообщение сервера</translation>
    </message>
    <message>
        <source>The demo server is not running</source>
        <translation>Демонстрационный сервер не работает</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Что-то не получилось</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Сервер недоступен.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Сервер не ответил.</translation>
    </message>
    <message>
        <source>The connection to the server is not secure.</source>
        <translation>Соединение с сервером не защищено.</translation>
    </message>
    <message>
        <source>Your session has expired.</source>
        <translation>Ваш сеанс истёк.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>У вас нет на это прав.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Этого больше нет.</translation>
    </message>
    <message>
        <source>Somebody else changed this at the same time.</source>
        <translation>Кто-то изменил это одновременно с вами.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Это слишком велико для сервера.</translation>
    </message>
    <message>
        <source>The server did not accept what was entered.</source>
        <translation>Сервер не принял введённые данные.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Слишком много попыток.</translation>
    </message>
    <message>
        <source>The server gave an answer that Suhbat does not understand.</source>
        <translation>Suhbat не понимает ответа сервера.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Действие отменено.</translation>
    </message>
    <message>
        <source>Its program is missing or does not run.</source>
        <translation>Его программа отсутствует или не запускается.</translation>
    </message>
    <message>
        <source>A setting of Suhbat is missing or wrong.</source>
        <translation>Одна из настроек Suhbat отсутствует или неверна.</translation>
    </message>
    <message>
        <source>The server accepts secure connections only.</source>
        <translation>Сервер принимает только защищённые соединения.</translation>
    </message>
    <message>
        <source>The server does not know the application key of these settings.</source>
        <translation>Сервер не знает ключ приложения из настроек.</translation>
    </message>
    <message>
        <source>This application is switched off on the server.</source>
        <translation>Это приложение отключено на сервере.</translation>
    </message>
    <message>
        <source>The server is full.</source>
        <translation>Сервер переполнен.</translation>
    </message>
    <message>
        <source>The server does not let this computer or this account in.</source>
        <translation>Сервер не пускает этот компьютер или эту учётную запись.</translation>
    </message>
    <message>
        <source>The server refused the connection (code %1).</source>
        <translation>Сервер отклонил соединение (код %1).</translation>
    </message>
    <message>
        <source>Check your network. Suhbat keeps trying.</source>
        <translation>Проверьте сеть. Suhbat продолжает попытки.</translation>
    </message>
    <message>
        <source>Check your network, then try again.</source>
        <translation>Проверьте сеть и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Look whether it arrived before you send it again.</source>
        <translation>Прежде чем отправлять снова, проверьте, не дошло ли оно.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Попробуйте чуть позже.</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Войдите снова.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Попробуйте снова через %n секунду.</numerusform>
            <numerusform>Попробуйте снова через %n секунды.</numerusform>
            <numerusform>Попробуйте снова через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Подождите немного и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Check the address of the server in the settings.</source>
        <translation>Проверьте адрес сервера в настройках.</translation>
    </message>
    <message>
        <source>Install Suhbat again.</source>
        <translation>Установите Suhbat заново.</translation>
    </message>
    <message>
        <source>suhbat --print-config shows what is set.</source>
        <translation>suhbat --print-config покажет, что задано.</translation>
    </message>
    <message>
        <source>The proxy asks for a valid user name and password.</source>
        <translation>Прокси-сервер требует правильные имя пользователя и пароль.</translation>
    </message>
    <message>
        <source>The certificate of the server belongs to another name.</source>
        <translation>Сертификат сервера выдан на другое имя.</translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation>Срок действия сертификата сервера истёк.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation>Сертификат сервера ещё не действует.</translation>
    </message>
    <message>
        <source>The server vouches for itself: its certificate is signed by nobody else.</source>
        <translation>Сервер ручается сам за себя: его сертификат больше никем не подписан.</translation>
    </message>
    <message>
        <source>The certificate of the server is signed by an authority that this computer does not know.</source>
        <translation>Сертификат сервера подписан центром, который этому компьютеру неизвестен.</translation>
    </message>
    <message>
        <source>There is no way to the server through the proxy.</source>
        <translation>Через прокси пройти к серверу не удалось.</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>Диск этого компьютера заполнен.</translation>
    </message>
    <message>
        <source>Suhbat may not write to its folder on this computer.</source>
        <translation>Suhbat не может записывать в свою папку на этом компьютере.</translation>
    </message>
    <message>
        <source>A file of this message cannot be read.</source>
        <translation>Файл из этого сообщения не читается.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted: attach it again.</source>
        <translation>Возможно, он перемещён или удалён: прикрепите его снова.</translation>
    </message>
    <message>
        <source>This account is already open in another window of Suhbat.</source>
        <translation>Эта учётная запись уже открыта в другом окне Suhbat.</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of Suhbat.</source>
        <translation>Данные на этом компьютере записаны более новой версией Suhbat.</translation>
    </message>
    <message>
        <source>What is kept on this computer cannot be read or written.</source>
        <translation>Не удаётся прочитать или записать данные на этом компьютере.</translation>
    </message>
    <message>
        <source>Free some space: until then nothing is kept when Suhbat is closed.</source>
        <translation>Освободите место: до тех пор при закрытии Suhbat ничего не сохранится.</translation>
    </message>
    <message>
        <source>Go on there, or close it first.</source>
        <translation>Продолжите там или сначала закройте его.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Снова установите более новую версию.</translation>
    </message>
    <message>
        <source>Check the disk: until then nothing is kept when Suhbat is closed.</source>
        <translation>Проверьте диск: до тех пор при закрытии Suhbat ничего не сохранится.</translation>
    </message>
    <message>
        <source>Your login is not kept</source>
        <translation>Вход не сохранён</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked. Unlock it and retry, or log in again next time.</source>
        <translation>Связка ключей этого компьютера заблокирована. Разблокируйте её и повторите попытку или войдите заново в следующий раз.</translation>
    </message>
    <message>
        <source>This message is too old to be changed.</source>
        <translation>Это сообщение уже нельзя изменить: оно слишком старое.</translation>
    </message>
    <message>
        <source>Your change stays here; saving it needs a connection.</source>
        <translation>Изменение остаётся здесь; чтобы сохранить его, нужна связь.</translation>
    </message>
    <message>
        <source>Deleting needs a connection.</source>
        <translation>Для удаления нужна связь.</translation>
    </message>
    <message>
        <source>Your change stays here; try again in a moment.</source>
        <translation>Изменение остаётся здесь; попробуйте чуть позже.</translation>
    </message>
    <message>
        <source>Change not saved</source>
        <translation>Изменение не сохранено</translation>
    </message>
    <message>
        <source>Message not deleted</source>
        <translation>Сообщение не удалено</translation>
    </message>
    <message>
        <source>Not known who has read it</source>
        <translation>Неизвестно, кто прочитал</translation>
    </message>
    <message>
        <source>Until it is closed there, you can read here, but not send: messages could get lost. Close the other window, then retry.</source>
        <translation>Пока она открыта там, здесь можно читать, но не отправлять: сообщения могли бы потеряться. Закройте другое окно и повторите попытку.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Install the newer version again, then retry.</source>
        <translation>До тех пор можно читать, но не отправлять. Установите более новую версию и повторите попытку.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Free some space, then retry.</source>
        <translation>До тех пор можно читать, но не отправлять. Освободите место и повторите попытку.</translation>
    </message>
    <message>
        <source>Until then you can read, but not send. Check the disk, then retry.</source>
        <translation>До тех пор можно читать, но не отправлять. Проверьте диск и повторите попытку.</translation>
    </message>
    <message>
        <source>Your messages on this computer cannot be opened</source>
        <translation>Сообщения на этом компьютере не открываются</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Этот файл слишком большой.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Не удалось записать файл.</translation>
    </message>
    <message>
        <source>Free some space or check the folder, then try again.</source>
        <translation>Освободите место или проверьте папку и повторите попытку.</translation>
    </message>
    <message>
        <source>File not saved</source>
        <translation>Файл не сохранён</translation>
    </message>
    <message>
        <source>You may not write to this folder.</source>
        <translation>В эту папку нельзя записывать.</translation>
    </message>
    <message>
        <source>Choose another one with “Save as…”.</source>
        <translation>Выберите другую через «Сохранить как…».</translation>
    </message>
    <message>
        <source>New messages are not kept</source>
        <translation>Новые сообщения не сохраняются</translation>
    </message>
    <message>
        <source>The details say which one. Set it right, then retry.</source>
        <translation>Какая именно, сказано в подробностях. Исправьте её и повторите попытку.</translation>
    </message>
    <message>
        <source>The settings of the server cannot be used</source>
        <translation>Настройки сервера не подходят</translation>
    </message>
    <message>
        <source>Wrong password, or there is no such account.</source>
        <translation>Неверный пароль, или такой учётной записи нет.</translation>
    </message>
    <message>
        <source>Wrong code. Check it and type it again.</source>
        <translation>Неверный код. Проверьте и введите ещё раз.</translation>
    </message>
    <message>
        <source>There is no chat server at this address.</source>
        <translation>По этому адресу нет сервера чатов.</translation>
    </message>
    <message>
        <source>The server had an error.</source>
        <translation>На сервере произошла ошибка.</translation>
    </message>
    <message>
        <source>File not downloaded</source>
        <translation>Файл не загружен</translation>
    </message>
    <message>
        <source>It is not known whether this arrived.</source>
        <translation>Неизвестно, дошло ли сообщение.</translation>
    </message>
    <message>
        <source>Trying again may send it twice.</source>
        <translation>При повторе оно может прийти дважды.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Не отправлено.</translation>
    </message>
    <message>
        <source>You are not allowed to send this here.</source>
        <translation>Вы не можете писать в этот чат.</translation>
    </message>
    <message>
        <source>The server did not accept this message.</source>
        <translation>Сервер не принял это сообщение.</translation>
    </message>
    <message>
        <source>Ask the server’s administrator for the file of its authority, and name it in the setting ca-file.</source>
        <translation>Попросите у администратора сервера файл его центра сертификации и укажите его в настройке ca-file.</translation>
    </message>
    <message>
        <source>Check the date of this computer, or ask the server’s administrator about its certificate.</source>
        <translation>Проверьте дату на этом компьютере или спросите администратора сервера о сертификате.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings, or ask your network’s administrator.</source>
        <translation>Проверьте прокси-сервер в настройках или обратитесь к администратору сети.</translation>
    </message>
    <message>
        <source>Check the settings, or ask the server’s administrator.</source>
        <translation>Проверьте настройки или обратитесь к администратору сервера.</translation>
    </message>
</context>
<context>
    <name>FailureRow</name>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Прикрепить</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>File name</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Тип</translation>
    </message>
</context>
<context>
    <name>HoverActions</name>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>IdentifierField</name>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
</context>
<context>
    <name>JumpToNewest</name>
    <message numerus="yes">
        <source>Newest message, %n new</source>
        <translation>
            <numerusform>К последнему сообщению, %n новое</numerusform>
            <numerusform>К последнему сообщению, %n новых</numerusform>
            <numerusform>К последнему сообщению, %n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>К последнему сообщению</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Перейти к чату</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Поиск по чатам</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Следующий чат</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Предыдущий чат</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>На шаг назад</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Предыдущая часть окна</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Show the shortcuts</source>
        <translation>Показать сочетания клавиш</translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation>Удалить сообщение</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation>Увеличить всё</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>Уменьшить всё</translation>
    </message>
    <message>
        <source>Everything at its normal size</source>
        <translation>Обычный размер</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Поиск в чате</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Следующий непрочитанный чат</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>Предыдущий непрочитанный чат</translation>
    </message>
    <message>
        <source>Conversations 1 to 9</source>
        <translation>Чаты с 1 по 9</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>Меню чата</translation>
    </message>
    <message>
        <source>Move between messages</source>
        <translation>Переход между сообщениями</translation>
    </message>
    <message>
        <source>Edit the last message (field empty)</source>
        <translation>Изменить последнее сообщение (поле пустое)</translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation>Меню сообщения</translation>
    </message>
</context>
<context>
    <name>KeyringPage</name>
    <message>
        <source>Waiting for your keyring</source>
        <translation>Ожидание связки ключей</translation>
    </message>
    <message>
        <source>Your keyring is not running</source>
        <translation>Связка ключей не запущена</translation>
    </message>
    <message>
        <source>Your keyring is locked</source>
        <translation>Связка ключей заблокирована</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Log in instead</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>Your login is stored in the keyring of this computer, which is asking for its password. Suhbat continues as soon as it is unlocked.</source>
        <translation>Данные входа хранятся в связке ключей этого компьютера, и она запрашивает пароль. Suhbat продолжит, как только она будет разблокирована.</translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is not running on this computer. Start it, then try again.</source>
        <translation>Вы не вышли из учётной записи, но связка ключей, в которой хранятся данные входа, не запущена на этом компьютере. Запустите её и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>You are still logged in, but the keyring that stores your login is locked. Unlock it to continue.</source>
        <translation>Вы не вышли из учётной записи, но связка ключей, в которой хранятся данные входа, заблокирована. Разблокируйте её, чтобы продолжить.</translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Unread</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Личные</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Какие чаты показывать</translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation>Сначала непрочитанные</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Dates, times and numbers follow the language. Messages stay as they were written.</source>
        <translation>Даты, время и числа — по правилам выбранного языка. Сообщения остаются такими, какими их написали.</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Welcome to Suhbat</source>
        <translation>Добро пожаловать в&#xa0;Suhbat</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Вход на %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Входим…</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Оставаться в системе</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Сервер…</translation>
    </message>
    <message>
        <source>Set up the server…</source>
        <translation>Указать сервер…</translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation>Suhbat ещё не знает вашего сервера. Адрес и ключ подскажет администратор сервера.</translation>
    </message>
    <message>
        <source>Demo: your login is filled in. Just log in: the people there will reply.</source>
        <translation>Демо: данные для входа уже введены. Просто войдите — собеседники ответят.</translation>
    </message>
</context>
<context>
    <name>LogoutDialog</name>
    <message>
        <source>Not everything is sent</source>
        <translation>Не всё отправлено</translation>
    </message>
    <message>
        <source>Log out?</source>
        <translation>Выйти?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of yours have not reached the server. Logging out discards them.</source>
        <translation>
            <numerusform>%n ваше сообщение не дошло до сервера. При выходе оно будет удалено.</numerusform>
            <numerusform>%n ваших сообщения не дошли до сервера. При выходе они будут удалены.</numerusform>
            <numerusform>%n ваших сообщений не дошли до сервера. При выходе они будут удалены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts on this computer will be lost.</source>
        <translation>Черновики на этом компьютере будут потеряны.</translation>
    </message>
    <message>
        <source>Discard and log out</source>
        <translation>Удалить и выйти</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Certificates are not checked (--insecure-tls): others may read along.</source>
        <translation>Сертификаты не проверяются (--insecure-tls): сообщения могут читать посторонние.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Понятно</translation>
    </message>
    <message>
        <source>Your login is stored in a file that only you can read, because this computer has no keyring running. To store it in one, install GNOME Keyring or KWallet.</source>
        <translation>Данные входа хранятся в файле, который можете прочитать только вы: на этом компьютере не запущена связка ключей. Чтобы хранить их в ней, установите GNOME Keyring или KWallet.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Deleted message</source>
        <translation>Удалённое сообщение</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Изменено: %1</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy text</source>
        <translation>Скопировать текст</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Скопировать выделенное</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Открыть ссылку</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Message menu</source>
        <translation>Меню сообщения</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Кто прочитал</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>MessagePopups</name>
    <message>
        <source>Delete this message?</source>
        <translation>Удалить это сообщение?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Открыть эту ссылку?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>It will be deleted for everyone in this conversation. This cannot be undone.</source>
        <translation>Оно удалится у всех участников чата. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>This address may only look like one you know. Look where it really leads:</source>
        <translation>Этот адрес может быть лишь похож на знакомый. Проверьте, куда он ведёт:</translation>
    </message>
    <message>
        <source>This link is not encrypted (http): others could read or change what you see there. It leads to:</source>
        <translation>Ссылка без шифрования (http): посторонние могут прочитать или изменить то, что вы там увидите. Она ведёт сюда:</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>sending</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не отправлено</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>не подтверждено</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>в ответ: %1</translation>
    </message>
    <message>
        <source>a deleted message</source>
        <translation>удалённое сообщение</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
</context>
<context>
    <name>MessageTimeline</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>Search people</source>
        <translation>Поиск людей</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Новая группа</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: %1</source>
        <comment>people for a new group</comment>
        <translation>
            <numerusform>Выбран %n: %1</numerusform>
            <numerusform>Выбрано %n: %1</numerusform>
            <numerusform>Выбрано %n: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose who will be in it.</source>
        <translation>Выберите, кто в ней будет.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Group name</source>
        <translation>Название группы</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>Создать группу</translation>
    </message>
</context>
<context>
    <name>NewChatHead</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Новая группа</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>New messages</source>
        <translation>Новые сообщения</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Показывать уведомления</translation>
    </message>
    <message>
        <source>Otherwise a notification only says that there is a new message.</source>
        <translation>Иначе уведомление лишь сообщает, что пришло новое сообщение.</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>No notifications and no sound until you switch this off. Messages still arrive and are counted.</source>
        <translation>Ни уведомлений, ни звука, пока вы это не выключите. Сообщения по-прежнему приходят и считаются.</translation>
    </message>
    <message>
        <source>System tray</source>
        <translation>Трей</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Продолжать работу, когда окно закрыто</translation>
    </message>
    <message>
        <source>Start without a window</source>
        <translation>Запускаться без окна</translation>
    </message>
    <message>
        <source>No notifications and no sound until %1. Messages still arrive and are counted.</source>
        <translation>Ни уведомлений, ни звука до %1. Сообщения по-прежнему приходят и считаются.</translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation>Не беспокоить один час</translation>
    </message>
    <message>
        <source>Show sender and text</source>
        <translation>Показывать отправителя и текст</translation>
    </message>
    <message>
        <source>This desktop has no system tray, so closing the window quits Suhbat.</source>
        <translation>На этом рабочем столе нет трея: когда окно закрывается, Suhbat завершает работу.</translation>
    </message>
</context>
<context>
    <name>OlderEdge</name>
    <message>
        <source>Loading older messages</source>
        <translation>Загружаются более ранние сообщения</translation>
    </message>
    <message>
        <source>This is where the conversation begins</source>
        <translation>Здесь начинается чат</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Никого с именем «%1» нет</translation>
    </message>
    <message>
        <source>There is nobody to write to yet.</source>
        <translation>Пока некому написать.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture on %1. Click to load it.</source>
        <translation>Изображение на %1. Нажмите, чтобы загрузить.</translation>
    </message>
    <message>
        <source>Load the picture (%1)</source>
        <translation>Загрузить изображение (%1)</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>Загрузить изображение</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Это изображение нельзя показать.</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Изображение %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Прекратить отправку</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture lies on %1.</source>
        <translation>Это изображение находится на %1.</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Это изображение нельзя показать.</translation>
    </message>
    <message>
        <source>Picture %1, %2 of %3</source>
        <translation>Изображение %1, %2 из %3</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>Загрузить изображение</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Больше</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Предыдущее изображение</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Следующее изображение</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>Просмотр изображения</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>ReadersDialog</name>
    <message>
        <source>Read by</source>
        <translation>Кто прочитал</translation>
    </message>
    <message>
        <source>Nobody has read it yet.</source>
        <translation>Пока никто не прочитал.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace the file?</source>
        <translation>Заменить файл?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>“%1” already exists. Replacing it deletes what is in it now.</source>
        <translation>Файл «%1» уже есть. При замене его содержимое будет удалено.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Поиск в этом чате</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Более раннее</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Более позднее</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Завершить поиск</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Key for live updates</source>
        <translation>Ключ мгновенных обновлений</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Suhbat does not know your server yet. Ask its administrator for the address and the key.</source>
        <translation>Suhbat ещё не знает вашего сервера. Адрес и ключ подскажет администратор сервера.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>Address for live updates (optional)</source>
        <translation>Адрес мгновенных обновлений</translation>
    </message>
    <message>
        <source>If empty: the same server</source>
        <translation>Если пусто — тот же сервер</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Server and account</source>
        <translation>Сервер и учётная запись</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>About Suhbat</source>
        <translation>О Suhbat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Назад к настройкам</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Отправлять по Enter</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation>Shift+Enter начинает новую строку.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Отправлять по Ctrl+Enter</translation>
    </message>
    <message>
        <source>Enter begins a new line.</source>
        <translation>Enter начинает новую строку.</translation>
    </message>
</context>
<context>
    <name>SizeStepper</name>
    <message>
        <source>Smaller</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Больше</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
</context>
<context>
    <name>Snackbar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>On this computer</source>
        <translation>На этом компьютере</translation>
    </message>
    <message>
        <source>Conversations, drafts and unsent messages are kept for you alone, so that Suhbat opens at once and without a connection. Logging out removes all of it.</source>
        <translation>Чаты, черновики и неотправленные сообщения хранятся только для вас, чтобы Suhbat открывался сразу и без связи. При выходе всё это удаляется.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>Изображения и файлы</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Nothing stays on this computer after this run: everything is removed when Suhbat is closed.</source>
        <translation>После этого запуска на компьютере ничего не останется: всё удалится, когда Suhbat будет закрыт.</translation>
    </message>
    <message>
        <source>Downloaded pictures and files stay until Suhbat is closed, 256 MB at most.</source>
        <translation>Загруженные изображения и файлы хранятся до закрытия Suhbat и занимают не больше 256 МБ.</translation>
    </message>
    <message>
        <source>Downloaded pictures and files are kept on this computer, 256 MB at most, so that they need not be downloaded twice.</source>
        <translation>Загруженные изображения и файлы хранятся на этом компьютере, не больше 256 МБ, чтобы не загружать их дважды.</translation>
    </message>
    <message>
        <source>Remove the downloaded files?</source>
        <translation>Удалить загруженные файлы?</translation>
    </message>
    <message>
        <source>They stay on the server, and are downloaded again when you look at them.</source>
        <translation>На сервере они останутся и загрузятся снова, когда понадобятся.</translation>
    </message>
    <message>
        <source>Remove downloaded files…</source>
        <translation>Удалить загруженные файлы…</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Перейти к чату</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation>Чатов пока нет.</translation>
    </message>
    <message>
        <source>Find someone to write to</source>
        <translation>Найти собеседника</translation>
    </message>
    <message>
        <source>Who would you like to write to?</source>
        <translation>Кому хотите написать?</translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation>Чатов с названием «%1» нет</translation>
    </message>
</context>
<context>
    <name>ThemeChoice</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Системная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message numerus="yes">
        <source>%n wk ago</source>
        <translation>
            <numerusform>%n нед. назад</numerusform>
            <numerusform>%n нед. назад</numerusform>
            <numerusform>%n нед. назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <translation>
            <numerusform>%n мес. назад</numerusform>
            <numerusform>%n мес. назад</numerusform>
            <numerusform>%n мес. назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <translation>
            <numerusform>%n г. назад</numerusform>
            <numerusform>%n г. назад</numerusform>
            <numerusform>%n л. назад</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayQuestion</name>
    <message>
        <source>Keep running</source>
        <translation>Оставить работать</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Выйти из программы</translation>
    </message>
    <message>
        <source>Suhbat keeps running in the tray</source>
        <translation>Suhbat продолжит работу в трее</translation>
    </message>
    <message>
        <source>The window closes, and new messages still reach you. To open it again, click the icon in the tray; to quit, choose Quit in its menu.</source>
        <translation>Окно закроется, но новые сообщения будут приходить. Чтобы открыть его снова, нажмите на значок в трее; чтобы закрыть Suhbat совсем, выберите в меню значка «Выйти из программы».</translation>
    </message>
</context>
<context>
    <name>UnreadDivider</name>
    <message>
        <source>New messages</source>
        <translation>Новые сообщения</translation>
    </message>
</context>
<context>
    <name>UserMenu</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>До %1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
</context>
<context>
    <name>suhbat::AccountFace</name>
    <message>
        <source>replying</source>
        <translation>ответы на сообщения</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>изменение</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>удаление</translation>
    </message>
    <message>
        <source>sending files</source>
        <translation>отправка файлов</translation>
    </message>
    <message>
        <source>seeing who has read</source>
        <translation>отметки о прочтении</translation>
    </message>
    <message>
        <source>creating groups</source>
        <translation>создание групп</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>поиск</translation>
    </message>
    <message>
        <source>loading long histories in parts</source>
        <translation>загрузка длинной истории по частям</translation>
    </message>
    <message>
        <source>seeing who is typing</source>
        <translation>показ того, кто печатает</translation>
    </message>
    <message>
        <source>messages only</source>
        <translation>только сообщения</translation>
    </message>
    <message>
        <source>Not stored: you log in again at the next start</source>
        <translation>Не сохраняются: после закрытия Suhbat нужно будет войти снова</translation>
    </message>
    <message>
        <source>Stored in a file that only you can read</source>
        <translation>Хранятся в файле, который можете прочитать только вы</translation>
    </message>
    <message>
        <source>Stored in the keyring of this computer</source>
        <translation>Хранятся в связке ключей этого компьютера</translation>
    </message>
</context>
<context>
    <name>suhbat::Announcer</name>
    <message>
        <source>File: %1</source>
        <translation>Файл: %1</translation>
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
        <translation>Нет программы для таких файлов. Файл можно сохранить.</translation>
    </message>
    <message>
        <source>May be a program: not opened, only saved.</source>
        <translation>Может быть программой: можно только сохранить.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено в папку %1</translation>
    </message>
</context>
<context>
    <name>suhbat::AttachmentsFace</name>
    <message numerus="yes">
        <source>A message takes %n files at most.</source>
        <translation>
            <numerusform>В сообщении может быть не больше %n файла.</numerusform>
            <numerusform>В сообщении может быть не больше %n файлов.</numerusform>
            <numerusform>В сообщении может быть не больше %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server takes no files.</source>
        <translation>Этот сервер не принимает файлы.</translation>
    </message>
    <message>
        <source>“%1” is not on this computer.</source>
        <translation>Файла «%1» нет на этом компьютере.</translation>
    </message>
    <message>
        <source>You may not read “%1”.</source>
        <translation>У вас нет права читать «%1».</translation>
    </message>
    <message>
        <source>“%1” is too large: a file may have 25 MB.</source>
        <translation>«%1» слишком большой: файл может занимать до 25 МБ.</translation>
    </message>
    <message>
        <source>The picture cannot be kept: the disk may be full.</source>
        <translation>Не удалось сохранить изображение: возможно, диск заполнен.</translation>
    </message>
    <message>
        <source>“%1” is not there any more: it was moved or deleted.</source>
        <translation>«%1» больше нет на месте: файл перемещён или удалён.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Compress it into one file (zip) and attach that.</source>
        <translation>Папку «%1» отправить нельзя. Упакуйте её в один файл (архив).</translation>
    </message>
</context>
<context>
    <name>suhbat::ChatFace</name>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
</context>
<context>
    <name>suhbat::ConversationListModel</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 печатает…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 и %2 печатают…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n человек печатает…</numerusform>
            <numerusform>%n человека печатают…</numerusform>
            <numerusform>%n человек печатают…</numerusform>
        </translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Вы:</translation>
    </message>
</context>
<context>
    <name>suhbat::MessageNotices</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n conversation(s)</source>
        <translation>
            <numerusform>В %n чате</numerusform>
            <numerusform>В %n чатах</numerusform>
            <numerusform>В %n чатах</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>suhbat::NoticeCenter</name>
    <message>
        <source>The messages kept on this computer were damaged and are loaded again from the server. Unsent messages and drafts were not touched.</source>
        <translation>Сообщения, сохранённые на этом компьютере, были повреждены и снова загружаются с сервера. Неотправленные сообщения и черновики не пострадали.</translation>
    </message>
    <message>
        <source>The unsent messages and drafts kept on this computer were damaged. What could be read of them is back; look through them before you send anything again.</source>
        <translation>Неотправленные сообщения и черновики на этом компьютере были повреждены. Всё, что удалось прочитать, восстановлено; проверьте их, прежде чем отправлять снова.</translation>
    </message>
    <message>
        <source>That message is no longer here.</source>
        <translation>Этого сообщения здесь больше нет.</translation>
    </message>
    <message>
        <source>That message could not be loaded. Try again when you are connected.</source>
        <translation>Не удалось загрузить это сообщение. Повторите попытку, когда будет связь.</translation>
    </message>
</context>
<context>
    <name>suhbat::ReadersModel</name>
    <message>
        <source>Somebody</source>
        <translation>Кто-то</translation>
    </message>
</context>
<context>
    <name>suhbat::SearchFace</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Nothing found here; the server did not answer</source>
        <translation>Здесь ничего не найдено; сервер не ответил</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
</context>
<context>
    <name>suhbat::ServerFace</name>
    <message>
        <source>Leave out user name, ? and #</source>
        <translation>Уберите имя пользователя, ? и #</translation>
    </message>
    <message>
        <source>Enter an address such as %1</source>
        <translation>Введите адрес вида %1</translation>
    </message>
    <message>
        <source>This server was given on the command line (%1). Start Suhbat without it to choose another one here.</source>
        <translation>Этот сервер задан в командной строке (%1). Чтобы выбрать здесь другой, запустите Suhbat без этого параметра.</translation>
    </message>
    <message>
        <source>This server comes from the environment (%1). Start Suhbat without it to choose another one here.</source>
        <translation>Этот сервер взят из переменной окружения (%1). Чтобы выбрать здесь другой, запустите Suhbat без неё.</translation>
    </message>
    <message>
        <source>This server comes from the file %1. Start Suhbat without it to choose another one here.</source>
        <translation>Этот сервер взят из файла %1. Чтобы выбрать здесь другой, запустите Suhbat без этого файла.</translation>
    </message>
    <message>
        <source>A key has letters, digits and . _ ~ - only</source>
        <translation>В ключе могут быть только латинские буквы, цифры и . _ ~ -</translation>
    </message>
    <message>
        <source>The server could not be kept: %1</source>
        <translation>Не удалось сохранить сервер: %1</translation>
    </message>
    <message>
        <source>The settings of the server cannot be read: %1</source>
        <translation>Не удалось прочитать настройки сервера: %1</translation>
    </message>
    <message>
        <source>Start with %1, for example %2</source>
        <translation>Начните с %1, например %2</translation>
    </message>
    <message>
        <source>Enter the key. The server’s administrator knows it.</source>
        <translation>Введите ключ. Его знает администратор сервера.</translation>
    </message>
</context>
<context>
    <name>suhbat::SessionFace</name>
    <message>
        <source>Your session has expired. Please log in again.</source>
        <translation>Ваш сеанс истёк. Войдите снова.</translation>
    </message>
    <message>
        <source>Enter your phone number.</source>
        <translation>Введите номер телефона.</translation>
    </message>
    <message>
        <source>This phone number is too short.</source>
        <translation>Этот номер слишком короткий.</translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation>Введите адрес электронной почты.</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>Введите имя пользователя.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Это не адрес электронной почты.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters.</source>
        <translation>
            <numerusform>В пароле не меньше %n символа.</numerusform>
            <numerusform>В пароле не меньше %n символов.</numerusform>
            <numerusform>В пароле не меньше %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your saved login was not found on this computer. Please log in again.</source>
        <translation>Сохранённый вход на этом компьютере не найден. Пожалуйста, войдите снова.</translation>
    </message>
</context>
<context>
    <name>suhbat::TrayKeeper</name>
    <message numerus="yes">
        <source>Suhbat: %n unread message(s)</source>
        <translation>
            <numerusform>Suhbat: %n непрочитанное сообщение</numerusform>
            <numerusform>Suhbat: %n непрочитанных сообщения</numerusform>
            <numerusform>Suhbat: %n непрочитанных сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide Suhbat</source>
        <translation>Скрыть Suhbat</translation>
    </message>
    <message>
        <source>Open Suhbat</source>
        <translation>Открыть Suhbat</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти из программы</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
</TS>
