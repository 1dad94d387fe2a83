#include "support/Screen.h"

#include "support/Wait.h"

#include <QDateTime>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QWheelEvent>

#include <algorithm>

namespace suhbat::test {

namespace {

constexpr int patience = 5000; // ms; under a sanitizer on a busy machine things take long

bool isReallyVisible(const QQuickItem *item)
{
    if (!item->isVisible() || item->width() <= 0 || item->height() <= 0)
        return false;
    QRectF shown = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    shown = shown.intersected(QRectF(QPointF(), item->window()->size()));
    for (const QQuickItem *at = item; at; at = at->parentItem()) {
        if (at->opacity() < 0.1)
            return false;
        if (at->clip())
            shown = shown.intersected(at->mapRectToScene(at->clipRect()));
    }
    return shown.width() >= 1 && shown.height() >= 1;
}

void eachItem(QQuickItem *item, const std::function<void(QQuickItem *)> &visit)
{
    visit(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        eachItem(child, visit);
}

/// What one reads of it: text that is drawn as markup has lost its tags.
QString asRead(const QString &text, int format)
{
    const bool markup =
        format != Qt::PlainText && (format != Qt::AutoText || Qt::mightBeRichText(text));
    return markup ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// The text that an item itself draws; its children draw the rest.
QString ownText(const QQuickItem *item)
{
    if (item->inherits("QQuickText") || item->inherits("QQuickTextInput") ||
        item->inherits("QQuickTextEdit"))
        return asRead(item->property("text").toString(), item->property("textFormat").toInt());
    return {};
}

void printMissing(const Screen &screen, const QString &what)
{
    QStringList names;
    eachItem(screen.window()->contentItem(), [&names](QQuickItem *item) {
        if (!item->objectName().isEmpty() && isReallyVisible(item))
            names += item->objectName();
    });
    names.removeDuplicates();
    qInfo().noquote() << "waited in vain for" << what
                      << "\n  on screen:" << names.join(QStringLiteral(", "))
                      << "\n  text:" << screen.allText().replace(QLatin1Char('\n'), u" | "_qs);
}

} // namespace

QList<QQuickItem *> Screen::items(const QString &name) const
{
    QList<QQuickItem *> found;
    if (!m_window)
        return found;
    eachItem(m_window->contentItem(), [&](QQuickItem *one) {
        if (one->objectName() == name && isReallyVisible(one))
            found += one;
    });
    std::stable_sort(found.begin(), found.end(), [](const QQuickItem *a, const QQuickItem *b) {
        const QPointF p = a->mapToScene(QPointF());
        const QPointF q = b->mapToScene(QPointF());
        return p.y() != q.y() ? p.y() < q.y() : p.x() < q.x();
    });
    return found;
}

QQuickItem *Screen::item(const QString &name) const
{
    return items(name).value(0);
}

QQuickItem *Screen::itemShowing(const QString &name, const QString &text) const
{
    const QList<QQuickItem *> all = items(name);
    for (QQuickItem *one : all) {
        if (textOf(one).contains(text))
            return one;
    }
    return nullptr;
}

QString Screen::textOf(const QQuickItem *item)
{
    QStringList lines;
    if (item) {
        eachItem(const_cast<QQuickItem *>(item), [&lines](QQuickItem *one) {
            const QString own = ownText(one);
            if (!own.isEmpty() && isReallyVisible(one))
                lines += own;
        });
    }
    return lines.join(QLatin1Char('\n'));
}

QQuickItem *Screen::itemIn(const QQuickItem *owner, const QString &name) const
{
    const QList<QQuickItem *> all = items(name);
    for (QQuickItem *one : all) {
        if (owner && owner->isAncestorOf(one))
            return one;
    }
    return nullptr;
}

QString Screen::text(const QString &name) const
{
    return textOf(item(name));
}

QStringList Screen::texts(const QString &name) const
{
    QStringList result;
    const QList<QQuickItem *> all = items(name);
    for (const QQuickItem *one : all)
        result += textOf(one);
    return result;
}

QString Screen::allText() const
{
    return m_window ? textOf(m_window->contentItem()) : QString();
}

bool Screen::waitUntil(const char *what, const std::function<bool()> &condition) const
{
    if (test::waitUntil(condition, patience))
        return true;
    printMissing(*this, QString::fromUtf8(what));
    return false;
}

bool Screen::waitFor(const QString &name) const
{
    return waitUntil(qPrintable(name), [&] { return sees(name); });
}

bool Screen::waitUntilGone(const QString &name) const
{
    return waitUntil(qPrintable(name + QStringLiteral(" to go")), [&] { return !sees(name); });
}

bool Screen::waitForText(const QString &name, const QString &text) const
{
    return waitUntil(qPrintable(QStringLiteral("\"%1\" in %2").arg(text, name)),
                     [&] { return itemShowing(name, text) != nullptr; });
}

bool Screen::lookAt()
{
    if (!m_window)
        return false;
    // A window that has just opened may be about to become the active one.
    QCoreApplication::processEvents();
    if (m_window->isActive())
        return true;
    m_window->requestActivate();
    return QTest::qWaitForWindowActive(m_window);
}

bool Screen::readyForClick(QQuickItem *item) const
{
    if (!item || !item->isEnabled())
        return false;
    // Not laid out yet, or still sliding in: a person waits until it stands.
    const QPointer<QQuickItem> target = item;
    const QPointF before = item->mapToScene(QPointF());
    return drawn() && target && target->isVisible() && target->mapToScene(QPointF()) == before;
}

bool Screen::drawn() const
{
    bool swapped = false;
    const QObject context; // of this thread, whichever draws
    QObject::connect(m_window, &QQuickWindow::frameSwapped, &context, [&] { swapped = true; });
    m_window->update();
    return test::waitUntil([&] { return swapped; }, patience);
}

bool Screen::clickWhenReady(const QString &name, const std::function<QQuickItem *()> &find)
{
    if (!lookAt())
        return false;
    QPointer<QQuickItem> target;
    const bool ready = waitUntil(qPrintable(name + QStringLiteral(", to click on it")), [&] {
        target = find();
        return readyForClick(target) && target;
    });
    if (!ready)
        return false;
    const QPointF middle = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    return true;
}

bool Screen::click(const QString &name)
{
    return clickWhenReady(name, [&] { return item(name); });
}

bool Screen::clickOn(const QString &name, const QString &text)
{
    return clickWhenReady(QStringLiteral("%1 with \"%2\"").arg(name, text),
                          [&] { return itemShowing(name, text); });
}

bool Screen::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    const bool hasKeyboard =
        waitUntil(qPrintable(name + QStringLiteral(" to take the keyboard")), [&] {
            const QQuickItem *one = item(name);
            return one && one->hasActiveFocus();
        });
    if (!hasKeyboard)
        return false;
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    typeText(text);
    return true;
}

void Screen::typeText(const QString &text)
{
    const QList<uint> letters = text.toUcs4();
    for (const char32_t letter : letters) {
        if (letter == U'\n')
            press(Qt::Key_Return, Qt::ShiftModifier);
        else if (letter < 0x80)
            QTest::keyClick(m_window, char(letter));
        else
            QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown,
                                QString::fromUcs4(&letter, 1), Qt::NoModifier);
    }
}

void Screen::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, key, modifiers);
}

bool Screen::wheel(const QString &name, int notches)
{
    if (!lookAt() || !waitFor(name))
        return false;
    const QQuickItem *target = item(name);
    const QPointF middle = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
    QWheelEvent event(middle, m_window->mapToGlobal(middle), {}, QPoint(0, notches * 120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    // A second turn of the wheel at the same moment as the first would be none.
    event.setTimestamp(quint64(QDateTime::currentMSecsSinceEpoch()));
    QCoreApplication::sendEvent(m_window, &event);
    return true;
}

bool Screen::picture(const QString &path) const
{
    return m_window && m_window->grabWindow().save(path, "PNG");
}

} // namespace suhbat::test
