#pragma once

#include "base/Clock.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QTimer>

#include <memory>

class QSettings;

namespace suhbat {

class Settings;

/// Do not disturb that ends by itself: an hour from begin(), over the end of the program too, or
/// when somebody switches it off. The plain switch has no end.
class QuietHour : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    /// When it ends: "15:42"; empty: it does not, or nothing is silent.
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed)

public:
    static constexpr std::chrono::hours length{1};

    /// Keeps its end in that file, beside the settings, which outlive it.
    QuietHour(const QString &settingsFile, Settings &settings, const Clock &clock,
              QObject *parent = nullptr);
    ~QuietHour() override;

    QString untilText() const;
    /// Anew where it runs already.
    Q_INVOKABLE void begin();
    /// Ends it where its time has come; for after a sleep, in which timers stand still.
    void look();

Q_SIGNALS:
    void changed();

private:
    void onSwitched();
    void set(const QDateTime &until);

    std::unique_ptr<QSettings> m_store;
    Settings &m_settings;
    const Clock m_clock;
    QDateTime m_until;    // UTC; invalid: no end
    QTimer m_timer{this}; // once, to the end
};

} // namespace suhbat
