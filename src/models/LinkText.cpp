#include "models/LinkText.h"

#include <QRegularExpression>

namespace suhbat {

namespace {

bool endsLink(QChar c)
{
    // Signs that turn the direction of writing or are not seen would hide what follows.
    return c.isSpace() || c == u'<' || c == u'>' || c == u'"' ||
           c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// Without what ends the sentence and not the address; a bracket belongs to it when it was opened
/// in it.
QStringView withoutSentenceEnd(QStringView text)
{
    static const QString marks = QStringLiteral(".,;:!?'*_~…»”’");
    while (!text.isEmpty()) {
        const QChar last = text.back();
        const bool unopened = (last == u')' && text.count(u'(') < text.count(u')')) ||
                              (last == u']' && text.count(u'[') < text.count(u']'));
        if (!marks.contains(last) && !unopened)
            break;
        text.chop(1);
    }
    return text;
}

QUrl urlOf(QStringView written)
{
    QString text = written.toString();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    const QUrl url(text, QUrl::TolerantMode);
    return url.isValid() && url.host().contains(u'.') ? url : QUrl();
}

} // namespace

QVector<LinkText::Link> LinkText::find(const QString &text)
{
    static const QRegularExpression start(QStringLiteral("(?:https?://|www\\.)[^\\s/]"),
                                          QRegularExpression::CaseInsensitiveOption);
    QVector<Link> links;
    qsizetype from = 0;
    while (links.size() < mostLinks) {
        const QRegularExpressionMatch match = start.match(text, from);
        if (!match.hasMatch())
            break;
        const qsizetype begin = match.capturedStart();
        qsizetype end = begin;
        while (end < text.size() && end - begin < longestUrl && !endsLink(text.at(end)))
            ++end;
        const QStringView written = withoutSentenceEnd(QStringView(text).mid(begin, end - begin));
        const bool insideWord = begin > 0 && text.at(begin - 1).isLetterOrNumber();
        const QUrl url = insideWord ? QUrl() : urlOf(written);
        if (!url.isEmpty())
            links.append({begin, written.size(), url});
        from = url.isEmpty() ? match.capturedEnd() : begin + written.size();
    }
    return links;
}

QString LinkText::html(const QString &text)
{
    if (!text.contains(QLatin1String("://")) &&
        !text.contains(QLatin1String("www."), Qt::CaseInsensitive))
        return {};
    const QVector<Link> links = find(text);
    if (links.isEmpty())
        return {};
    QString html = QStringLiteral("<p style=\"white-space:pre-wrap\">");
    qsizetype done = 0;
    for (const Link &link : links) {
        html += text.mid(done, link.start - done).toHtmlEscaped();
        html += QStringLiteral("<a href=\"%1\">%2</a>")
                    .arg(QString::fromLatin1(link.url.toEncoded()).toHtmlEscaped(),
                         text.mid(link.start, link.length).toHtmlEscaped());
        done = link.start + link.length;
    }
    html += text.mid(done).toHtmlEscaped() + QStringLiteral("</p>");
    return html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString LinkText::shown(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

bool LinkText::isDisguised(const QUrl &url)
{
    return !url.userInfo().isEmpty() ||
           url.host(QUrl::FullyEncoded).contains(QLatin1String("xn--"), Qt::CaseInsensitive);
}

bool LinkText::isPlain(const QUrl &url)
{
    return url.scheme() == QLatin1String("https") && !isDisguised(url);
}

} // namespace suhbat
