#include "app/AppWindow.h"

#include "app/App.h"
#include "app/files/PictureProvider.h"
#include "app/Settings.h"
#include "base/Logging.h"

#include <QPixmapCache>
#include <QQuickWindow>
#include <QTimer>

namespace suhbat {

AppWindow::AppWindow(QObject &app, Settings &settings, QObject *parent)
    : QObject(parent), m_app(app)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    connect(&settings, &Settings::languageChanged, &m_engine, &QQmlEngine::retranslate);
    connect(&m_caret, &RestingCaret::rested, this, &AppWindow::letGo);
}

AppWindow::~AppWindow()
{
    m_caret.disconnect(this);
    m_engine.disconnect(this);
}

bool AppWindow::open(const QUrl &url, Start start)
{
    if (auto *const whole = qobject_cast<App *>(&m_app))
        m_engine.addImageProvider(PictureProvider::id(), // the engine's now
                                  new PictureProvider(whole->files()->service()));
    // Not shown before it is where it stood the last time.
    m_engine.setInitialProperties(
        {{QStringLiteral("app"), QVariant::fromValue(&m_app)}, {QStringLiteral("visible"), false}});
    m_engine.load(url);
    QQuickWindow *shown = window();
    if (!shown) {
        qCCritical(lcUi) << "the window cannot be shown:" << url.toString();
        return false;
    }
    // From the render thread where there is one: queued, so that it arrives on this one.
    if (start == Start::Shown)
        connect(shown, &QQuickWindow::frameSwapped, this, &AppWindow::firstFrame,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    if (auto *const whole = qobject_cast<App *>(&m_app)) {
        whole->desktop()->window().follow(*shown);
        if (start == Start::Shown)
            whole->desktop()->window().show();
        else // no frame will come
            QTimer::singleShot(0, this, &AppWindow::firstFrame);
    } else {
        shown->show();
    }
    return true;
}

/// Qt keeps pictures that nothing shows any more, and comes back every half a minute to drop a few.
void AppWindow::letGo()
{
    if (QQuickWindow *const shown = window())
        shown->releaseResources();
    QPixmapCache::clear();
}

QQuickWindow *AppWindow::window() const
{
    const QObjectList roots = m_engine.rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.constFirst());
}

} // namespace suhbat
