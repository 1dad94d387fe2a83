#include "chat/CapabilityProbe.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

namespace suhbat {

CapabilityProbe::CapabilityProbe(ChatApi &api, QObject *parent) : QObject(parent), m_api(api) {}

void CapabilityProbe::start()
{
    stop();
    if (m_api.server().capabilities.ask)
        ask();
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
        const bool open = !answer && (answer.error().isTransient() ||
                                      answer.error().kind == Error::Kind::Cancelled ||
                                      answer.error().kind == Error::Kind::Unauthorized);
        m_state = open ? State::Unanswered : State::Idle;
        if (open)
            return;
        // An answer that nobody can read is a clear one too: there is nothing to count on.
        const Capabilities capabilities = answer ? *answer : Capabilities();
        m_api.setToldCapabilities(capabilities);
        qCInfo(lcChat).noquote() << "capabilities:"
                                 << namesOf(m_api.capabilities()).join(QStringLiteral(", "));
        Q_EMIT told(capabilities);
    });
}

} // namespace suhbat
