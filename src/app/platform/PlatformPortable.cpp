#include "app/platform/DesktopNotices.h"
#include "app/platform/PaletteDarkMode.h"
#include "app/platform/Platform.h"
#include "app/platform/TrayIcon.h"
#include "base/Deliver.h"

#include <QTimer>

namespace suhbat::platform {

// What works anywhere, less well: not built and not tested so far.

QString displayProblem()
{
    return {};
}

QString runtimeFolder()
{
    return {};
}

void setActivationToken(const QByteArray &) {}

void endWithParent(QProcess &) {}

void watchDarkMode(QObject *context, std::function<void(bool)> told)
{
    QTimer::singleShot(0, context, [told = std::move(told)] { told(paletteIsDark()); });
}

void watchClock(QObject *, std::function<void()>) {}

void watchSleep(QObject *, std::function<void(bool)>) {}

void keyringState(const QString &, const QString &, QObject *context,
                  std::function<void(KeyringState)> told)
{
    deliver(context, std::move(told), KeyringState::Open);
}

void watchKeyring(QObject *, std::function<void()>) {}

namespace {

class NoNotices final : public DesktopNotices
{
public:
    void show(const DesktopNotice &) override {}
    void withdraw(const QString &) override {}
};

class NoTray final : public TrayIcon
{
public:
    bool isShown() const override { return false; }
    void show(const TrayLook &) override
    {
        QTimer::singleShot(0, this, [this] { Q_EMIT searched(); });
    }
};

} // namespace

std::unique_ptr<TrayIcon> trayIcon()
{
    return std::make_unique<NoTray>();
}

std::unique_ptr<DesktopNotices> desktopNotices()
{
    return std::make_unique<NoNotices>();
}

} // namespace suhbat::platform
