#pragma once

#include "app/platform/SecretStore.h"
#include "base/Deliver.h"

#include <QMap>
#include <QPointer>

namespace suhbat::test {

/// A keyring that can be locked, be away or be slow. The drawer outlives it, as the system's does.
class FakeKeyring final : public SecretStore
{
public:
    enum class State {
        Open,
        Locked,
        Absent,
        Asking ///< a password prompt is on the screen: no answer for now
    };
    struct Drawer
    {
        State state = State::Open;
        QMap<QString, QByteArray> secrets;
        int reads = 0;
        /// Of reads while Asking; calling it is the user who has done with the prompt.
        std::function<void()> answer;
    };

    explicit FakeKeyring(Drawer &drawer) : m_drawer(drawer) {}

    void read(const QString &key, QObject *context, Done done) override
    {
        ++m_drawer.reads;
        const auto tell = [this, key, context = QPointer<QObject>(context), done] {
            const bool there = m_drawer.secrets.contains(key);
            answer(context, done, there ? SecretAnswer::Kind::Ok : SecretAnswer::Kind::NotThere,
                   m_drawer.secrets.value(key));
        };
        if (m_drawer.state == State::Asking)
            m_drawer.answer = tell;
        else
            tell();
    }
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override
    {
        if (m_drawer.state == State::Open)
            m_drawer.secrets.insert(key, secret);
        answer(context, done, SecretAnswer::Kind::Ok);
    }
    void remove(const QString &key, QObject *context, Done done) override
    {
        if (m_drawer.state == State::Open)
            m_drawer.secrets.remove(key);
        answer(context, done, SecretAnswer::Kind::Ok);
    }
    Place place() const override { return Place::Keyring; }

private:
    void answer(QObject *context, const Done &done, SecretAnswer::Kind whenOpen,
                const QByteArray &secret = {}) const
    {
        using Kind = SecretAnswer::Kind;
        SecretAnswer answer{whenOpen, secret, {}};
        if (m_drawer.state == State::Locked || m_drawer.state == State::Asking)
            answer = {Kind::Refused, {}, QStringLiteral("locked")};
        else if (m_drawer.state == State::Absent)
            answer = {Kind::Unavailable, {}, QStringLiteral("no keyring")};
        deliver(context, done, std::move(answer));
    }

    Drawer &m_drawer;
};

} // namespace suhbat::test
