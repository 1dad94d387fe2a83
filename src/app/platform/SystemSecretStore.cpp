#include "app/platform/SystemSecretStore.h"

#include "base/Deliver.h"

#include <QFileInfo>
#include <QPointer>

namespace suhbat {

namespace {
using Kind = SecretAnswer::Kind;
} // namespace

SystemSecretStore::SystemSecretStore(std::unique_ptr<SecretStore> keyring, const QString &folder,
                                     QObject *parent)
    : QObject(parent), m_keyring(std::move(keyring)), m_files(folder)
{}

void SystemSecretStore::read(const QString &key, QObject *context, Done done)
{
    m_keyring->read(key, this,
                    [this, key, caller = QPointer<QObject>(context), done](SecretAnswer answer) {
                        if (answer.kind == Kind::NotThere || answer.kind == Kind::Unavailable) {
                            readFile(key, answer, caller.data(), done);
                            return;
                        }
                        m_place = Place::Keyring;
                        deliver(caller.data(), done, std::move(answer));
                    });
}

void SystemSecretStore::readFile(const QString &key, const SecretAnswer &fromKeyring,
                                 QObject *context, const Done &done)
{
    m_files.read(key, this,
                 [this, key, fromKeyring, caller = QPointer<QObject>(context),
                  done](const SecretAnswer &answer) {
                     if (answer.ok()) {
                         m_place = Place::File;
                         if (fromKeyring.kind == Kind::NotThere)
                             moveToKeyring(key, answer.secret);
                     }
                     // Nothing in a file says no more than the keyring that is not there did.
                     const bool nothing =
                         answer.kind == Kind::NotThere && fromKeyring.kind == Kind::Unavailable;
                     SecretAnswer told = nothing ? fromKeyring : answer;
                     if (nothing && !answer.detail.isEmpty())
                         told.detail = answer.detail;
                     deliver(caller.data(), done, std::move(told));
                 });
}

void SystemSecretStore::moveToKeyring(const QString &key, const QByteArray &secret)
{
    m_keyring->write(key, secret, this, [this, key](const SecretAnswer &written) {
        if (!written.ok())
            return;
        m_place = Place::Keyring;
        m_files.remove(key, nullptr, {});
    });
}

void SystemSecretStore::write(const QString &key, const QByteArray &secret, QObject *context,
                              Done done)
{
    m_keyring->write(
        key, secret, this,
        [this, key, secret, caller = QPointer<QObject>(context), done](SecretAnswer answer) {
            if (answer.kind == Kind::Unavailable) {
                m_place = Place::File;
                m_files.write(key, secret, caller.data(), done);
                return;
            }
            // An older secret in a file is not to outlive this one.
            m_files.remove(key, nullptr, {});
            m_place = Place::Keyring;
            deliver(caller.data(), done, std::move(answer));
        });
}

void SystemSecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_files.remove(key, nullptr, {});
    m_keyring->remove(
        key, this,
        [this, key, caller = QPointer<QObject>(context),
         done = std::move(done)](SecretAnswer answer) {
            if (QFileInfo::exists(m_files.fileOf(key)))
                answer = {Kind::Refused, {}, m_files.fileOf(key) + QStringLiteral(" stays")};
            else if (answer.kind == Kind::Unavailable)
                answer = {};
            deliver(caller.data(), done, std::move(answer));
        });
}

} // namespace suhbat
