#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>
#include <QVector>

#include <memory>

namespace suhbat {

/// A line of the menu of the tray icon.
struct TrayEntry
{
    int id = 0; ///< from 1 on; each once
    QString text;
    bool separator = false; ///< a rule instead of a line
    bool checkable = false;
    bool checked = false;

    friend bool operator==(const TrayEntry &, const TrayEntry &) = default;
};

/// All that the tray shows of the program.
struct TrayLook
{
    QString toolTip;
    QVector<QImage> pictures; ///< the same in several sizes, square
    int unread = 0;           ///< messages; for launchers that show a number
    QVector<TrayEntry> menu;

    friend bool operator==(const TrayLook &, const TrayLook &) = default;
};

/// The icon in the tray of the desktop, where there is one.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A tray is there and shows it. Trays come and go.
    virtual bool isShown() const = 0;
    /// Asks for a place in the tray, now and whenever one comes.
    virtual void show(const TrayLook &look) = 0;

Q_SIGNALS:
    void shownChanged();
    /// It is known now whether there is a tray; once.
    void searched();
    /// The user wants the window, or does not want to see it any more.
    void activated(const QByteArray &activationToken);
    void chosen(int id);
};

namespace platform {

/// That of this system; never null.
std::unique_ptr<TrayIcon> trayIcon();

} // namespace platform

} // namespace suhbat
