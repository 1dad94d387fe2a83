#pragma once

#include "app/AccountPaths.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

namespace suhbat {

/// One program an account: a second one hands what it was asked for to the first, and ends. They
/// meet at a socket that only this user can reach; a lock file says who is first.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First,     ///< nobody else is running; from now on calledAgain() tells of others
        Handed,    ///< the first one has taken it over
        Unanswered ///< one is running, but does not answer
    };
    /// How long a first one may take to answer.
    static constexpr auto patience = std::chrono::milliseconds(6000);

    explicit SingleInstance(const QString &socketFile, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Where the programs of one account meet; empty for accounts that keep no data: any number of
    /// those may run.
    static QString socketFor(const AccountPaths &paths);

    /// Blocks until it is clear, `patience` at most. `arguments` begin with the program's name;
    /// `activationToken`: what the desktop gave for raising a window, may be empty.
    Outcome claim(const QStringList &arguments, const QByteArray &activationToken,
                  std::chrono::milliseconds patience = SingleInstance::patience);

Q_SIGNALS:
    /// Somebody has started the program once more.
    void calledAgain(const QStringList &arguments, const QByteArray &activationToken);

private:
    bool handOver(const QByteArray &call, std::chrono::milliseconds patience) const;
    void listen();
    void onConnection();
    void hear(QLocalSocket *caller);

    QString m_socketFile;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace suhbat
