#include "app/FoundWords.h"

#include "store/MessageSearch.h"

#include <QTextCharFormat>
#include <QTextDocument>

#include <utility>

namespace suhbat {

namespace {

bool isPair(const QString &line, qsizetype at)
{
    return at + 1 < line.size() && line.at(at).isHighSurrogate() &&
           line.at(at + 1).isLowSurrogate();
}

/// Behind the run of letters and numbers that begins there; `at` itself when none does.
qsizetype endOfWord(const QString &line, qsizetype at)
{
    while (at < line.size()) {
        const bool pair = isPair(line, at);
        const char32_t c = pair ? QChar::surrogateToUcs4(line.at(at), line.at(at + 1))
                                : char32_t(line.at(at).unicode());
        if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c))
            break;
        at += pair ? 2 : 1;
    }
    return at;
}

} // namespace

FoundWords::FoundWords(QObject *parent) : QSyntaxHighlighter(parent) {}

void FoundWords::setTarget(QQuickTextDocument *target)
{
    if (m_target == target)
        return;
    m_target = target;
    setDocument(target ? target->textDocument() : nullptr);
    Q_EMIT targetChanged();
}

void FoundWords::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_words = search::words(text);
    m_wanted.clear();
    for (const QString &word : std::as_const(m_words))
        m_wanted += search::folded(word);
    rehighlight();
    Q_EMIT textChanged();
}

void FoundWords::setInk(const QColor &ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    rehighlight();
    Q_EMIT coloursChanged();
}

void FoundWords::setBehind(const QColor &behind)
{
    if (m_behind == behind)
        return;
    m_behind = behind;
    rehighlight();
    Q_EMIT coloursChanged();
}

void FoundWords::highlightBlock(const QString &line)
{
    // One of several words alone is no hit.
    if (m_wanted.isEmpty() || !search::matches(document()->toPlainText(), m_words))
        return;
    QTextCharFormat mark;
    mark.setForeground(m_ink);
    mark.setBackground(m_behind);
    for (qsizetype start = 0; start < line.size();) {
        const qsizetype end = endOfWord(line, start);
        if (end == start) {
            start += isPair(line, start) ? 2 : 1;
            continue;
        }
        if (const int marked = found(line.mid(start, end - start)); marked > 0)
            setFormat(int(start), marked, mark);
        start = end;
    }
}

/// How much of the word is to be marked, from its beginning; 0: it was not looked for.
int FoundWords::found(const QString &word) const
{
    const QString folded = search::folded(word);
    if (m_wanted.contains(folded))
        return int(word.size());
    const QString &begun = m_wanted.constLast(); // it may still be typed
    if (!folded.startsWith(begun))
        return 0;
    int length = 1;
    while (length < word.size() && search::folded(word.left(length)).size() < begun.size())
        ++length;
    return length;
}

} // namespace suhbat
