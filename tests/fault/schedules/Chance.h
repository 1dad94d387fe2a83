#pragma once

#include "base/Clock.h"

#include <QVector>

#include <random>

namespace suhbat::fault {

/// All that is random in a schedule comes from its seed, in one order.
class Chance
{
public:
    explicit Chance(quint64 seed) : m_engine(seed) {}

    /// In [0, 1).
    double number() { return double(m_engine() >> 11) * 0x1p-53; }
    bool happens(double chance) { return number() < chance; }
    /// From `least` to `most`, both possible.
    int between(int least, int most) { return least + int(number() * (most - least + 1)); }
    Milliseconds time(int least, int most) { return Milliseconds(between(least, most)); }
    template<typename T>
    const T &oneOf(const QVector<T> &values)
    {
        return values.at(between(0, int(values.size()) - 1));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace suhbat::fault
