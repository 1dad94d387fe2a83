#include "wire/SafeText.h"

#include <algorithm>

namespace suhbat::wire {

namespace {

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool reordersText(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isInvisibleBlank(char16_t c)
{
    return c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/// Nothing of it needs care in a line: letters without blanks beside each other or at the ends.
bool isPlainLine(QStringView text)
{
    char16_t before = u' ';
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        // From U+1680 on there are blanks of all kinds, which simplified() knows.
        if (isControl(u) || u == 0xa0 || u >= 0x1680 || (u == u' ' && before == u' '))
            return false;
        before = u;
    }
    return before != u' ';
}

QString cut(const QString &text, qsizetype max)
{
    if (text.size() <= max)
        return text;
    qsizetype end = max - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + QChar(0x2026);
}

} // namespace

QString cleanLine(const QString &text, qsizetype max)
{
    if (text.size() <= max && isPlainLine(text))
        return text;
    // Four times the limit is enough to fill it: the rest is not even looked at.
    const QStringView raw = QStringView(text).left(4 * max);
    QString result;
    result.reserve(raw.size());
    for (const QChar c : raw) {
        const char16_t u = c.unicode();
        if (u == u'\n' || u == u'\r' || u == u'\t' || u == 0x2028 || u == 0x2029)
            result += u' ';
        else if (!isControl(u) && !reordersText(u) && !isInvisibleBlank(u))
            result += c;
    }
    return cut(result.simplified(), max);
}

QString cleanBody(const QString &text)
{
    const auto needsCare = [](QChar c) {
        const char16_t u = c.unicode();
        return (isControl(u) && u != u'\n' && u != u'\t') || u == 0x2028 || u == 0x2029;
    };
    if (text.size() <= limits::body && std::none_of(text.cbegin(), text.cend(), needsCare))
        return text;
    const QStringView raw = QStringView(text).left(2 * limits::body);
    QString result;
    result.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char16_t u = raw.at(i).unicode();
        if (u == u'\r') {
            if (i + 1 >= raw.size() || raw.at(i + 1) != u'\n')
                result += u'\n';
        } else if (u == 0x2028 || u == 0x2029) {
            result += u'\n';
        } else if (!isControl(u) || u == u'\n' || u == u'\t') {
            result += QChar(u);
        }
    }
    return cut(result, limits::body);
}

} // namespace suhbat::wire
