#pragma once

#include <QString>
#include <QUrl>
#include <QVector>

namespace suhbat {

/// Addresses in what people write. Only http(s), with or without "www."; all else stays words.
/// Pure.
class LinkText
{
public:
    struct Link
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QUrl url;

        friend bool operator==(const Link &, const Link &) = default;
    };

    static constexpr int mostLinks = 50;          ///< of one text; later ones stay words
    static constexpr qsizetype longestUrl = 2000; ///< in UTF-16 units

    /// In their order.
    static QVector<Link> find(const QString &text);
    /// The text as markup in which nothing but the links is markup: lines and spaces as written,
    /// every other sign escaped. Empty when there is no link.
    static QString html(const QString &text);
    /// The address as a browser would go there, ASCII only: what looks like another name is seen.
    static QString shown(const QUrl &url);
    /// Something dresses up where it leads: a user name before the host, or a host in other
    /// alphabets.
    static bool isDisguised(const QUrl &url);
    /// An https address that is not disguised.
    static bool isPlain(const QUrl &url);
};

} // namespace suhbat
