#pragma once

#include "api/ServerProfile.h"

#include <QLocale>
#include <QObject>
#include <QQmlEngine>
#include <QString>

#include <functional>

namespace suhbat {

class AccountPaths;

/// The server, the login and what is kept of them, as the settings show it: a snapshot, taken by
/// refresh(). Nothing in it is secret.
class AccountFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(QString login READ login NOTIFY changed)
    Q_PROPERTY(QString loginPlace READ loginPlace NOTIFY changed)
    Q_PROPERTY(QString apiAddress READ apiAddress NOTIFY changed)
    Q_PROPERTY(QString socketAddress READ socketAddress NOTIFY changed)
    Q_PROPERTY(QString features READ features NOTIFY changed)
    Q_PROPERTY(bool keepsData READ keepsData CONSTANT)
    Q_PROPERTY(QString keptSize READ keptSize NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(QString settingsFile READ settingsFile CONSTANT)

public:
    /// What it looks at; asked in refresh().
    struct Now
    {
        ServerProfile server;
        Capabilities capabilities;
        UserId user; ///< empty: nobody is logged in
        QString login;
        bool stays = true; ///< the login outlives the program
        bool loginInFile = false;
        QLocale locale;
    };

    /// `paths` must outlive the face.
    AccountFace(const AccountPaths &paths, std::function<Now()> now, QObject *parent = nullptr);

    QString login() const { return m_now.login; }
    /// In the keyring, in a file, or nowhere.
    QString loginPlace() const;
    QString apiAddress() const;
    /// Without what follows the host: "wss://chat.example.com:443".
    QString socketAddress() const;
    /// What the server can do beyond the contract, in words; a list in one line.
    QString features() const;
    bool keepsData() const;
    /// Of the files of this user, "12.3 MB"; empty where nothing is kept.
    QString keptSize() const;
    QString folder() const;
    QString settingsFile() const;

    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();

private:
    const AccountPaths &m_paths;
    std::function<Now()> m_ask;
    Now m_now;
};

} // namespace suhbat
