#include "support/Census.h"

#include <QDir>

#include <atomic>

// Exported by QtCore for tools like GammaRay; its header is private, its layout is not to change.
extern quintptr Q_CORE_EXPORT qtHookData[];

namespace suhbat::test {

namespace {

constexpr int addHook = 3;
constexpr int removeHook = 4;
std::atomic<int> counted = 0; // Qt calls the hooks from any thread

void added(QObject *)
{
    ++counted;
}

void removed(QObject *)
{
    --counted;
}

} // namespace

void Census::start()
{
    counted = 0;
    qtHookData[addHook] = reinterpret_cast<quintptr>(&added);
    qtHookData[removeHook] = reinterpret_cast<quintptr>(&removed);
}

int Census::objects()
{
    return counted;
}

int Census::fileDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd"))
                   .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                   .size());
}

} // namespace suhbat::test
