#include "tools/listen/Steps.h"

#include <array>

namespace suhbat::listen {

int exitCodeOf(Step step)
{
    return 10 + int(step);
}

QString nameOf(Step step)
{
    static constexpr std::array names{u"DNS",          u"proxy",   u"TCP",   u"TLS",
                                      u"HTTP upgrade", u"app key", u"login", u"authorisation",
                                      u"subscription", u"delivery"};
    return QString::fromUtf16(names.at(std::size_t(step)));
}

const QList<Step> &allSteps()
{
    static const QList<Step> all{
        Step::Dns,    Step::Proxy, Step::Tcp,           Step::Tls,          Step::HttpUpgrade,
        Step::AppKey, Step::Login, Step::Authorisation, Step::Subscription, Step::Delivery};
    return all;
}

} // namespace suhbat::listen
