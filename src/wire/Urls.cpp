#include "wire/Urls.h"

#include "wire/SafeText.h"

namespace suhbat::wire {

QString webUrl(const QString &text, const DecodeContext &context)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > limits::url || trimmed.contains(u'\\'))
        return {};
    for (const QChar c : trimmed) {
        if (c < u' ')
            return {};
    }
    QUrl url(trimmed, QUrl::TolerantMode);
    if (url.isRelative()) {
        if (!context.origin.isValid() || context.origin.host().isEmpty())
            return {};
        QUrl root = context.origin;
        root.setPath(QStringLiteral("/"));
        root.setQuery(QString());
        root.setFragment(QString());
        url = root.resolved(url);
    }
    const bool web =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    return url.toString(QUrl::FullyEncoded);
}

QString avatarUrl(const QString &text, const DecodeContext &context)
{
    QUrl url(webUrl(text, context), QUrl::StrictMode);
    const QString wrong = QStringLiteral("/api/uploads/");
    const QString path = url.path(QUrl::FullyEncoded);
    if (path.startsWith(wrong)) {
        url.setPath(path.mid(wrong.size() - int(qstrlen("/uploads/"))), QUrl::TolerantMode);
        return url.toString(QUrl::FullyEncoded);
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace suhbat::wire
