#pragma once

#include "domain/Capabilities.h"
#include "store/StateStore.h"

#include <QObject>

namespace suhbat {

class ChatApi;

/// Asks the server once after each login what it can do beyond the contract, and tells ChatApi.
/// What it said last time is kept with the account: it holds until there is an answer, and when
/// there is none.
class CapabilityProbe : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    CapabilityProbe(ChatApi &api, StateStore &store, QObject *parent = nullptr);

    /// A user has logged in, and the store is theirs. Asks nothing where the settings say not to.
    void start();
    /// The server can be reached (again): asks once more if start() has had no answer yet.
    void retry();
    /// The user has left; no answer counts any more.
    void stop();

private:
    enum class State { Idle, Asking, Unanswered };

    void ask();
    void recall();

    ChatApi &m_api;
    StateStore &m_store;
    State m_state = State::Idle;
    int m_generation = 0; // answers to an earlier login are dropped
};

} // namespace suhbat
