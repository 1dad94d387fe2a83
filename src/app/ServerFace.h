#pragma once

#include "api/ServerChoice.h"
#include "api/SettingsSources.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>

#include <functional>

namespace suhbat {

/// Which server to log in to, as the login page lets one choose it: three addresses, what is wrong
/// with each, and why none of them can be changed where that is so.
class ServerFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    /// False: the server is none of the user's business (the demo brings its own).
    Q_PROPERTY(bool offered READ isOffered NOTIFY changed)
    /// None was ever set: whoever is here first is asked.
    Q_PROPERTY(bool missing READ isMissing NOTIFY missingChanged)
    Q_PROPERTY(QString api READ api NOTIFY changed)
    Q_PROPERTY(QString socket READ socket NOTIFY changed)
    Q_PROPERTY(QString appKey READ appKey NOTIFY changed)
    /// A sentence that says where the server stands that beats what could be chosen here; empty: it
    /// can be chosen.
    Q_PROPERTY(QString fixedText READ fixedText NOTIFY changed)
    Q_PROPERTY(QString apiError READ apiError NOTIFY errorsChanged)
    Q_PROPERTY(QString socketError READ socketError NOTIFY errorsChanged)
    Q_PROPERTY(QString appKeyError READ appKeyError NOTIFY errorsChanged)
    Q_PROPERTY(QString formError READ formError NOTIFY errorsChanged)

public:
    using QObject::QObject;

    /// Offers the choice from now on. `sources` is asked whenever the settings are read; what is
    /// chosen is kept in `file`, a server.json.
    void offer(std::function<SettingsSources()> sources, const QString &file);

    /// There is none yet, and the login page asks for one; or there is one now.
    void setMissing(bool missing);

    bool isMissing() const { return m_missing; }
    bool isOffered() const { return m_sources != nullptr; }
    QString api() const { return m_now.api; }
    QString socket() const { return m_now.socket; }
    QString appKey() const { return m_now.appKey; }
    QString fixedText() const { return m_fixedText; }
    QString apiError() const { return m_apiError; }
    QString socketError() const { return m_socketError; }
    QString appKeyError() const { return m_appKeyError; }
    QString formError() const { return m_formError; }

    /// Reads what holds now, and forgets what was wrong.
    Q_INVOKABLE void refresh();
    /// Keeps that server and says chosen(); false, with words at what is wrong, when it cannot be.
    Q_INVOKABLE bool choose(const QString &api, const QString &socket, const QString &appKey);
    Q_INVOKABLE void clearErrors();

Q_SIGNALS:
    void changed();
    void missingChanged();
    void errorsChanged();
    /// To be used at once.
    void chosen(const suhbat::ServerProfile &profile, const suhbat::NetworkSettings &network);

private:
    QString whereItIsFixed(const SettingsSources &sources) const;

    std::function<SettingsSources()> m_sources;
    QString m_file;
    ServerChoice m_now;
    bool m_missing = false;
    QString m_fixedText;
    QString m_apiError;
    QString m_socketError;
    QString m_appKeyError;
    QString m_formError;
};

} // namespace suhbat
