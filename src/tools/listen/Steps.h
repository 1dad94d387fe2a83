#pragma once

#include <QString>
#include <QStringList>

namespace suhbat::listen {

/// On the way from a name to an event, in this order.
enum class Step {
    Dns,
    Proxy,
    Tcp,
    Tls,
    HttpUpgrade,
    AppKey,
    Login,
    Authorisation,
    Subscription,
    Delivery
};

/// What did not work, and what an administrator can do about it.
struct Failure
{
    Step step = Step::Tcp;
    QString what; ///< one line
    QStringList advice;
};

constexpr int exitDone = 0;
constexpr int exitUsage = 2;
constexpr int exitInterrupted = 130; ///< by a signal, before everything was subscribed or probed
/// 10 for DNS … 19 for delivery.
int exitCodeOf(Step step);
/// "DNS", "HTTP upgrade" …
QString nameOf(Step step);
const QList<Step> &allSteps();

} // namespace suhbat::listen
