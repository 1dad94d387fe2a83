#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace suhbat::test {

/// A session bus and a GNOME Keyring of the test's own, in folders of their own; they end with it.
class TestBus
{
public:
    TestBus() = default;
    ~TestBus();

    /// Which package has to be installed first; empty: none.
    static QString missing();

    /// A bus on which nothing is and nothing can be started.
    [[nodiscard]] bool start();
    /// A keyring that `unlocked` has a password for; else it waits for one. The second start finds
    /// what the first kept.
    [[nodiscard]] bool startKeyring(bool unlocked);
    void stopKeyring();
    /// As a person does who types the password of the keyring.
    [[nodiscard]] bool unlock();
    [[nodiscard]] bool lock();

    /// For programs that are to find this bus.
    QProcessEnvironment environment() const;
    const QString &address() const { return m_address; }
    QString folder() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    QString m_address;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace suhbat::test
