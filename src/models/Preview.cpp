#include "models/Preview.h"

namespace suhbat {

Preview Preview::of(const ConversationRow &row)
{
    const Conversation &conversation = row.conversation;
    const QString &text = conversation.lastMessage;
    if (row.ownState)
        return {true, text};
    if (!conversation.lastMessageAt) { // the server's words
        for (const char16_t *me : {u"You: ", u"Siz: ", u"Вы: "}) {
            if (text.startsWith(QStringView(me)))
                return {true, text.mid(QStringView(me).size())};
        }
    }
    // With two people it needs no name.
    const QString partner = conversation.title + QStringLiteral(": ");
    if (conversation.type == Conversation::Type::Direct && text.startsWith(partner))
        return {false, text.mid(partner.size())};
    return {false, text};
}

QString Preview::byFirstName(const QString &text)
{
    constexpr qsizetype longestName = 80;
    const qsizetype colon = text.indexOf(QLatin1String(": "));
    if (colon < 0 || colon > longestName)
        return text;
    const QList<QStringView> words = QStringView(text).first(colon).split(u' ', Qt::SkipEmptyParts);
    // "Dr. Lee" is no first name
    if (words.size() < 2 || words.first().size() < 2 || words.first().endsWith(u'.'))
        return text;
    for (const QStringView word : words) {
        if (!word.front().isUpper())
            return text;
    }
    return words.first().toString() + text.mid(colon);
}

} // namespace suhbat
