#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <functional>

class QImage;
class QQuickItem;
class QQuickWindow;

namespace suhbat::test {

/// A window as a person has it before them: what is not really visible does not exist, and every
/// action is a real mouse or key event. What returns bool waits a few seconds for its thing to
/// become possible; false after it has printed what was on screen instead:
/// QVERIFY(screen.click(…)).
class Screen
{
public:
    explicit Screen(QQuickWindow *window = nullptr) : m_window(window) {}
    void setWindow(QQuickWindow *window) { m_window = window; }
    QQuickWindow *window() const { return m_window; }

    /// The visible items of that objectName, as one reads: top to bottom, left to right.
    QList<QQuickItem *> items(const QString &name) const;
    /// The first of them, or nullptr.
    QQuickItem *item(const QString &name) const;
    /// The first of them that shows `text` in itself or below it, or nullptr.
    QQuickItem *itemShowing(const QString &name, const QString &text) const;
    /// The first of them inside `owner`, or nullptr.
    QQuickItem *itemIn(const QQuickItem *owner, const QString &name) const;
    bool sees(const QString &name) const { return item(name) != nullptr; }
    /// What can be read in an item and below it, one line a text item; of a field what is in it.
    static QString textOf(const QQuickItem *item);
    QString text(const QString &name) const;
    /// Of all of them.
    QStringList texts(const QString &name) const;
    /// Everything that can be read in the window.
    QString allText() const;

    [[nodiscard]] bool waitFor(const QString &name) const;
    [[nodiscard]] bool waitUntilGone(const QString &name) const;
    /// Until an item of that name shows `text`.
    [[nodiscard]] bool waitForText(const QString &name, const QString &text) const;
    /// Until the condition holds; `what` is printed when it never does.
    [[nodiscard]] bool waitUntil(const char *what, const std::function<bool()> &condition) const;

    /// Until the window has been drawn once more, and with it everything that was to move or
    /// change.
    [[nodiscard]] bool drawn() const;

    /// In the middle of the item, once it is there, enabled and at rest.
    [[nodiscard]] bool click(const QString &name);
    /// On the row of that name which shows `text`.
    [[nodiscard]] bool clickOn(const QString &name, const QString &text);
    /// Clicks the field and types in place of what is in it. '\n' is Shift+Enter.
    [[nodiscard]] bool type(const QString &name, const QString &text);
    /// Into whatever has the keyboard.
    void typeText(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Wheel over an item; positive scrolls up. Unit: notches.
    [[nodiscard]] bool wheel(const QString &name, int notches);
    /// Makes the window the active one, as clicking it does.
    [[nodiscard]] bool lookAt();
    /// PNG; false when it cannot be written.
    [[nodiscard]] bool picture(const QString &path) const;

private:
    bool clickWhenReady(const QString &name, const std::function<QQuickItem *()> &find);
    bool readyForClick(QQuickItem *item) const;

    QQuickWindow *m_window = nullptr;
};

} // namespace suhbat::test
