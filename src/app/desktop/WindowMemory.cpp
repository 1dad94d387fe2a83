#include "app/desktop/WindowMemory.h"

#include "app/desktop/WindowPlace.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWindow>

namespace suhbat {

namespace {

const auto placeKey = QStringLiteral("window/place");
const auto maximisedKey = QStringLiteral("window/maximised");
const auto listWidthKey = QStringLiteral("window/listWidth");
const auto knowsTrayKey = QStringLiteral("window/knowsTray");

constexpr int restAfter = 700; // ms

QVector<QRect> freePartsOfScreens()
{
    QVector<QRect> free;
    const QList<QScreen *> screens = QGuiApplication::screens(); // the main one first
    for (const QScreen *screen : screens)
        free.append(screen->availableGeometry());
    return free;
}

} // namespace

WindowMemory::WindowMemory(const QString &settingsFile, QObject *parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(settingsFile, QSettings::IniFormat))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &WindowMemory::keep);
}

WindowMemory::~WindowMemory()
{
    m_rest.disconnect(this);
    keep();
}

QRect WindowMemory::keptPlace() const
{
    const QRect place = m_store->value(placeKey).toRect();
    // What somebody wrote into the file by hand may be anything.
    return place.width() > 0 && place.height() > 0 ? place : QRect();
}

void WindowMemory::follow(QWindow &window)
{
    m_window = &window;
    if (const QRect kept = keptPlace(); kept.isValid()) {
        QRect place = kept;
        place.setSize(kept.size().expandedTo(window.minimumSize()));
        window.setGeometry(placeOnScreens(place, freePartsOfScreens()));
    }
    watch();
}

void WindowMemory::watch()
{
    const auto changed = [this] {
        if (!m_window->isVisible())
            return;
        m_changed = true;
        m_rest.start();
    };
    connect(m_window, &QWindow::xChanged, this, changed);
    connect(m_window, &QWindow::yChanged, this, changed);
    connect(m_window, &QWindow::widthChanged, this, changed);
    connect(m_window, &QWindow::heightChanged, this, changed);
    connect(m_window, &QWindow::visibilityChanged, this, changed);
    connect(m_window, &QWindow::visibleChanged, this, &WindowMemory::shownChanged);
}

void WindowMemory::show()
{
    if (!m_window)
        return;
    if (m_window->isVisible() && m_window->visibility() != QWindow::Minimized)
        return;
    // The screen that it stood on may be gone since.
    if (m_window->visibility() != QWindow::Maximized && keptPlace().isValid())
        m_window->setGeometry(placeOnScreens(m_window->geometry(), freePartsOfScreens()));
    if (m_store->value(maximisedKey, false).toBool())
        m_window->showMaximized();
    else
        m_window->showNormal();
}

void WindowMemory::hide()
{
    keep();
    if (m_window)
        m_window->hide();
}

bool WindowMemory::isShown() const
{
    return m_window && m_window->isVisible();
}

void WindowMemory::raise()
{
    show();
    if (m_window)
        m_window->requestActivate();
}

void WindowMemory::keep()
{
    // Not at once: while a window grows to the whole screen it has its new size for a moment, and
    // does not say yet that it is maximised.
    m_rest.stop();
    if (!m_changed || !m_window || !m_window->isVisible())
        return;
    switch (m_window->visibility()) {
    case QWindow::Windowed:
    case QWindow::AutomaticVisibility:
        m_store->setValue(placeKey, m_window->geometry());
        m_store->setValue(maximisedKey, false);
        break;
    case QWindow::Maximized:
        m_store->setValue(maximisedKey, true);
        break;
    case QWindow::Minimized:
    case QWindow::FullScreen:
    case QWindow::Hidden:
        return;
    }
    m_changed = false;
}

int WindowMemory::listWidth() const
{
    return m_store->value(listWidthKey, 0).toInt();
}

void WindowMemory::setListWidth(int width)
{
    m_store->setValue(listWidthKey, width);
}

bool WindowMemory::knowsTray() const
{
    return m_store->value(knowsTrayKey, false).toBool();
}

void WindowMemory::setKnowsTray()
{
    m_store->setValue(knowsTrayKey, true);
}

} // namespace suhbat
