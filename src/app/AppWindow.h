#pragma once

#include "app/RestingCaret.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QUrl>

class QQuickWindow;

namespace suhbat {

class Settings;

/// The one window: a QML engine with Main.qml in it. Dies before the App that it shows.
class AppWindow : public QObject
{
    Q_OBJECT

public:
    /// `app` becomes the property of that name of the window.
    AppWindow(QObject &app, Settings &settings, QObject *parent = nullptr);
    ~AppWindow() override;

    static QUrl mainUrl() { return QUrl(QStringLiteral("qrc:/qt/qml/Suhbat/Main.qml")); }
    enum class Start { Shown, Hidden };
    /// False when the QML does not load; the log says why.
    bool open(const QUrl &url = mainUrl(), Start start = Start::Shown);
    /// nullptr before open() and after the window has gone.
    QQuickWindow *window() const;

Q_SIGNALS:
    /// Once: the user sees the window; the time for everything that may wait.
    void firstFrame();

private:
    void letGo();

    QObject &m_app;
    RestingCaret m_caret;
    QQmlApplicationEngine m_engine;
};

} // namespace suhbat
