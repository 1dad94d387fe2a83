#pragma once

#include "demo/DemoServer.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace suhbat::test {

/// The real suhbat-listen in a process of its own, with no settings but those of the test.
class ListenRun
{
public:
    ListenRun();
    ~ListenRun();

    /// A demo back end without scripted people.
    static demo::DemoOptions quiet();
    /// Options that lead to a server on loopback.
    static QStringList to(const demo::DemoServer &server);
    static QStringList to(quint16 port, const QString &scheme = QStringLiteral("http"));
    /// … logged in as Dana (42). The password goes by the environment.
    static QStringList asDana(const demo::DemoServer &server, const QStringList &more = {});

    void setVariable(const QString &name, const QString &value);
    /// Without a controlling terminal: nobody can be asked.
    void setDetached();
    void start(const QStringList &arguments);
    /// Runs the event loop until the program has ended; false when it does not.
    bool finish();
    /// Until it has printed `text` to stdout.
    bool waitFor(const QString &text);
    void interrupt(int signal);
    qint64 processId() const { return m_process.processId(); }
    /// Where the user's server.json is to be written; its folder exists.
    QString configFile();

    int exitCode() const { return m_process.exitCode(); }
    bool endedNormally() const { return m_process.exitStatus() == QProcess::NormalExit; }
    QString out();
    QString err();
    QStringList outLines() { return out().split(u'\n', Qt::SkipEmptyParts); }
    QString lastErrorLine() { return err().trimmed().section(u'\n', -1); }
    /// Each line of stdout as an object; an empty one where it is none.
    QList<QJsonObject> objects();

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace suhbat::test
