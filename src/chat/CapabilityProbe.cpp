#include "chat/CapabilityProbe.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

namespace suhbat {

namespace {

QString stateKey()
{
    return QStringLiteral("capabilities");
}

// Whether it says nothing of what the server can do: nobody was reached, or somebody else, such as
// the login page of a hotel.
bool isNoAnswer(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Cancelled:
    case Error::Kind::Tls:
    case Error::Kind::Proxy:
        return true;
    case Error::Kind::BadResponse:
        return error.status == 0;
    default:
        return error.isTransient() && error.status != 501;
    }
}

} // namespace

CapabilityProbe::CapabilityProbe(ChatApi &api, StateStore &store, QObject *parent)
    : QObject(parent), m_api(api), m_store(store)
{}

void CapabilityProbe::start()
{
    stop();
    if (!m_api.server().capabilities.ask)
        return;
    recall();
    ask();
}

void CapabilityProbe::recall()
{
    const int generation = m_generation;
    m_store.loadState(stateKey(), this, [this, generation](const Result<QString> &kept) {
        const bool answered = generation != m_generation || m_state == State::Idle;
        if (answered || !kept || kept->isEmpty())
            return;
        Capabilities told;
        for (const QString &name : kept->split(u',')) {
            if (const auto member = capabilityNamed(name))
                told.*member = true;
        }
        m_api.setToldCapabilities(told);
    });
}

void CapabilityProbe::retry()
{
    if (m_state == State::Unanswered)
        ask();
}

void CapabilityProbe::stop()
{
    ++m_generation;
    m_state = State::Idle;
}

void CapabilityProbe::ask()
{
    m_state = State::Asking;
    const int generation = m_generation;
    m_api.askCapabilities(this, [this, generation](const Result<Capabilities> &answer) {
        if (generation != m_generation)
            return;
        const bool open = !answer && isNoAnswer(answer.error());
        m_state = open ? State::Unanswered : State::Idle;
        if (open)
            return;
        // An answer that nobody can read is a clear one too: there is nothing to count on.
        const Capabilities capabilities = answer ? *answer : Capabilities();
        m_api.setToldCapabilities(capabilities);
        qCInfo(lcChat).noquote() << "capabilities:"
                                 << namesOf(m_api.capabilities()).join(QStringLiteral(", "));
        m_store.saveState(stateKey(), namesOf(capabilities).join(u','));
    });
}

} // namespace suhbat
