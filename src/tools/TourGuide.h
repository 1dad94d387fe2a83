#pragma once

#include "demo/DemoServer.h"
#include "support/Person.h"

#include <QString>

#include <functional>

namespace suhbat {

/// Leads through the window step by step, against a demo back end in the same process, and says
/// what it does. Stops at the first step that does not work.
class TourGuide
{
public:
    /// `pictures`: a folder for PNG files; empty for none.
    explicit TourGuide(QString pictures);
    ~TourGuide();

    /// True when every step worked.
    bool run();
    int steps() const { return m_steps; }

private:
    bool step(const QString &what, const std::function<bool()> &action);
    bool picture(const QString &name);
    int newestState();

    bool logIn();
    bool receiveAndAnswer();
    bool typingAndRead();
    bool cutAndHeal();
    bool failAndRetry();
    bool dressUp();
    bool logOut();

    QString m_pictures;
    int m_steps = 0;
    demo::DemoServer m_server;
    test::Person m_dana;
};

} // namespace suhbat
