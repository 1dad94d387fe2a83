#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>
#include <QTimer>

#include <memory>

class QSettings;
class QWindow;

namespace suhbat {

/// Where the window stood, how large it was and whether it filled the screen, kept in the settings
/// file. Writes when the window has come to rest, never while it stands still.
class WindowMemory : public QObject
{
    Q_OBJECT

public:
    explicit WindowMemory(const QString &settingsFile, QObject *parent = nullptr);
    ~WindowMemory() override;

    /// Puts the window, which is not shown yet, where the last one stood; from now on remembers
    /// what becomes of it.
    void follow(QWindow &window);
    /// Shows it as it was: filling the screen, or where it stood, if some screen is still there.
    void show();
    void hide();
    /// Open on the screen, or minimised.
    bool isShown() const;
    /// show(), and asks to become the active window.
    void raise();
    /// Writes down what has changed since.
    void keep();

    /// Of the conversation list, px; 0: never chosen.
    int listWidth() const;
    void setListWidth(int width);
    /// The user has been told that closing the window does not end the program.
    bool knowsTray() const;
    void setKnowsTray();

Q_SIGNALS:
    void shownChanged();

private:
    void watch();
    QRect keptPlace() const;

    std::unique_ptr<QSettings> m_store;
    QPointer<QWindow> m_window;
    QTimer m_rest; // runs only while the window is being moved
    bool m_changed = false;
};

} // namespace suhbat
