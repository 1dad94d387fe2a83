#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>

#include <memory>

namespace suhbat {

/// What the desktop shows of a conversation while the user looks elsewhere.
struct DesktopNotice
{
    QString key;   ///< there is one notice a key: a later one takes the place of the earlier
    QString title; ///< plain text, from others
    QString body;  ///< the same; may have lines
    QImage picture;
    QString openText;  ///< of the action that opens it
    QString replyText; ///< of the action that answers it; empty: cannot be answered
    QString replyHint; ///< in the empty field of the answer
    bool sound = false;
    bool silent = false; ///< neither pops up anew nor sounds: something in it is different now
};

/// Notices of the desktop. Where there is none to show them, all of it does nothing.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const DesktopNotice &notice) = 0;
    /// Nothing happens when there is none of that key.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    /// The user wants to see it; `activationToken`: what raises a window, may be empty.
    void opened(const QString &key, const QByteArray &activationToken);
    void replied(const QString &key, const QString &text);
    /// The user has put it away, unopened.
    void dismissed(const QString &key);
};

namespace platform {

/// Those of this system; never null.
std::unique_ptr<DesktopNotices> desktopNotices();

} // namespace platform

} // namespace suhbat
