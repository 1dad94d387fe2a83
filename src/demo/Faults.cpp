#include "demo/Faults.h"

namespace suhbat::demo {

void Faults::failNext(Failure failure, const QString &path, int times, const QByteArray &method)
{
    m_rules.push_back({failure, path, times, method});
}

std::optional<Failure> Faults::takeFailure(const QByteArray &method, const QString &path)
{
    for (auto rule = m_rules.begin(); rule != m_rules.end(); ++rule) {
        if (!path.contains(rule->path) || (!rule->method.isEmpty() && rule->method != method))
            continue;
        const Failure failure = rule->failure;
        if (--rule->times <= 0)
            m_rules.erase(rule);
        return failure;
    }
    return std::nullopt;
}

} // namespace suhbat::demo
