#pragma once

#include "api/ServerProfile.h"
#include "app/AccountFace.h"
#include "app/AccountPaths.h"
#include "app/Announcer.h"
#include "app/AttachmentsFace.h"
#include "app/Backend.h"
#include "app/ChatFace.h"
#include "app/DesktopFace.h"
#include "app/DiagnosticsFace.h"
#include "app/EmojiFace.h"
#include "app/files/FilesFace.h"
#include "app/ListFace.h"
#include "app/LogFace.h"
#include "app/MessageActionsFace.h"
#include "app/NoticeCenter.h"
#include "app/ServerFace.h"
#include "app/SessionFace.h"
#include "app/SessionKeeper.h"
#include "app/Settings.h"
#include "app/SettingsFace.h"
#include "pusher/SystemWatch.h"

#include <QObject>
#include <QQmlEngine>

#include <memory>

namespace suhbat {

/// The one face of the program towards QML, and the owner of everything behind it.
class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(suhbat::SessionFace *session READ session CONSTANT)
    Q_PROPERTY(suhbat::ChatFace *chat READ chat CONSTANT)
    Q_PROPERTY(suhbat::AttachmentsFace *attachments READ attachments CONSTANT)
    Q_PROPERTY(suhbat::EmojiFace *emoji READ emoji CONSTANT)
    Q_PROPERTY(suhbat::ListFace *list READ list CONSTANT)
    Q_PROPERTY(suhbat::Settings *settings READ settings CONSTANT)
    Q_PROPERTY(suhbat::NoticeCenter *notices READ notices CONSTANT)
    Q_PROPERTY(suhbat::Announcer *announcer READ announcer CONSTANT)
    Q_PROPERTY(suhbat::DiagnosticsFace *diagnostics READ diagnostics CONSTANT)
    Q_PROPERTY(suhbat::LogFace *log READ log CONSTANT)
    Q_PROPERTY(suhbat::DesktopFace *desktop READ desktop CONSTANT)
    Q_PROPERTY(suhbat::MessageActionsFace *actions READ actions CONSTANT)
    Q_PROPERTY(suhbat::ServerFace *server READ server CONSTANT)
    Q_PROPERTY(suhbat::SettingsFace *settingsFace READ settingsFace CONSTANT)
    Q_PROPERTY(suhbat::AccountFace *accountFace READ accountFace CONSTANT)
    Q_PROPERTY(suhbat::FilesFace *files READ files CONSTANT)
    Q_PROPERTY(suhbat::SessionKeeper *keeper READ keeper CONSTANT)
    Q_PROPERTY(bool loginInFile READ loginInFile NOTIFY loginInFileChanged)
    Q_PROPERTY(QString account READ account CONSTANT)
    Q_PROPERTY(bool insecureTls READ insecureTls NOTIFY insecureTlsChanged)

public:
    /// `secrets`: where the session's token is kept; without it the system's keyring.
    explicit App(const AccountPaths &paths, Backend::Timing timing = {},
                 std::unique_ptr<SecretStore> secrets = {}, QObject *parent = nullptr);
    /// Keeps the settings in that file and nothing else on the disk.
    explicit App(const QString &settingsFile, Backend::Timing timing = {},
                 QObject *parent = nullptr);
    ~App() override;

    /// Where this account's files are.
    const AccountPaths &paths() const { return m_paths; }
    /// Of --account; empty for the default one.
    QString account() const { return m_paths.account(); }
    /// How to reach servers, from the next useServer() on; pictures, too.
    void setNetwork(const NetworkSettings &network);
    /// Certificates are not checked: the window says so for as long as it is open.
    bool insecureTls() const { return m_timing.network.insecureTls; }
    /// Before this the login page waits. A second call logs out and starts with the new server.
    void useServer(const ServerProfile &profile, bool demo = false);

    SessionKeeper *keeper() { return &m_keeper; }
    /// The login lies in a file for want of a keyring, and the user has not been told yet.
    bool loginInFile() const { return m_loginInFile; }
    Q_INVOKABLE void loginInFileUnderstood();
    SessionFace *session() { return &m_session; }
    ChatFace *chat() { return &m_chat; }
    MessageActionsFace *actions() { return &m_actions; }
    AttachmentsFace *attachments() { return &m_attachments; }
    EmojiFace *emoji() { return &m_emoji; }
    ListFace *list() { return &m_list; }
    Settings *settings() { return &m_settings; }
    NoticeCenter *notices() { return &m_notices; }
    Announcer *announcer() { return &m_announcer; }
    FilesFace *files() { return &m_files; }
    DiagnosticsFace *diagnostics() { return &m_diagnostics; }
    LogFace *log() { return &m_log; }
    DesktopFace *desktop() { return &m_desktop; }
    ServerFace *server() { return &m_server; }
    SettingsFace *settingsFace() { return &m_settingsFace; }
    AccountFace *accountFace() { return &m_accountFace; }
    /// Asks the system about its network and its sleep: for the program itself, not for tests.
    void followSystem();
    /// nullptr before useServer().
    Backend *backend() { return m_backend.get(); }

Q_SIGNALS:
    void insecureTlsChanged();
    void loginInFileChanged();

private:
    void connectKeeper();
    void connectBackend();
    void onEnded(SessionManager::EndReason reason);
    AccountFace::Now accountNow() const;

    AccountPaths m_paths;
    Backend::Timing m_timing;
    Settings m_settings;
    NoticeCenter m_notices;
    pusher::SystemWatch m_watch;
    SessionKeeper m_keeper;
    std::unique_ptr<Backend> m_backend;
    SessionFace m_session;
    ChatFace m_chat;
    MessageActionsFace m_actions;
    Announcer m_announcer{m_chat};
    AttachmentsFace m_attachments;
    DesktopFace m_desktop;
    EmojiFace m_emoji;
    FilesFace m_files;
    ListFace m_list;
    DiagnosticsFace m_diagnostics;
    LogFace m_log;
    ServerFace m_server;
    SettingsFace m_settingsFace;
    AccountFace m_accountFace;
    bool m_loginInFile = false;
};

} // namespace suhbat
