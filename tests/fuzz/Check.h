#pragma once

#include <cstdio>
#include <cstdlib>

namespace suhbat::fuzz {

/// What must hold whatever the input was; a fuzz target dies of it, so that libFuzzer keeps the
/// input.
inline void check(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken invariant: %s\n", what);
    std::abort();
}

} // namespace suhbat::fuzz
