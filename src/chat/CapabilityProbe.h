#pragma once

#include "domain/Capabilities.h"

#include <QObject>

namespace suhbat {

class ChatApi;

/// Asks the server once after each login what it can do beyond the contract, and tells ChatApi.
/// What was known before holds until there is an answer, and when there is none.
class CapabilityProbe : public QObject
{
    Q_OBJECT

public:
    explicit CapabilityProbe(ChatApi &api, QObject *parent = nullptr);

    /// A user has logged in. Asks nothing where the settings say not to.
    void start();
    /// The server can be reached (again): asks once more if start() has had no answer yet.
    void retry();
    /// The user has left; no answer counts any more.
    void stop();

Q_SIGNALS:
    /// The server's own words, to be remembered for the next start.
    void told(const suhbat::Capabilities &capabilities);

private:
    enum class State { Idle, Asking, Unanswered };

    void ask();

    ChatApi &m_api;
    State m_state = State::Idle;
    int m_generation = 0; // answers to an earlier login are dropped
};

} // namespace suhbat
