// A script of inputs, one a line (see MachineRun.h), through the ProtocolMachine.
#include "MachineRun.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr int mostLines = 400;
    suhbat::fuzz::MachineRun run;
    QByteArrayView left(data, qsizetype(size));
    for (int lines = 0; lines < mostLines && !left.isEmpty(); ++lines) {
        const qsizetype end = QByteArray::fromRawData(left.data(), left.size()).indexOf('\n');
        run.line(end < 0 ? left : left.first(end));
        left = end < 0 ? QByteArrayView() : left.sliced(end + 1);
    }
    return 0;
}
